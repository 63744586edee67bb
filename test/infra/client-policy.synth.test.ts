import { describe, expect, it } from "vitest";
import { resourcesOf, synthesised } from "./synthesised.ts";

describe("what the service's own code may do through the client library", () => {
  const { evidence, erasure } = synthesised();
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

  it("is, for its clock, to tell, to ask, and to save, and to see where buckets are", () => {
    const [clockPolicy] = resourcesOf(erasure, "AWS::IAM::ManagedPolicy").filter(({ logicalId }) =>
      logicalId.startsWith("clockclient"),
    );
    const { Statement }: { Statement: Record<string, unknown>[] } = Object(
      clockPolicy?.Properties.PolicyDocument,
    );
    expect(Statement.map(({ Action }) => Action)).toEqual([
      "events:PutEvents",
      "dynamodb:BatchGetItem",
      ["dynamodb:GetItem", "dynamodb:BatchGetItem"],
      "s3:GetObject",
      "execute-api:Invoke",
    ]);
    expect(Statement[1]?.Condition).toEqual({
      "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["THING#*"] },
    });
    expect(JSON.stringify(Statement[3]?.Resource)).toContain("/bindings/*");
    expect(JSON.stringify(Statement[4]?.Resource)).toContain("/POST/service/things/saved");
    expect(erasure.findOutputs("*").ClockClientPolicyArn?.Value).toEqual({ Ref: clockPolicy?.logicalId });
  });
});
