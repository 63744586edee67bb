import { CognitoIdentityProviderClient, ListUsersCommand } from "@aws-sdk/client-cognito-identity-provider";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { policy as imageDesigner } from "../../../policies/image-designer.ts";
import { policy as imageGen } from "../../../policies/image-gen.ts";
import { accountDirectory } from "../../../shared/adapters/stores/account-directory.ts";
import { cognitoAccountDirectory } from "../../../shared/adapters/stores/cognito/account-directory.ts";
import { StoreNotBound } from "../../../shared/adapters/stores/store-adapters.ts";
import { InvalidSubjectId } from "../../../shared/domain/erasure/subject-id.ts";
import { compilePolicy } from "../../../shared/domain/policy/compile-policy.ts";
import { inMemoryDocuments } from "../../world/dynamodb/in-memory-documents.ts";

const cognito = new CognitoIdentityProviderClient({});
const aws = mockClient(cognito);
const directory = cognitoAccountDirectory(cognito, "pool", "email");
const userAt = (Username: string, address: string) => ({
  Username,
  Attributes: [{ Name: "email", Value: address }],
});
const filters = () => aws.commandCalls(ListUsersCommand).map(({ args }) => args[0].input.Filter);

beforeEach(() => aws.reset());

describe("accounts of a user pool by address", () => {
  it("are asked for in lower case and as written, with what would end the filter escaped", async () => {
    aws.on(ListUsersCommand).resolves({});
    await directory.findByAddress('A"\\ or email ^= "@mail.example', 2);
    expect(filters()).toEqual([
      String.raw`email = "a\"\\ or email ^= \"@mail.example"`,
      String.raw`email = "A\"\\ or email ^= \"@mail.example"`,
    ]);
  });

  it("are asked for once where the address is in lower case already", async () => {
    aws.on(ListUsersCommand).resolves({});
    await directory.findByAddress("ada@mail.example", 2);
    expect(filters()).toEqual(['email = "ada@mail.example"']);
  });

  it("do not count when the pool takes more for the same than we do", async () => {
    const answers = [
      "ada@mail.example",
      "ada+x@mail.example",
      "ＡDA@mail.example",
      "ada@mail.example.example",
    ];
    aws.on(ListUsersCommand).resolves({ Users: answers.map((at, index) => userAt(`person-${index}`, at)) });
    expect(await directory.findByAddress("Ada@mail.example", 10)).toEqual([
      { subjectId: "person-0", address: "ada@mail.example" },
    ]);
  });

  it("without an address are nobody's, and a user name that is no subject id is an error", async () => {
    aws.on(ListUsersCommand).resolves({ Users: [{ Username: "person-1", Attributes: [] }] });
    expect(await directory.findByAddress("ada@mail.example", 2)).toEqual([]);
    aws.on(ListUsersCommand).resolves({ Users: [userAt("ada@mail.example", "ada@mail.example")] });
    await expect(directory.findByAddress("ada@mail.example", 2)).rejects.toThrow(InvalidSubjectId);
  });
});

describe("the directory of a policy", () => {
  const { documents } = inMemoryDocuments();
  const bindings = {
    schema: "lethe.bindings/1" as const,
    service: "image-gen",
    region: "us-east-1",
    account: "000000000000",
    policyDigest: "a".repeat(64),
    stores: {},
  };

  it("is nobody's where rights are exercised in the app alone, and says which store has no place", async () => {
    const { policy } = compilePolicy(imageGen);
    const { accountAddresses: _, ...silent } = policy;
    const nobody = accountDirectory(silent, bindings, { documents, cognito });
    expect(await nobody.findByAddress("ada@mail.example", 2)).toEqual([]);
    expect(filters()).toEqual([]);
    for (const declared of [imageGen, imageDesigner]) {
      const { policy: checked } = compilePolicy(declared);
      expect(() => accountDirectory(checked, bindings, { documents, cognito })).toThrow(StoreNotBound);
    }
  });
});
