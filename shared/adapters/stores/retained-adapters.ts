import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { retentionPseudonym } from "../../domain/erasure/subject-reference.ts";
import type { Bindings } from "../../domain/policy/bindings.ts";
import type { RetainedStore } from "../../domain/policy/retained-stores.ts";
import type { StoreAdapter, SubjectKeys } from "../../operations/ports.ts";
import { dynamodbFinder } from "./dynamodb/find.ts";
import { dynamodbRetainer, type RetainingPorts } from "./dynamodb/retain.ts";
import { dynamodbRetentionVerifier } from "./dynamodb/verify-retained.ts";
import { boundPlace } from "./store-adapters.ts";

/** Returns pseudonyms of one service's people, made with the key in force. */
export function pseudonymsOf(subjectKeys: SubjectKeys, service: string): RetainingPorts["pseudonymOf"] {
  return async (subject) => retentionPseudonym(await subjectKeys.current(), service, subject);
}

/**
 * Returns the three sides of the tables of which an erasure keeps a part of each record.
 *
 * @throws {StoreNotBound} naming the store that has no physical place.
 */
export function retainedAdapters(
  retained: readonly RetainedStore[],
  bindings: Bindings,
  documents: DynamoDBDocumentClient,
  ports: RetainingPorts,
): readonly StoreAdapter[] {
  return retained.map((one) => {
    const place = boundPlace(bindings, one.store.id);
    return {
      storeId: one.store.id,
      kind: one.store.kind,
      finder: dynamodbFinder(documents, place, one.store),
      eraser: dynamodbRetainer(documents, place, one, ports),
      verifier: dynamodbRetentionVerifier(documents, place, one, ports),
      retention: one.retention,
    };
  });
}
