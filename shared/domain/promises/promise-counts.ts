import type { PromiseRow, PromiseStatus } from "./promise-report.ts";

/** Every status in words. */
export const STATUS_TEXT = {
  kept: "kept",
  attested: "attested",
  "text-conflict": "text-conflict",
  "not-yet": "not yet",
  "not-applicable": "not applicable",
} as const satisfies Readonly<Record<PromiseStatus, string>>;

/** The order in which they are told. */
export const STATUSES = ["kept", "attested", "text-conflict", "not-yet", "not-applicable"] as const;

/** How many promises stand how. */
export interface PromiseCount {
  readonly status: PromiseStatus;
  readonly text: string;
  readonly count: number;
}

/** Returns how many promises have each status; of none that does not apply, nothing is said. */
export function promiseCounts(rows: readonly PromiseRow[]): readonly PromiseCount[] {
  return STATUSES.map((status) => ({
    status,
    text: STATUS_TEXT[status],
    count: rows.filter((row) => row.status === status).length,
  })).filter(({ status, count }) => count > 0 || status !== "not-applicable");
}

/** Returns the counts as one line: `1 kept, 0 attested, 2 text-conflict, 14 not yet`. */
export function countsText(rows: readonly PromiseRow[]): string {
  return promiseCounts(rows)
    .map(({ count, text }) => `${count} ${text}`)
    .join(", ");
}
