import { createHash } from "node:crypto";
import type { StoreFinder } from "../../../operations/ports.ts";
import { itemsNaming, type MentionsIn } from "./mentions.ts";

/** Returns a finder of the items of others that name a subject; each counts as one entry, and sizes are not read. */
export function mentionsFinder(where: MentionsIn): StoreFinder {
  return {
    async find(subject) {
      const ids: string[] = [];
      for await (const entries of itemsNaming(where, subject)) ids.push(...entries.map(({ id }) => id));
      // A scan has no order that a second one would have to keep.
      const digest = createHash("sha256").update(JSON.stringify(ids.sort())).digest("hex");
      return { found: ids.length, bytes: 0, digest };
    },
  };
}
