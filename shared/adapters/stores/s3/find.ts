import { createHash, type Hash } from "node:crypto";
import type { S3Client } from "@aws-sdk/client-s3";
import { ACCOUNT, type Scope } from "../../../domain/erasure/scope.ts";
import type { S3Layout } from "../../../domain/policy/store.ts";
import type { StoreFinder } from "../../../operations/ports.ts";
import { type EntryPage, listEntries, listUploads } from "./entries.ts";
import { placeOf } from "./place.ts";

/** Returns a finder over one pass of where the scope's entries are; nothing is kept but counts and a digest. */
export function s3Finder(s3: S3Client, bucket: string, store: S3Layout, scope: Scope = ACCOUNT): StoreFinder {
  return {
    async find(subject) {
      const place = placeOf(store, subject, scope);
      // One digest a kind: S3 may cut its pages elsewhere next time, and a page has its markers after its versions.
      const seen = {
        version: createHash("sha256"),
        marker: createHash("sha256"),
        upload: createHash("sha256"),
      };
      let [found, bytes] = [0, 0];
      let next: EntryPage["next"];
      do {
        const page = await listEntries(s3, bucket, place, next);
        for (const entry of page.entries) {
          see(seen[entry.kind], entry.key, entry.versionId);
          found += 1;
          bytes += entry.bytes;
        }
        next = page.next;
      } while (next);
      for await (const { key, uploadId } of listUploads(s3, bucket, place)) {
        see(seen.upload, key, uploadId);
        found += 1;
      }
      const digest = createHash("sha256");
      for (const kind of [seen.version, seen.marker, seen.upload]) digest.update(kind.digest());
      return { found, bytes, digest: digest.digest("hex") };
    },
  };
}

function see(digest: Hash, key: string, id: string): void {
  digest.update(JSON.stringify([key, id]));
}
