import { categoriesMeant } from "../domain/policy/copies-elsewhere.ts";
import { ownRecordEndsAt } from "../domain/policy/own-record-days.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Processor } from "../domain/policy/processor.ts";
import type { Disclosure } from "../domain/processors/disclosure.ts";
import { isMeantCopy } from "../domain/processors/meant-copy.ts";
import type { ErasureRequest } from "../domain/requests/erasure-request.ts";
import { askAgainAt } from "./ask-again.ts";
import type { Clock, Connectors, Disclosures, Duties, ProcessorAsks } from "./ports.ts";
import type { RunningRequest } from "./running-request.ts";

/** With names of a kilobyte a letter stays below a quarter of the 10 MB that SES takes; more is sent by a person, as a file. */
export const THINGS_IN_LETTER_MAX = 1000;

export interface BeginAsksPorts {
  readonly disclosures: Disclosures;
  readonly asks: ProcessorAsks;
  readonly connectors: Connectors;
  /** What third parties are asked about again: apart from everything else that is due, which no vendor may delay. */
  readonly askingDuties: Pick<Duties, "put" | "putOnce">;
  readonly clock: Clock;
}

/** Whom a request asks about how much. */
export interface BegunAsks {
  /** Third parties that have no API: a person sees to it that they are asked. */
  readonly byPerson: ReadonlySet<string>;
  /** Those of them that Lethe writes to itself: their address is known, and so is what they were sent. */
  readonly byLetter: ReadonlySet<string>;
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
  const byPerson = elsewhere.filter(
    ({ id }) => ports.connectors(id) === undefined && (request.scope === "processors" || sent.has(id)),
  );
  const byLetter = byPerson.filter(({ id, askAt }) => {
    const things = meant.filter(({ processor }) => processor === id).length;
    return askAt !== undefined && things > 0 && things <= THINGS_IN_LETTER_MAX;
  });
  const idsOf = (processors: readonly Processor[]) => new Set(processors.map(({ id }) => id));
  return { byPerson: idsOf(byPerson), byLetter: idsOf(byLetter), things: asked.length, unattributed };
}

/** Returns what records say was sent to some third parties and the request is about, in the order it was sent in. */
export async function meantOf(
  { disclosures }: { readonly disclosures: Pick<Disclosures, "of"> },
  request: ErasureRequest,
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
