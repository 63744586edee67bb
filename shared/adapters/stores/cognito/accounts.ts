import {
  AdminDisableUserCommand,
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
  const addressOf = async (subject: SubjectId): Promise<string | undefined> => {
    try {
      const { UserAttributes = [] } = await cognito.send(new AdminGetUserCommand(userOf(subject)));
      return UserAttributes.find(({ Name }) => Name === "email")?.Value;
    } catch (error) {
      if (error instanceof UserNotFoundException) return undefined;
      throw error;
    }
  };
  return {
    addressOf,
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
