import {
  AdminDeleteUserCommand,
  type CognitoIdentityProviderClient,
  UserNotFoundException,
} from "@aws-sdk/client-cognito-identity-provider";
import type { StoreEraser } from "../../../operations/ports.ts";

/** Returns an eraser of the subject's account. */
export function cognitoEraser(cognito: CognitoIdentityProviderClient, userPoolId: string): StoreEraser {
  const deleteUser = async (username: string): Promise<boolean> => {
    try {
      await cognito.send(new AdminDeleteUserCommand({ UserPoolId: userPoolId, Username: username }));
      return true;
    } catch (error) {
      if (error instanceof UserNotFoundException) return false;
      throw error;
    }
  };
  return {
    async erase(subject, gate, onDeleted) {
      const { proceed } = await gate.mayDelete();
      if (!proceed) return { deleted: 0, left: 0, leftBehind: [], finished: false };
      const wasThere = await deleteUser(subject);
      if (wasThere) await onDeleted(1);
      return { deleted: wasThere ? 1 : 0, left: 0, leftBehind: [], finished: true };
    },
  };
}
