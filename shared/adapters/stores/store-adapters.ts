import type { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import type { S3Client } from "@aws-sdk/client-s3";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { ACCOUNT, type Scope } from "../../domain/erasure/scope.ts";
import type { Bindings } from "../../domain/policy/bindings.ts";
import { holdsSubjects, type Store, type SubjectStore } from "../../domain/policy/store.ts";
import type { StoreAdapter } from "../../operations/ports.ts";
import { cognitoEraser } from "./cognito/erase.ts";
import { cognitoFinder } from "./cognito/find.ts";
import { cognitoVerifier } from "./cognito/verify.ts";
import { dynamodbEraser } from "./dynamodb/erase.ts";
import { dynamodbFinder } from "./dynamodb/find.ts";
import { dynamodbVerifier } from "./dynamodb/verify.ts";
import { indexEraser } from "./dynamodb-index/erase.ts";
import { indexFinder } from "./dynamodb-index/find.ts";
import { indexVerifier } from "./dynamodb-index/verify.ts";
import { mentionsEraser } from "./dynamodb-mentions/erase.ts";
import { mentionsFinder } from "./dynamodb-mentions/find.ts";
import { mentionsVerifier } from "./dynamodb-mentions/verify.ts";
import { sharedEraser } from "./dynamodb-shared/erase.ts";
import { sharedFinder } from "./dynamodb-shared/find.ts";
import { sharedVerifier } from "./dynamodb-shared/verify.ts";
import { s3Eraser } from "./s3/erase.ts";
import { s3Finder } from "./s3/find.ts";
import { s3Verifier } from "./s3/verify.ts";

/** A declared store is at no known place: the bindings are of another policy. */
export class StoreNotBound extends Error {
  override readonly name = "StoreNotBound";
}

/** What the adapters speak to AWS with. */
export interface StoreClients {
  readonly s3: S3Client;
  readonly documents: DynamoDBDocumentClient;
  readonly cognito: CognitoIdentityProviderClient;
}

/**
 * Returns the three sides of every store of a policy in which people can be found, narrowed to a scope. A kind of store without an adapter does not compile.
 *
 * @throws {StoreNotBound} naming the store that has no physical place.
 */
export function storeAdapters(
  policy: { readonly stores: readonly Store[] },
  bindings: Bindings,
  clients: StoreClients,
  scope: Scope = ACCOUNT,
): readonly StoreAdapter[] {
  return policy.stores.filter(holdsSubjects).map((store) => adapterOf(store, bindings, clients, scope));
}

/**
 * Returns the physical name of a declared store.
 *
 * @throws {StoreNotBound} if it has none.
 */
export function boundPlace({ stores }: Bindings, storeId: string): string {
  const place = stores[storeId];
  if (place) return place.id;
  throw new StoreNotBound(
    `The bindings do not say where store ${storeId} is: deploy again, which writes them.`,
  );
}

function adapterOf(
  store: SubjectStore,
  bindings: Bindings,
  { s3, documents, cognito }: StoreClients,
  scope: Scope,
): StoreAdapter {
  const { id: storeId, kind } = store;
  const place = boundPlace(bindings, storeId);
  switch (store.kind) {
    case "s3":
      return {
        storeId,
        kind,
        finder: s3Finder(s3, place, store, scope),
        eraser: s3Eraser(s3, place, store, { scope }),
        verifier: s3Verifier(s3, place, store, scope),
      };
    case "dynamodb":
      return {
        storeId,
        kind,
        finder: dynamodbFinder(documents, place, store, scope),
        eraser: dynamodbEraser(documents, place, store, { scope }),
        verifier: dynamodbVerifier(documents, place, store, scope),
      };
    case "cognito":
      return {
        storeId,
        kind,
        finder: cognitoFinder(cognito, place),
        eraser: cognitoEraser(cognito, place),
        verifier: cognitoVerifier(cognito, place),
      };
    case "dynamodb-index":
      return {
        storeId,
        kind,
        finder: indexFinder(documents, place, store),
        eraser: indexEraser(documents, place, store),
        verifier: indexVerifier(documents, place, store),
      };
    case "dynamodb-mentions": {
      const where = { documents, table: place, store };
      return {
        storeId,
        kind,
        finder: mentionsFinder(where),
        eraser: mentionsEraser(where),
        verifier: mentionsVerifier(documents, place, store),
      };
    }
    case "dynamodb-shared": {
      const files = store.objects && { bucket: boundPlace(bindings, store.objects.bucketOf) };
      const where = { documents, table: place, s3, store, ...files };
      return {
        storeId,
        kind,
        finder: sharedFinder(where),
        eraser: sharedEraser(where),
        verifier: sharedVerifier(where),
      };
    }
  }
}
