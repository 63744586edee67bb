import { describe, expect, it } from "vitest";
import type { PolicyDeclaration } from "../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../domain/policy/minimal-policy.ts";
import { deniedBy } from "./access.ts";
import { resourcesOf, synthesised } from "./synthesised.ts";

const named = { attribute: "members", template: "SUBJECT#{subject}" };
/** Every kind of store in which a person's items have no key of theirs, and a queue. */
const policy = {
  ...minimalPolicy,
  stores: [
    ...minimalPolicy.stores,
    {
      id: "orders",
      kind: "dynamodb-index",
      partitionKey: { attribute: "order" },
      locatedBy: { index: "by-buyer", partitionKey: { attribute: "buyer", template: "SUBJECT#{subject}" } },
      timeToLiveAttribute: "goesAtEpochSeconds",
      categories: ["account"],
    },
    {
      id: "gifts",
      kind: "dynamodb-mentions",
      tableOf: "orders",
      partitionKey: { attribute: "order" },
      attribute: "giftFor",
      template: "SUBJECT#{subject}",
      effect: "remove-attribute",
      categories: ["greeting"],
    },
    {
      id: "albums",
      kind: "dynamodb-shared",
      partitionKey: { attribute: "album" },
      members: named,
      owner: { attribute: "owner" },
      rule: "goes-with-owner",
      objects: { bucketOf: "pictures", keyTemplate: "albums/{project}/…" },
      categories: ["picture"],
    },
    { id: "results", kind: "aged-files", prefix: "athena/", retentionDays: 7, categories: ["picture"] },
    { id: "failed", kind: "queue", retentionDays: 3, categories: ["picture"] },
  ],
  categories: [
    ...minimalPolicy.categories,
    { id: "greeting", what: "Whom a gift is for", sensitive: false, purposes: ["support"] },
  ],
  retention: [
    ...minimalPolicy.retention,
    { category: "greeting", earlierOn: ["account-ended"], onEnd: "delete" },
  ],
  erasure: minimalPolicy.erasure.map((scope) => ({
    ...scope,
    categories: { ...scope.categories, greeting: { effect: "erase" } },
  })),
  processors: minimalPolicy.processors.map((hosting) => ({
    ...hosting,
    receives: [...hosting.receives, "greeting"],
  })),
} satisfies PolicyDeclaration;

