import type { FunctionName } from "./functions.ts";

/** What an alarm looks at. */
export type AlarmSource =
  | { readonly of: "undelivered-calls" }
  | { readonly of: "runs" }
  | { readonly of: "errors" | "invocations"; readonly function: FunctionName };

/** One alarm; its name is its heading in docs/runbook.md. */
export interface AlarmRow {
  /** What is wrong when it rings, in a sentence. */
  readonly what: string;
  readonly source: AlarmSource;
  /** It rings when so many periods in a row have this many or more; `fewer` turns that round. */
  readonly threshold: number;
  readonly fewer?: true;
  readonly periodMinutes: number;
  readonly periods: number;
}

/** Every alarm there is; each rings within a quarter of an hour. */
export const ALARMS = {
  "calls-failed": {
    what: "A call that nobody waited for has failed, and lies in the queue of what was not delivered.",
    source: { of: "undelivered-calls" },
    threshold: 1,
    periodMinutes: 5,
    periods: 1,
  },
  "runs-failed": {
    what: "A run has ended without having been able to write down why.",
    source: { of: "runs" },
    threshold: 1,
    periodMinutes: 5,
    periods: 1,
  },
  "drain-silent": {
    what: "Nothing looks for what is due: no request begins, and none is looked at again.",
    source: { of: "invocations", function: "drain-requests" },
    threshold: 1,
    fewer: true,
    periodMinutes: 5,
    periods: 2,
  },
  "drain-failing": {
    what: "What looks for what is due fails.",
    source: { of: "errors", function: "drain-requests" },
    threshold: 3,
    periodMinutes: 5,
    periods: 2,
  },
  "certificates-failing": {
    what: "Erasures come to no certificate, as when the signing key is disabled or about to be deleted.",
    source: { of: "errors", function: "issue-certificate" },
    threshold: 3,
    periodMinutes: 5,
    periods: 2,
  },
} as const satisfies Record<string, AlarmRow>;

/** Every alarm with its name, in the order above. */
export function alarmRows(): readonly (readonly [string, AlarmRow])[] {
  return Object.entries(ALARMS);
}

/** Returns where people find what to do. */
export function runbookEntry(name: string): string {
  return `docs/runbook.md#${name}`;
}
