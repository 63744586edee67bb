import { describe, expect, it } from "vitest";
import { resourcesOf, synthesised } from "./synthesised.ts";

describe("what the service's own code may do through the client library", () => {
  const { evidence } = synthesised();
  const policies = resourcesOf(evidence, "AWS::IAM::ManagedPolicy").filter(({ logicalId }) =>
    logicalId.startsWith("client"),
  );
  const [policy] = policies;
  const document: { Statement: Record<string, unknown>[] } = Object(policy?.Properties.PolicyDocument);

  it("is to read and record decisions, unwrap the subject key and read policies, and nothing else", () => {
    expect(policies).toHaveLength(1);
    expect(document.Statement.map(({ Action }) => Action)).toEqual([
      ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"],
      "dynamodb:GetItem",
      "kms:Decrypt",
      "s3:GetObject",
    ]);
  });

  it("ends at the decisions, the subject key and the policies", () => {
    const resources = document.Statement.map(({ Resource }) => JSON.stringify(Resource));
    expect(resources.map((resource) => /decisions|keys|wrappingkey|records/.exec(resource)?.[0])).toEqual([
      "decisions",
      "keys",
      "wrappingkey",
      "records",
    ]);
    expect(resources[3]).toContain("/policies/*");
    expect(document.Statement[2]?.Condition).toEqual({
      StringEquals: { "kms:EncryptionContext:purpose": "subject-reference" },
    });
  });

  it("is told to the service, with the table, by outputs", () => {
    const outputs = evidence.findOutputs("*");
    expect(outputs.ClientPolicyArn?.Value).toEqual({ Ref: policy?.logicalId });
    expect(JSON.stringify(outputs.DecisionsTable?.Value)).toContain("decisions");
  });
});
