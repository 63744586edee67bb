import { openedAtOf } from "../requests/request-id.ts";

const DAY_MS = 86_400_000;

/**
 * Says whether entries of a lane may be gone by the end that the policy gives them. No entry is older than its request,
 * whose id says when it was opened; which of them go first, and when within two days, is up to DynamoDB.
 *
 * @param keptDays for how long the policy keeps entries of the ledger.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html
 */
export function mayHaveAgedOut(lane: string, keptDays: number, now: Date): boolean {
  const [requestId = ""] = lane.split("/");
  const openedAt = openedAtOf(requestId);
  return openedAt !== undefined && now.getTime() >= openedAt.getTime() + keptDays * DAY_MS;
}
