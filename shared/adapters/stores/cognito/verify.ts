import {
  type CognitoIdentityProviderClient,
  ListUsersCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import type { StoreVerifier } from "../../../operations/ports.ts";

/** Returns a verifier that searches the pool by user name, where the finder asks for the user itself. */
export function cognitoVerifier(cognito: CognitoIdentityProviderClient, userPoolId: string): StoreVerifier {
  return {
    async countRemaining(subject) {
      const { Users = [] } = await cognito.send(
        // A subject id has no character that a filter would have to escape.
        new ListUsersCommand({ UserPoolId: userPoolId, Filter: `username = "${subject}"` }),
      );
      return Users.length;
    },
  };
}
