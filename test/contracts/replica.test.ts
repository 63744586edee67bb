import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storeAdapters } from "../../shared/adapters/stores/store-adapters.ts";
import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import type { Bindings } from "../../shared/domain/policy/bindings.ts";
import { compilePolicy } from "../../shared/domain/policy/compile-policy.ts";
import { storesErasedBy } from "../../shared/domain/policy/erasure-targets.ts";
import { type S3Server, startS3Server } from "../bench/s3-server/server.ts";
import { minimalPolicy } from "../domain/policy/minimal-policy.ts";
import { openGate } from "../world/stores/gates.ts";

const person = subjectIdOf("1");
const region = "eu-central-1";
const pictures = {
  kind: "s3",
  keyTemplate: "users/{subject}/…",
  versioned: true,
  categories: ["picture"],
} as const;
const { policy } = compilePolicy({
  ...minimalPolicy,
  stores: [
    { id: "pictures", ...pictures },
    { id: "pictures-elsewhere", ...pictures, replicaOf: "pictures" },
    ...minimalPolicy.stores.filter(({ kind }) => kind === "cognito"),
  ],
});

describe("a replica that a policy declares", () => {
  let server: S3Server;
  beforeAll(async () => {
    server = await startS3Server();
  });
  afterAll(() => server.stop());

  it("is found, erased and looked into by itself: deletes of versions are never replicated", async () => {
    const place = (id: string) => [id, { id, arn: `arn:aws:s3:::${id}`, region, account: "0", owned: true }];
    const stores = storesErasedBy(policy, { kind: "account" }).filter(({ kind }) => kind === "s3");
    const bindings: Bindings = {
      schema: "lethe.bindings/1",
      service: "minimal",
      region,
      account: "0",
      policyDigest: "a".repeat(64),
      stores: Object.fromEntries(stores.map(({ id }) => place(id))),
    };
    const buckets = stores.map(({ id }) => server.newBucket(id, { isVersioned: true }));
    for (const bucket of buckets) for (const name of ["a", "b"]) bucket.put(`users/${person}/${name}`, 1);
    const [original, replica] = storeAdapters({ stores }, bindings, {
      s3: new S3Client(server.clientConfig),
      documents: DynamoDBDocumentClient.from(new DynamoDBClient({ region })),
      cognito: new CognitoIdentityProviderClient({ region }),
    });
    if (!original || !replica) throw new Error("An erasure of the account empties both.");

    await original.eraser.erase(person, openGate, async () => undefined);

    expect(await original.verifier.countRemaining(person)).toBe(0);
    expect((await replica.finder.find(person)).found).toBe(2);
    expect(await replica.verifier.countRemaining(person)).toBe(2);
    expect(await replica.eraser.erase(person, openGate, async () => undefined)).toMatchObject({ deleted: 2 });
    expect(await replica.verifier.countRemaining(person)).toBe(0);
  });
});
