import { describe, expect, it } from "vitest";
import { allowedBy, deniedBy, resourcesNamedIn } from "./access.ts";
import { resourcesOf, synthesised } from "./synthesised.ts";

const STAFF_PATHS = [
  "requests",
  "requests/req_1/approval",
  "requests/req_1/withdrawal",
  "requests/req_1/refusal",
  "requests/req_1/pause",
  "requests/req_1/resume",
  "requests/req_1/expedition",
  "pause",
  "resume",
  "tasks/task_1/done",
  "rights/rrq_1/answer",
  "rights/rrq_1/refusal",
  "rights/rrq_1/extension",
  "mail/m1/form",
  "holds",
  "holds/hold_1/release",
];
const SERVICE_PATHS = ["service/requests", "service/requests/req_1/withdrawal"];

describe("who may call the API", () => {
  const { erasure } = synthesised();
  const documentOf = (prefix: string): unknown =>
    resourcesOf(erasure, "AWS::IAM::ManagedPolicy").find(({ logicalId }) => logicalId.startsWith(prefix))
      ?.Properties.PolicyDocument;
  const root = resourcesNamedIn(documentOf("staffcalls"))
    .map((resource) => /^(.*)\/POST\//.exec(resource)?.[1])
    .find((found) => found !== undefined);
  const may = (prefix: string, path: string): boolean => {
    const request = { action: "execute-api:Invoke", resource: `${root}/POST/${path}` };
    const document = documentOf(prefix);
    return allowedBy(document, request).length > 0 && deniedBy(document, request).length === 0;
  };

  it("is staff for what staff do, and roles of the service for what the person does", () => {
    expect(root).toContain("execute-api");
    expect(STAFF_PATHS.filter((path) => !may("staffcalls", path))).toEqual([]);
    expect(SERVICE_PATHS.filter((path) => !may("servicecalls", path))).toEqual([]);
  });

  it("is never the other", () => {
    expect(SERVICE_PATHS.filter((path) => may("staffcalls", path))).toEqual([]);
    expect(STAFF_PATHS.filter((path) => may("servicecalls", path))).toEqual([]);
  });

  it("is told by outputs", () => {
    for (const output of ["StaffPolicyArn", "RequestErasurePolicyArn"]) {
      expect(erasure.findOutputs(output)[output], output).toBeDefined();
    }
  });
});
