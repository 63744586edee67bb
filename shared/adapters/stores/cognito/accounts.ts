import {
  AdminDisableUserCommand,
  AdminGetUserCommand,
  AdminUserGlobalSignOutCommand,
  type CognitoIdentityProviderClient,
  UserNotFoundException,
} from "@aws-sdk/client-cognito-identity-provider";
import type { Accounts } from "../../../operations/ports.ts";

/** Returns the accounts of a user pool whose user names are subject ids. */
export function cognitoAccounts(cognito: CognitoIdentityProviderClient, userPoolId: string): Accounts {
  return {
    async disable(subject) {
      const user = { UserPoolId: userPoolId, Username: subject };
      let address: string | undefined;
      try {
        const { UserAttributes = [] } = await cognito.send(new AdminGetUserCommand(user));
        address = UserAttributes.find(({ Name }) => Name === "email")?.Value;
        await cognito.send(new AdminDisableUserCommand(user));
        await cognito.send(new AdminUserGlobalSignOutCommand(user));
      } catch (error) {
        // Who is gone cannot sign in either.
        if (!(error instanceof UserNotFoundException)) throw error;
      }
      return { address };
    },
  };
}
