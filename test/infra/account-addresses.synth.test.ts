import { describe, expect, it } from "vitest";
import { accountLookupStatements } from "../../infra/constructs/account-lookup-grants.ts";
import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { policy as gptImage } from "../../policies/gpt-image.ts";
import { policy as imageDesigner } from "../../policies/image-designer.ts";
import { compilePolicy } from "../../shared/domain/policy/compile-policy.ts";
import { resourcesOf, synthesised } from "./synthesised.ts";

const BY_ADDRESS = {
  IndexName: "by-address",
  KeySchema: [{ AttributeName: "address", KeyType: "HASH" }],
  Projection: { ProjectionType: "KEYS_ONLY" },
};

describe("where addresses are on file", () => {
  it.each([
    ["accounts", imageDesigner],
    ["profiles", gptImage],
  ])("the table of %s has an index by it, of keys alone, and no other table has one", (id, policy) => {
    const tables = resourcesOf(synthesised({ policy }).storage, "AWS::DynamoDB::Table");
    const indexed = tables.filter(({ Properties }) => Properties.GlobalSecondaryIndexes !== undefined);
    expect(indexed.map(({ logicalId }) => logicalId.replace(/[0-9A-F]{8}$/, ""))).toEqual([id]);
    expect(indexed[0]?.Properties.GlobalSecondaryIndexes).toEqual([BY_ADDRESS]);
  });

  it("only that index and that table may be asked, and of a pool only whom it lists", () => {
    const ref = (id: string) => ({
      id,
      arn: `arn:of:${id}`,
      region: "us-east-1",
      account: "000000000000",
      owned: true,
    });
    const statementsOf = (declared: unknown) => {
      const { policy } = compilePolicy(declared);
      const refs = Object.fromEntries(policy.stores.map(({ id }) => [id, ref(id)]));
      return accountLookupStatements(policy, refs);
    };
    expect(statementsOf(imageDesigner)).toEqual([
      { actions: ["dynamodb:Query"], resources: ["arn:of:accounts/index/by-address"] },
      {
        actions: ["dynamodb:GetItem"],
        resources: ["arn:of:accounts"],
        conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["SUBJECT#?*"] } },
      },
    ]);
    expect(statementsOf(dreamPortraits)).toEqual([
      { actions: ["cognito-idp:ListUsers"], resources: ["arn:of:accounts"] },
    ]);
  });
});
