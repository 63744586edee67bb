import {
  type CognitoIdentityProviderClient,
  ListUsersCommand,
  type UserType,
} from "@aws-sdk/client-cognito-identity-provider";
import { subjectIdOf } from "../../../domain/erasure/subject-id.ts";
import type { AccountDirectory, AccountOnFile } from "../../../operations/ports.ts";
import { accountsAt } from "../accounts-at.ts";

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html */
const USERS_PER_PAGE_MAX = 60;

/**
 * Returns the accounts of a user pool by an attribute, which ListUsers has to be able to filter by. Cognito compares
 * case, so an address is found that is on file in lower case, or as it was asked for.
 */
export function cognitoAccountDirectory(
  cognito: CognitoIdentityProviderClient,
  userPoolId: string,
  attribute: string,
): AccountDirectory {
  return {
    findByAddress: (address, limit) =>
      accountsAt(address, limit, async (spelling) => {
        const { Users = [] } = await cognito.send(
          new ListUsersCommand({
            UserPoolId: userPoolId,
            AttributesToGet: [attribute],
            Filter: `${attribute} = "${escaped(spelling)}"`,
            Limit: Math.min(limit, USERS_PER_PAGE_MAX),
          }),
        );
        return Users.flatMap((user) => accountOf(user, attribute));
      }),
  };
}

/** What would end the text of a filter, and what would escape that, stand for themselves. */
function escaped(text: string): string {
  return text.replace(/["\\]/g, (character) => `\\${character}`);
}

function accountOf({ Username, Attributes = [] }: UserType, attribute: string): readonly AccountOnFile[] {
  const address = Attributes.find(({ Name }) => Name === attribute)?.Value;
  return address === undefined ? [] : [{ subjectId: subjectIdOf(Username), address }];
}