describe("tables in which a person's items have no key of theirs", () => {
  const made = synthesised({ policy });
  const tables = resourcesOf(made.storage, "AWS::DynamoDB::Table");
  const table = (id: string) => {
    const found = tables.find(({ logicalId }) => logicalId.startsWith(id));
    if (!found) throw new Error(`There is no table ${id}.`);
    return found;
  };
  /** Returns which guards of a bucket refuse a key. */
  const putInto = (id: string) => {
    const isOf = ({ logicalId }: { readonly logicalId: string }) => logicalId.startsWith(id);
    const bucket = resourcesOf(made.storage, "AWS::S3::Bucket").find(isOf);
    const guards = resourcesOf(made.storage, "AWS::S3::BucketPolicy").find(isOf);
    return (key: string) =>
      deniedBy(guards?.Properties.PolicyDocument, {
        action: "s3:PutObject",
        resource: `(${bucket?.logicalId})/${key}`,
      });
  };
  /** What a function may do: the inline policy of its role. */
  const rights = (name: string) => {
    const found = resourcesOf(made.erasure, "AWS::IAM::Policy").find(({ logicalId }) =>
      logicalId.startsWith(name.replaceAll("-", "")),
    );
    if (!found) throw new Error(`There is no role of ${name}.`);
    return JSON.stringify(found.Properties.PolicyDocument);
  };

  it("are one for each store that has one: names in items of others lie in the table of those", () => {
    expect(tables.map(({ logicalId }) => logicalId.replace(/[0-9A-F]{8}$/, "")).sort()).toEqual([
      "albums",
      "orders",
    ]);
    expect(made.stage.storage.stores.gifts).toBe(made.stage.storage.stores.orders);
  });

  it("have an index of keys alone, and the time to live that is declared", () => {
    expect(table("orders").Properties).toMatchObject({
      KeySchema: [{ AttributeName: "order", KeyType: "HASH" }],
      GlobalSecondaryIndexes: [
        {
          IndexName: "by-buyer",
          KeySchema: [{ AttributeName: "buyer", KeyType: "HASH" }],
          Projection: { ProjectionType: "KEYS_ONLY" },
        },
      ],
      TimeToLiveSpecification: { AttributeName: "goesAtEpochSeconds", Enabled: true },
    });
  });

  it("may be read for the purposes of all that lies in them, and for no other", () => {
    const { PolicyDocument } = Object(table("orders").Properties.ResourcePolicy);
    const read = (purpose: string) =>
      deniedBy(PolicyDocument, {
        action: "dynamodb:GetItem",
        resource: "any",
        context: { "aws:PrincipalTag/lethe:purpose": purpose },
      });
    expect(read("service-delivery")).toEqual([]);
    expect(read("support")).toEqual([]);
    expect(read("analytics")).toEqual(["Readers"]);
  });

  it("are read by the functions as far as each has to, by attributes that are named", () => {
    const ofIndex = '"dynamodb:LeadingKeys":["SUBJECT#?*"]';
    const ofOrders = '"dynamodb:Attributes":["order","buyer"]';
    const ofGifts = '"dynamodb:Attributes":["order","giftFor"]';
    for (const part of [ofIndex, ofOrders, ofGifts]) {
      expect(rights("plan-erasure")).toContain(part);
      expect(rights("erase-stores")).toContain(part);
    }
    // What looks again does not ask the index.
    expect(rights("verify-absence")).not.toContain("/index/");
    expect(rights("verify-absence")).toContain(ofOrders);
    for (const name of ["plan-erasure", "verify-absence"]) {
      const operations = rights(name).match(/dynamodb:(?:Update|Delete)Item/g) ?? [];
      // Its own rows, of requests: the tables of the service are changed by the eraser alone.
      const documents = JSON.parse(rights(name)).Statement;
      const onService = documents.filter((one: unknown) => JSON.stringify(one).includes("orders"));
      expect(JSON.stringify(onService)).not.toMatch(/Update|Delete/);
      expect(operations.length).toBeGreaterThan(0);
    }
  });

  it("take changes of the eraser that the policy names, and no other", () => {
    const statements: readonly unknown[] = JSON.parse(rights("erase-stores")).Statement;
    const changing = statements
      .map((one) => JSON.stringify(one))
      .filter((one) => /orders|albums/.test(one) && /UpdateItem|DeleteItem/.test(one))
      .map((one) => one.match(/"dynamodb:(?:Update|Delete)Item"/g)?.join());
    expect(changing.toSorted()).toEqual([
      '"dynamodb:DeleteItem"',
      '"dynamodb:UpdateItem"',
      '"dynamodb:UpdateItem","dynamodb:DeleteItem"',
    ]);
  });

  it("have their files in the bucket of another store, where nothing else may be put", () => {
    const limited = policy.retention.map((rule) =>
      rule.category === "picture" ? { ...rule, limit: { after: { days: 30 }, from: "created" } } : rule,
    );
    const ending = synthesised({ policy: { ...policy, retention: limited } });
    // What one person has beside them ends by its prefix, and takes none of what is shared.
    expect(
      resourcesOf(ending.storage, "AWS::S3::Bucket").find(({ logicalId }) => logicalId.startsWith("pictures"))
        ?.Properties.LifecycleConfiguration,
    ).toMatchObject({
      Rules: [{ Id: "expiry-pictures", Prefix: "users/", ExpirationInDays: 30 }, { Id: "leftovers" }, {}],
    });
    const put = putInto("pictures");
    expect(put("albums/a1/page.png")).not.toContain("UndeclaredPlaces");
    expect(put("users/1/page.png")).not.toContain("UndeclaredPlaces");
    expect(put("other/a1/page.png")).toContain("UndeclaredPlaces");
    expect(rights("erase-stores")).toContain("/albums/*");
  });

  it("stand beside files that tell of many, which S3 removes by age, in a bucket for nothing else", () => {
    const bucket = resourcesOf(made.storage, "AWS::S3::Bucket").find(({ logicalId }) =>
      logicalId.startsWith("results"),
    );
    expect(bucket?.Properties.LifecycleConfiguration).toEqual({
      Rules: [
        {
          Id: "expiry",
          ExpirationInDays: 7,
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
          Status: "Enabled",
        },
      ],
    });
    const put = putInto("results");
    expect(put("athena/one.csv")).not.toContain("UndeclaredPlaces");
    expect(put("users/1/one.csv")).toContain("UndeclaredPlaces");
    for (const name of ["plan-erasure", "erase-stores", "verify-absence"])
      expect(rights(name)).not.toContain("results");
  });

  it("stand beside a queue that forgets when its days are over", () => {
    const queues = resourcesOf(made.storage, "AWS::SQS::Queue");
    const queue = queues.find(({ logicalId }) => logicalId.startsWith("failed"));
    expect(queue?.Properties).toMatchObject({
      MessageRetentionPeriod: 3 * 86_400,
      SqsManagedSseEnabled: true,
    });
    expect(made.stage.storage.stores.failed?.id).toBeDefined();
  });
});
