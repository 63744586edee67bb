import { createHash } from "node:crypto";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { IndexedLayout } from "../../../domain/policy/table-stores.ts";
import type { StoreFinder } from "../../../operations/ports.ts";
import { indexedItems } from "./keys.ts";

/** Returns a finder over what an index names of a subject and the table confirms; sizes are not read. */
export function indexFinder(
  documents: DynamoDBDocumentClient,
  table: string,
  store: IndexedLayout,
): StoreFinder {
  return {
    async find(subject) {
      const digest = createHash("sha256");
      let found = 0;
      for await (const entries of indexedItems(documents, table, store, subject)) {
        for (const { key } of entries) digest.update(JSON.stringify(Object.entries(key).sort()));
        found += entries.length;
      }
      return { found, bytes: 0, digest: digest.digest("hex") };
    },
  };
}
