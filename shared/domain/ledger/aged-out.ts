import { openedAtOf } from "../requests/request-id.ts";

const DAY_MS = 86_400_000;

/**
 * Says whether entries of a lane may be gone by the end that the policy gives them. No entry is older than its request,
 * whose id says when it was opened, nor than the day that a lane of the clock ends with; which of them go first, and when within two days, is up to DynamoDB.
 *
 * @param keptDays for how long the policy keeps entries of the ledger.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html
 */
export function mayHaveAgedOut(lane: string, keptDays: number, now: Date): boolean {
  const parts = lane.split("/");
  const openedAt = openedAtOf(parts[0] ?? "") ?? dayOf(parts.at(-1) ?? "");
  return openedAt !== undefined && now.getTime() >= openedAt.getTime() + keptDays * DAY_MS;
}

function dayOf(text: string): Date | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00.000Z`) : undefined;
}
