import {
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  ListUsersCommand,
  UserNotFoundException,
} from "@aws-sdk/client-cognito-identity-provider";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { cognitoAccounts } from "../../../shared/adapters/stores/cognito/accounts.ts";
import { cognitoEraser } from "../../../shared/adapters/stores/cognito/erase.ts";
import { cognitoFinder } from "../../../shared/adapters/stores/cognito/find.ts";
import { cognitoVerifier } from "../../../shared/adapters/stores/cognito/verify.ts";
import { subjectIdOf } from "../../../shared/domain/erasure/subject-id.ts";
import { openGate } from "../../world/stores/gates.ts";

const person = subjectIdOf("person-1");
const cognito = new CognitoIdentityProviderClient({});
const aws = mockClient(cognito);
const notFound = new UserNotFoundException({ message: "none", $metadata: {} });
const told = async () => undefined;

beforeEach(() => aws.reset());

describe("accounts in Cognito", () => {
  it("are disabled and signed out everywhere before their address is told", async () => {
    aws.on(AdminGetUserCommand).resolves({
      Username: person,
      UserAttributes: [
        { Name: "sub", Value: "x" },
        { Name: "email", Value: "person@people.example" },
      ],
    });
    aws.on(AdminDisableUserCommand).resolves({});
    aws.on(AdminUserGlobalSignOutCommand).resolves({});

    expect(await cognitoAccounts(cognito, "pool").disable(person)).toBe("person@people.example");
    for (const command of [AdminDisableUserCommand, AdminUserGlobalSignOutCommand]) {
      expect(aws.commandCalls(command)[0]?.args[0].input).toEqual({ UserPoolId: "pool", Username: person });
    }
  });

  it("that are not there have no address, are not found, and are erased with success", async () => {
    aws.on(AdminGetUserCommand).rejects(notFound);
    aws.on(AdminDeleteUserCommand).rejects(notFound);

    expect(await cognitoAccounts(cognito, "pool").disable(person)).toBeUndefined();
    expect(await cognitoFinder(cognito, "pool").find(person)).toMatchObject({ found: 0 });
    expect(await cognitoEraser(cognito, "pool").erase(person, openGate, told)).toEqual({
      deleted: 0,
      left: 0,
      leftBehind: [],
      finished: true,
    });
  });

  it("are enabled again, and say whether they are; who is gone stays gone", async () => {
    const accounts = cognitoAccounts(cognito, "pool");
    for (const isEnabled of [true, false]) {
      aws.on(AdminGetUserCommand).resolves({ Username: person, Enabled: isEnabled });
      expect(await accounts.isEnabled(person)).toBe(isEnabled);
    }
    aws.on(AdminEnableUserCommand).resolves({});
    await accounts.enable(person);
    const [call] = aws.commandCalls(AdminEnableUserCommand);
    expect(call?.args[0].input).toEqual({ UserPoolId: "pool", Username: person });

    aws.on(AdminGetUserCommand).rejects(notFound);
    aws.on(AdminEnableUserCommand).rejects(notFound);
    expect(await accounts.isEnabled(person)).toBe(false);
    await accounts.enable(person);
  });

  it("that vanish while they are disabled still tell the address that was read", async () => {
    aws.on(AdminGetUserCommand).resolves({
      Username: person,
      UserAttributes: [{ Name: "email", Value: "person@people.example" }],
    });
    aws.on(AdminDisableUserCommand).rejects(notFound);

    expect(await cognitoAccounts(cognito, "pool").disable(person)).toBe("person@people.example");
  });

  it("that Cognito does not tell of are an error, not an absence", async () => {
    const refused = new Error("AccessDenied");
    aws.on(AdminGetUserCommand).rejects(refused);
    aws.on(AdminDeleteUserCommand).rejects(refused);

    await expect(cognitoAccounts(cognito, "pool").disable(person)).rejects.toBe(refused);
    await expect(cognitoFinder(cognito, "pool").find(person)).rejects.toBe(refused);
    await expect(cognitoEraser(cognito, "pool").erase(person, openGate, told)).rejects.toBe(refused);
  });

  it("are looked for again by search", async () => {
    aws.on(ListUsersCommand).resolves({ Users: [{ Username: person }] });

    expect(await cognitoVerifier(cognito, "pool").countRemaining(person)).toBe(1);
    expect(aws.commandCalls(ListUsersCommand)[0]?.args[0].input.Filter).toBe('username = "person-1"');
    expect(aws.commandCalls(AdminGetUserCommand)).toHaveLength(0);
  });
});
