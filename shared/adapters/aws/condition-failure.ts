import { ConditionalCheckFailedException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";

/** Another write came first, or is being made at this moment. */
const FOUND_ANOTHER_WRITE = ["ConditionalCheckFailed", "TransactionConflict"];

/**
 * Says whether a write was refused because of another one, and nothing was changed by it.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
 */
export function isConditionFailure(error: unknown): boolean {
  if (error instanceof ConditionalCheckFailedException) return true;
  return (
    error instanceof TransactionCanceledException &&
    (error.CancellationReasons ?? []).some(({ Code = "" }) => FOUND_ANOTHER_WRITE.includes(Code))
  );
}
