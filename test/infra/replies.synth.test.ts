import { describe, expect, it } from "vitest";
import { resourcesOf, synthesised } from "./synthesised.ts";

const { erasure, policy } = synthesised();
const text = (value: unknown) => JSON.stringify(value);
const methods = resourcesOf(erasure, "AWS::ApiGateway::Method").filter(({ Properties }) =>
  text(Properties.Integration).includes("replytorequest"),
);
const role = resourcesOf(erasure, "AWS::IAM::Policy").find(({ logicalId }) =>
  logicalId.startsWith("replytorequestrole"),
);
const grants = text(role?.Properties.PolicyDocument);

const grantsOf = (start: string) =>
  text(
    resourcesOf(erasure, "AWS::IAM::Policy").find(({ logicalId }) => logicalId.startsWith(`${start}role`))
      ?.Properties.PolicyDocument,
  );

describe("what tells people of an end by itself", () => {
  it("can make links and find none: the one that concludes reaches no other row of the requests of rights", () => {
    const statements: unknown = Object(JSON.parse(grantsOf("concluderequest"))).Statement;
    const ofRights = (Array.isArray(statements) ? statements : []).filter((statement) =>
      /GetAttrights[0-9A-F]{8}/.test(text(statement)),
    );
    expect(ofRights).toMatchObject([
      {
        Action: "dynamodb:PutItem",
        Condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["token#*"] } },
      },
    ]);
  });

  it("can let somebody sign in again, and close no account: the duties alone", () => {
    const reopening = resourcesOf(erasure, "AWS::IAM::Policy").filter(({ Properties }) =>
      text(Properties).includes("AdminEnableUser"),
    );
    expect(reopening.map(({ logicalId }) => logicalId.split("role")[0])).toEqual(["doduties"]);
    expect(grantsOf("doduties")).not.toContain("AdminDisableUser");
  });
});

describe("letters that people write", () => {
  it("are sent by three calls, each signed by an identity of the account and looked at before it is passed on", () => {
    const resources = resourcesOf(erasure, "AWS::ApiGateway::Resource");
    const paths = methods.map(({ Properties }) => {
      const { Ref } = Object(Properties.ResourceId);
      return resources.find(({ logicalId }) => logicalId === Ref)?.Properties.PathPart;
    });
    expect(paths.sort()).toEqual(["answer", "extension", "refusal"]);
    for (const { Properties } of methods) {
      expect([Properties.HttpMethod, Properties.AuthorizationType]).toEqual(["POST", "AWS_IAM"]);
      expect(Properties.RequestParameters).toEqual({ "method.request.path.rightsRequestId": true });
      expect(Properties.RequestValidatorId).toBeDefined();
    }
    const models = resourcesOf(erasure, "AWS::ApiGateway::Model").map(({ Properties }) => Properties);
    const requiredBy = (name: string) => Object(models.find(({ Name }) => Name === name)?.Schema).required;
    expect(requiredBy("ReplyAnswerBody")).toEqual(["text", "reference"]);
    expect(requiredBy("ReplyRefusalBody")).toEqual(["reason"]);
    expect(requiredBy("ReplyExtensionBody")).toEqual(["reason"]);
  });

  it("come from a function that writes letters, requests of rights and tasks, and reads an address on file", () => {
    expect(grants).toContain('"ses:SendRawEmail"');
    expect(grants).toContain(`"ses:FromAddress":"${policy.service.contact}"`);
    for (const table of ["rights", "tasks"]) expect(grants).toMatch(new RegExp(`GetAtt${table}[0-9A-F]{8}`));
    expect(grants).toContain('"cognito-idp:AdminGetUser"');
  });

  it("which can close no account, touch no erasure and open no mail", () => {
    expect(grants).not.toContain("AdminDisableUser");
    expect(grants).not.toContain("AdminUserGlobalSignOut");
    expect(grants).not.toMatch(/GetAttrequests[0-9A-F]{8}/);
    expect(grants).not.toContain("execute-api");
    expect(grants).not.toContain("lambda:InvokeFunction");
    expect(grants).not.toMatch(/GetAttmail[0-9A-F]{8}/);
  });
});
