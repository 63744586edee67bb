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
  return policy.stores
    .filter(holdsSubjects)
    .map((store) => adapterOf(store, placeOf(store, bindings), clients, scope));
}

/**
 * Returns the physical name of a declared store.
 *
 * @throws {StoreNotBound} if it has none.
 */
export function placeOf({ id }: SubjectStore, bindings: Bindings): string {
  const place = bindings.stores[id];
  if (place) return place.id;
  throw new StoreNotBound(`The bindings do not say where store ${id} is: deploy again, which writes them.`);
}

function adapterOf(
  store: SubjectStore,
  place: string,
  { s3, documents, cognito }: StoreClients,
  scope: Scope,
): StoreAdapter {
  const { id: storeId, kind } = store;
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
  }
}
