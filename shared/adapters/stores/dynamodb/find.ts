import { createHash } from "node:crypto";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { ACCOUNT, type Scope } from "../../../domain/erasure/scope.ts";
import type { DynamodbLayout } from "../../../domain/policy/store.ts";
import type { StoreFinder } from "../../../operations/ports.ts";
import { itemKeys } from "./keys.ts";

/** Returns a finder over the subject's partition; sizes are not read, so `bytes` is 0. */
export function dynamodbFinder(
  documents: DynamoDBDocumentClient,
  table: string,
  store: DynamodbLayout,
  scope: Scope = ACCOUNT,
): StoreFinder {
  return {
    async find(subject) {
      const digest = createHash("sha256");
      let found = 0;
      for await (const keys of itemKeys(documents, table, store, subject, scope)) {
        for (const key of keys) digest.update(JSON.stringify(Object.entries(key).sort()));
        found += keys.length;
      }
      return { found, bytes: 0, digest: digest.digest("hex") };
    },
  };
}
