import {
  AdminGetUserCommand,
  type CognitoIdentityProviderClient,
  UserNotFoundException,
} from "@aws-sdk/client-cognito-identity-provider";
import { sha256Hex } from "../../../domain/canonical-json.ts";
import type { StoreFinder } from "../../../operations/ports.ts";

/** Returns a finder of the one account that a subject can have in a user pool. */
export function cognitoFinder(cognito: CognitoIdentityProviderClient, userPoolId: string): StoreFinder {
  return {
    async find(subject) {
      try {
        await cognito.send(new AdminGetUserCommand({ UserPoolId: userPoolId, Username: subject }));
        return { found: 1, bytes: 0, digest: sha256Hex(subject) };
      } catch (error) {
        if (error instanceof UserNotFoundException) return { found: 0, bytes: 0, digest: sha256Hex("") };
        throw error;
      }
    },
  };
}
