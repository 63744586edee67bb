import type { Outcome } from "../erasure/store-progress.ts";
import type { ThingCounts } from "./thing-counts.ts";

/** How asking one third party stood, as entries and certificates say it. */
interface Asked {
  readonly outcome: Outcome;
  readonly things?: Pick<ThingCounts, "unanswered"> | undefined;
  readonly until?: string | undefined;
}

/** Says whether a third party has not said yet what became of everything it was asked about. */
export function isUnanswered({ outcome, things }: Asked): boolean {
  return outcome === "attestation-requested" || (things?.unanswered ?? 0) > 0;
}

/** Says whether that is so, or it named a day that has not come: until then the last word is not said. */
export function isUnsettled(asked: Asked, now: Date): boolean {
  return isUnanswered(asked) || (asked.until ?? "") > now.toISOString();
}
