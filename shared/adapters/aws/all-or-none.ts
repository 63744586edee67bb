import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { isConditionFailure } from "./condition-failure.ts";

/**
 * Makes all of these writes or none.
 *
 * @returns false if a condition of one does not hold, or another write stood in the way.
 */
export async function allOrNone(
  documents: DynamoDBDocumentClient,
  TransactItems: TransactWriteCommandInput["TransactItems"],
): Promise<boolean> {
  try {
    await documents.send(new TransactWriteCommand({ TransactItems }));
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
}
