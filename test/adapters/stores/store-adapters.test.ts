import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { policy } from "../../../policies/dream-portraits.ts";
import { StoreNotBound, storeAdapters } from "../../../shared/adapters/stores/store-adapters.ts";
import type { Bindings } from "../../../shared/domain/policy/bindings.ts";
import { subjectStore } from "../../subject-store.ts";

const region = "eu-central-1";
const clients = {
  s3: new S3Client({ region }),
  documents: DynamoDBDocumentClient.from(new DynamoDBClient({ region })),
  cognito: new CognitoIdentityProviderClient({ region }),
};
const stores = policy.stores.filter(({ kind }) => kind !== "log-group").map((store) => subjectStore(store));

function bindingsOf(storeIds: readonly string[]): Bindings {
  const places = storeIds.map((id) => {
    return [id, { id, arn: `arn:aws:example:::${id}`, region, account: "000000000000", owned: true }];
  });
  return {
    schema: "lethe.bindings/1",
    service: "dream-portraits",
    region,
    account: "000000000000",
    policyDigest: "a".repeat(64),
    stores: Object.fromEntries(places),
  };
}

describe("adapters of a policy's stores", () => {
  it("are one a declared store, in the order of the policy", () => {
    const adapters = storeAdapters({ stores: [...stores] }, bindingsOf(stores.map(({ id }) => id)), clients);

    expect(adapters.map(({ storeId, kind }) => ({ id: storeId, kind }))).toEqual(
      stores.map(({ id, kind }) => ({ id, kind })),
    );
  });

  it("are not made when a declared store is at no known place", () => {
    const [, ...others] = stores.map(({ id }) => id);

    expect(() => storeAdapters({ stores: [...stores] }, bindingsOf(others), clients)).toThrow(StoreNotBound);
    expect(() => storeAdapters({ stores: [...stores] }, bindingsOf(others), clients)).toThrow(/photos/);
  });
});
