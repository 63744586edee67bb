import type { Outcome } from "../erasure/store-progress.ts";
import { type AskedAgainBecause, askedNextAt, type ProcessorAsk } from "./processor-ask.ts";
import type { ThingCounts } from "./thing-counts.ts";

/** How asking one third party stands, as a whole. */
export interface ProcessorStanding {
  /** The weakest of what came of the things, so that it says too much of none. */
  readonly outcome: Outcome;
  readonly things: ThingCounts;
  /** Until when the last thing of which it said a date stays there, ISO 8601 UTC. */
  readonly until?: string;
  /** When the last answer came, once every thing has one. */
  readonly answeredAt?: string;
  /** Why things without an answer are asked about again, each once. */
  readonly because: readonly AskedAgainBecause[];
}

/** Returns how one third party stands over the things it was asked about, at least one. */
export function standingOf(asks: readonly ProcessorAsk[]): ProcessorStanding {
  const things = countsOf(asks);
  const untils = asks.flatMap(({ standing }) => {
    if (standing.state !== "answered") return [];
    const { answer } = standing;
    if (answer.outcome === "ages-out-on") return [answer.on];
    return answer.outcome === "retained-until" ? [answer.until] : [];
  });
  const answers = asks.flatMap(({ standing }) => (standing.state === "answered" ? [standing.at] : []));
  const because = asks.flatMap(({ standing }) => (standing.state === "open" ? [standing.because] : []));
  const until = untils.sort().at(-1);
  const answeredAt = answers.length === asks.length ? answers.sort().at(-1) : undefined;
  return {
    outcome: outcomeOf(asks, things),
    things,
    ...(until === undefined ? {} : { until }),
    ...(answeredAt === undefined ? {} : { answeredAt }),
    because: [...new Set(because)].sort(),
  };
}

/** Says whether anything may still become of a third party's things, by itself or by asking again. */
export function isUnsettled(asks: readonly ProcessorAsk[]): boolean {
  return asks.some((ask) => askedNextAt(ask) !== undefined);
}

function countsOf(asks: readonly ProcessorAsk[]): ThingCounts {
  const answered = (outcome: Outcome) =>
    asks.filter(({ standing }) => standing.state === "answered" && standing.answer.outcome === outcome)
      .length;
  return {
    asked: asks.length,
    deleted: answered("deleted"),
    alreadyAbsent: answered("already-absent"),
    acceptedUnverified: answered("accepted-unverified"),
    agesOut: answered("ages-out-on"),
    retained: answered("retained-until"),
    notPossible: answered("not-possible"),
    unanswered: asks.filter(({ standing }) => standing.state === "open").length,
    withAPerson: asks.filter(({ standing }) => standing.state === "with-a-person").length,
  };
}

/** What has no answer was not done, as far as anybody knows; what runs as a job was taken, and no more. */
function outcomeOf(asks: readonly ProcessorAsk[], things: ThingCounts): Outcome {
  if (things.withAPerson > 0) return "attestation-requested";
  if (things.unanswered > 0) {
    const jobs = asks.filter(({ standing, job }) => standing.state === "open" && job !== undefined);
    return jobs.length === things.unanswered && things.notPossible === 0
      ? "accepted-unverified"
      : "not-possible";
  }
  if (things.notPossible > 0) return "not-possible";
  if (things.retained > 0) return "retained-until";
  if (things.agesOut > 0) return "ages-out-on";
  if (things.acceptedUnverified > 0) return "accepted-unverified";
  return things.deleted > 0 ? "deleted" : "already-absent";
}
