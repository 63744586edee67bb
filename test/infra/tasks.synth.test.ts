import { describe, expect, it } from "vitest";
import { functionRows } from "../../infra/functions.ts";
import { allowedBy } from "./access.ts";
import { resourcesOf, synthesised } from "./synthesised.ts";

const TASK_PORTS = ["tasks:open", "tasks:close"] as const;

describe("what people have to do", () => {
  const { erasure, evidence } = synthesised();
  const policies = resourcesOf(erasure, "AWS::IAM::Policy");
  const may = (name: string, action: string, table: string): boolean => {
    const start = name.replaceAll("-", "");
    const role = policies.find(({ logicalId }) => logicalId.startsWith(`${start}role`));
    return (
      policies.length > 0 && role !== undefined && reaches(role.Properties.PolicyDocument, action, table)
    );
  };

  it("is kept in a table of its own, whose rows go by themselves once they are done", () => {
    const tasks = resourcesOf(evidence, "AWS::DynamoDB::Table").find(({ logicalId }) =>
      logicalId.startsWith("tasks"),
    );
    expect(tasks?.Properties.TimeToLiveSpecification).toEqual({
      AttributeName: "expiresAtEpochSeconds",
      Enabled: true,
    });
  });

  it("can be opened by whatever fails, and sent away only by what was given the right to", () => {
    for (const [name, { ports }] of functionRows()) {
      const declared: readonly string[] = ports;
      const [opens, closes] = TASK_PORTS.map((port) => declared.includes(port));
      expect(may(name, "dynamodb:PutItem", "tasks"), `${name} writes`).toBe(opens || closes);
      expect(may(name, "dynamodb:DeleteItem", "tasks"), `${name} closes`).toBe(closes);
    }
    expect(may("record-failure", "dynamodb:PutItem", "tasks")).toBe(true);
    expect(may("record-failure", "dynamodb:DeleteItem", "tasks")).toBe(false);
  });

  it("can be closed by a function that can change no request", () => {
    expect(may("close-task", "dynamodb:DeleteItem", "tasks")).toBe(true);
    for (const action of ["GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query"]) {
      expect(may("close-task", `dynamodb:${action}`, "requests"), action).toBe(false);
    }
  });

  it("includes calls that failed: the drain may count them and read none", () => {
    const queue = resourcesOf(erasure, "AWS::SQS::Queue")[0]?.logicalId ?? "";
    const drain = policies.find(({ logicalId }) => logicalId.startsWith("drainrequestsrole"));
    const document = drain?.Properties.PolicyDocument;
    const resource = `(${queue})`;
    expect(allowedBy(document, { action: "sqs:GetQueueAttributes", resource })).not.toEqual([]);
    expect(allowedBy(document, { action: "sqs:ReceiveMessage", resource })).toEqual([]);
  });
});

/** Tables of another stack are named by its export, in which their logical id stands. */
function reaches(document: unknown, action: string, table: string): boolean {
  const statements: unknown = Object(document).Statement;
  return (Array.isArray(statements) ? statements : []).some((statement) => {
    const text = JSON.stringify(statement);
    return text.includes(`"${action}"`) && new RegExp(`GetAtt${table}[0-9A-F]{8}`).test(text);
  });
}
