import { describe, expect, it } from "vitest";
import { comparablePolicy } from "../../local/read-back/access-policy.ts";

const arn = { "Fn::GetAtt": ["photos", "Arn"] };
const statement = {
  Sid: "Readers",
  Effect: "Deny",
  Principal: { AWS: "*" },
  Action: ["s3:GetObject", "s3:GetObjectVersion"],
  Resource: { "Fn::Join": ["", [arn, "/users/*"]] },
  Condition: {
    StringNotEquals: { "aws:PrincipalTag/lethe:purpose": "generation", "aws:SourceVpc": { Ref: "vpc" } },
  },
};
const deployed = {
  ...statement,
  Resource: "arn:aws:s3:::photos-1/users/*",
  Condition: {
    StringNotEquals: { "aws:SourceVpc": "vpc-1", "aws:PrincipalTag/lethe:purpose": ["generation"] },
  },
};

describe("a policy that is read back", () => {
  it("is that of the template, whatever the names and the order", () => {
    expect(comparablePolicy(JSON.stringify({ Statement: [deployed] }))).toBe(
      comparablePolicy({ Version: "2012-10-17", Statement: [statement] }),
    );
  });

  it.each([
    [
      "another purpose",
      { Condition: { StringNotEquals: { "aws:PrincipalTag/lethe:purpose": "marketing" } } },
    ],
    ["no condition", { Condition: undefined }],
    ["another effect", { Effect: "Allow" }],
    ["another place", { Resource: "arn:aws:s3:::photos-1/others/*" }],
    ["fewer actions", { Action: "s3:GetObject" }],
    ["another operator", { Condition: { StringEquals: deployed.Condition.StringNotEquals } }],
  ])("differs by %s", (_, change) => {
    expect(comparablePolicy({ Statement: [{ ...deployed, ...change }] })).not.toBe(
      comparablePolicy({ Statement: [statement] }),
    );
  });

  it("is missing where there is none", () => {
    expect(comparablePolicy(undefined)).toBe("none");
  });
});
