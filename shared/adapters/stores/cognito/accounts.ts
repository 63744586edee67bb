import {
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminUserGlobalSignOutCommand,
  type CognitoIdentityProviderClient,
  UserNotFoundException,
} from "@aws-sdk/client-cognito-identity-provider";
import type { SubjectId } from "../../../domain/erasure/subject-id.ts";
import type { Accounts } from "../../../operations/ports.ts";

/** Returns the accounts of a user pool whose user names are subject ids. */
export function cognitoAccounts(cognito: CognitoIdentityProviderClient, userPoolId: string): Accounts {
  const userOf = (subject: SubjectId) => ({ UserPoolId: userPoolId, Username: subject });
  const accountOf = async (subject: SubjectId) => {
    try {
      return await cognito.send(new AdminGetUserCommand(userOf(subject)));
    } catch (error) {
      if (error instanceof UserNotFoundException) return undefined;
      throw error;
    }
  };
  const addressOf = async (subject: SubjectId): Promise<string | undefined> =>
    (await accountOf(subject))?.UserAttributes?.find(({ Name }) => Name === "email")?.Value;
  return {
    addressOf,
    isEnabled: async (subject) => (await accountOf(subject))?.Enabled === true,
    async enable(subject) {
      try {
        await cognito.send(new AdminEnableUserCommand(userOf(subject)));
      } catch (error) {
        if (!(error instanceof UserNotFoundException)) throw error;
      }
    },
    async disable(subject) {
      // Read first: an account that vanishes while it is disabled had an address all the same.
      const address = await addressOf(subject);
      try {
        await cognito.send(new AdminDisableUserCommand(userOf(subject)));
        await cognito.send(new AdminUserGlobalSignOutCommand(userOf(subject)));
      } catch (error) {
        // Who is gone cannot sign in either.
        if (!(error instanceof UserNotFoundException)) throw error;
      }
      return address;
    },
  };
}
