import { createHash } from "node:crypto";
import type { StoreFinder } from "../../../operations/ports.ts";
import { s3Finder } from "../s3/find.ts";
import type { SharedIn } from "./shared-in.ts";
import { filesLayout, thingsOf } from "./things.ts";

/**
 * Returns a finder of the things that a subject holds. A thing that stays for others counts as one entry, the mention of
 * the person in it; one that goes counts with every version of its files.
 */
export function sharedFinder(where: SharedIn): StoreFinder {
  const { s3, bucket, store } = where;
  return {
    async find(subject) {
      const seen: string[] = [];
      let [found, bytes] = [0, 0];
      for await (const things of thingsOf(where, subject)) {
        for (const { thingId, fate } of things) {
          found += 1;
          let files = "";
          if (fate === "goes" && store.objects && bucket !== undefined) {
            const layout = filesLayout(store.objects);
            const finding = await s3Finder(s3, bucket, layout, { kind: "project", id: thingId }).find(
              subject,
            );
            found += finding.found;
            bytes += finding.bytes;
            files = finding.digest;
          }
          seen.push(JSON.stringify([thingId, fate, files]));
        }
      }
      // A scan has no order that a second one would have to keep.
      return { found, bytes, digest: createHash("sha256").update(seen.sort().join("\n")).digest("hex") };
    },
  };
}
