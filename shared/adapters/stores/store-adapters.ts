import type { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import type { S3Client } from "@aws-sdk/client-s3";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
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
 * Returns the three sides of every store of a policy in which people can be found. A kind of store without an adapter does not compile.
 *
 * @throws {StoreNotBound} naming the store that has no physical place.
 */
export function storeAdapters(
  policy: { readonly stores: readonly Store[] },
  bindings: Bindings,
  clients: StoreClients,
): readonly StoreAdapter[] {
  return policy.stores.filter(holdsSubjects).map((store) => {
    const place = bindings.stores[store.id];
    if (place) return adapterOf(store, place.id, clients);
    throw new StoreNotBound(
      `The bindings do not say where store ${store.id} is: deploy again, which writes them.`,
    );
  });
}

function adapterOf(
  store: SubjectStore,
  place: string,
  { s3, documents, cognito }: StoreClients,
): StoreAdapter {
  const { id: storeId, kind } = store;
  switch (store.kind) {
    case "s3":
      return {
        storeId,
        kind,
        finder: s3Finder(s3, place, store),
        eraser: s3Eraser(s3, place, store),
        verifier: s3Verifier(s3, place, store),
      };
    case "dynamodb":
      return {
        storeId,
        kind,
        finder: dynamodbFinder(documents, place, store),
        eraser: dynamodbEraser(documents, place, store),
        verifier: dynamodbVerifier(documents, place, store),
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
