import { categoriesMeant } from "../domain/policy/copies-elsewhere.ts";
import { ownRecordEndsAt } from "../domain/policy/own-record-days.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Processor } from "../domain/policy/processor.ts";
import type { Disclosure } from "../domain/processors/disclosure.ts";
import { isMeantCopy } from "../domain/processors/meant-copy.ts";
import { askAgainAt } from "./ask-again.ts";
import type { Clock, Connectors, Disclosures, Duties, ProcessorAsks } from "./ports.ts";
import type { RunningRequest } from "./running-request.ts";

export interface BeginAsksPorts {
  readonly disclosures: Disclosures;
  readonly asks: ProcessorAsks;
  readonly connectors: Connectors;
  /** What third parties are asked about again: apart from everything else that is due, which no vendor may delay. */
  readonly askingDuties: Pick<Duties, "put">;
  readonly clock: Clock;
}

/** Whom a request asks about how much. */
export interface BegunAsks {
  /** Third parties that only a person can ask. */
  readonly byPerson: ReadonlySet<string>;
  /** Things that third parties are asked about by their APIs. */
  readonly things: number;
  /** Things of which no record says whether they belong to what is erased. */
  readonly unattributed: number;
}

/**
 * Keeps what third parties have to be asked about: exactly what records say was sent to them and the request is about.
 * The duty to ask again comes first, so that whatever dies afterwards is gone on with.
 */
export async function beginAsks(
  ports: BeginAsksPorts,
  request: RunningRequest,
  policy: Policy,
  elsewhere: readonly Processor[],
): Promise<BegunAsks> {
  const { meant, unattributed } = await meantOf(ports, request, policy, elsewhere);
  const asked = meant.filter(({ processor }) => ports.connectors(processor) !== undefined);
  const { clock } = ports;
  if (asked.length > 0) await ports.askingDuties.put(askAgainAt(request.requestId, undefined, clock.now()));
  const expiresAt = ownRecordEndsAt(policy, "request", clock.now());
  for (const disclosure of asked) {
    const standing = { state: "open", because: "not-asked-yet", nextAt: clock.now().toISOString() } as const;
    const { requestId } = request;
    const ask = { schema: "lethe.processor-ask/1", requestId, disclosure, tries: 0, standing } as const;
    await ports.asks.begin(ask, expiresAt);
  }
  const sent = new Set(meant.map(({ processor }) => processor));
  const byPerson = elsewhere
    .filter(
      ({ id }) => ports.connectors(id) === undefined && (request.scope === "processors" || sent.has(id)),
    )
    .map(({ id }) => id);
  return { byPerson: new Set(byPerson), things: asked.length, unattributed };
}

async function meantOf(
  { disclosures }: BeginAsksPorts,
  request: RunningRequest,
  policy: Policy,
  elsewhere: readonly Processor[],
): Promise<{ readonly meant: readonly Disclosure[]; readonly unattributed: number }> {
  const categories = categoriesMeant(policy, request);
  const ids = new Set(elsewhere.map(({ id }) => id));
  const meant: Disclosure[] = [];
  let unattributed = 0;
  for await (const disclosure of disclosures.of(request.subjectRef)) {
    if (!ids.has(disclosure.processor)) continue;
    const isMeant = isMeantCopy(request, categories, disclosure);
    if (isMeant === "yes") meant.push(disclosure);
    if (isMeant === "unknown") unattributed += 1;
  }
  return { meant, unattributed };
}
