import {
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  type CognitoIdentityProviderClient,
  UserNotFoundException,
} from "@aws-sdk/client-cognito-identity-provider";
import type { HoldableThing } from "../../../domain/holds/hold.ts";
import type { StoreEraser } from "../../../operations/ports.ts";
import { LeftBehindList } from "../left-behind.ts";

/** Returns an eraser of the subject's account. */
export function cognitoEraser(cognito: CognitoIdentityProviderClient, userPoolId: string): StoreEraser {
  const userOf = (username: string) => ({ UserPoolId: userPoolId, Username: username });
  return {
    async erase(subject, gate, onDeleted) {
      const left = new LeftBehindList();
      const ended = (deleted: number, finished: boolean) => {
        return { deleted, left: left.count, leftBehind: left.listed, finished };
      };
      const account = await ifThere(async (): Promise<HoldableThing> => {
        const { UserCreateDate } = await cognito.send(new AdminGetUserCommand(userOf(subject)));
        return { id: subject, item: subject, createdAt: UserCreateDate };
      });
      if (!account) return ended(0, true);
      const answer = await gate.mayDelete([account]);
      if (!answer.proceed) return ended(0, false);
      for (const held of answer.held) left.addHeld(held);
      if (answer.free.length === 0) return ended(0, true);
      const wasThere = await ifThere(() => cognito.send(new AdminDeleteUserCommand(userOf(subject))));
      if (!wasThere) return ended(0, true);
      await onDeleted(1);
      return ended(1, true);
    },
  };
}

/** Returns what a call about an account answered; undefined if there is none. */
async function ifThere<Answer>(call: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof UserNotFoundException) return undefined;
    throw error;
  }
}
