import type { ClockedService, ClockedStore } from "../domain/retention/clocked-service.ts";
import type { Due, Life } from "../domain/retention/due-time.ts";
import { isoText } from "../domain/retention/iso-text.ts";
import { type ExpiryGatePorts, expiryGate } from "./expiry-gate.ts";
import type {
  Clock,
  ExpiredHow,
  ExpiringStore,
  KnownThing,
  Ledger,
  ThingRecords,
  ThingToExpire,
} from "./ports.ts";

export interface ExpireThingsPorts extends ExpiryGatePorts {
  readonly things: ThingRecords;
  readonly ledger: Ledger;
  readonly clock: Clock;
}

/** A store as it is declared, and as it is worked on. */
export interface WorkedStore extends ClockedStore {
  readonly adapter: ExpiringStore;
}

/** A thing whose current life is due. */
export interface DueThing {
  readonly known: KnownThing;
  readonly life: Life & { readonly due: Due };
}

/** What became of each thing, in the order it was asked in, and which holds kept some of them. */
export interface Expired {
  readonly how: readonly ExpiredHow[];
  readonly metHolds: ReadonlySet<string>;
  /** When it was done, ISO 8601 UTC. */
  readonly at: string;
}

/**
 * Deletes things that are due, through the gate: intent in the ledger before, outcome after. What may be saved is taken
 * first, so that a person is told that it was saved, or that it is too late, and never both.
 *
 * Run again after a death at any call, it finds those absent that it had deleted.
 */
export async function expireThings(
  ports: ExpireThingsPorts,
  service: ClockedService,
  store: WorkedStore,
  lane: string,
  due: readonly DueThing[],
): Promise<Expired> {
  const taken = store.rule.savable ? await taking(ports, due) : due;
  if (taken.length === 0) {
    const how = due.map(() => "changed" as const);
    return { how, metHolds: new Set(), at: ports.clock.now().toISOString() };
  }
  const gate = expiryGate(ports, service, store);
  const storeId = store.declared.id;
  const { index } = await ports.ledger.append(lane, undefined, {
    kind: "expire-intended",
    store: storeId,
    things: taken.length,
  });
  const answers = await store.adapter.expire(taken.map(toExpire), gate);
  const at = isoText(ports.clock.now().getTime());
  await ports.ledger.append(lane, undefined, {
    kind: "expire-ended",
    store: storeId,
    intended: index,
    ...countsOf(answers),
  });
  return { how: howOfAll(due, taken, answers), metHolds: gate.metHolds, at };
}

function toExpire({ known: { thing, etag }, life: { createdAt, due } }: DueThing): ThingToExpire {
  const { dueAt, because } = due;
  const one = etag === undefined ? { thing, createdAt, dueAt } : { thing, createdAt, dueAt, etag };
  return because === "retained-until" ? { ...one, isRetained: true } : one;
}

/** What was told anything since it was read is not taken: it may have been saved, so it is decided on again. */
async function taking(
  { things, clock }: ExpireThingsPorts,
  due: readonly DueThing[],
): Promise<readonly DueThing[]> {
  const at = isoText(clock.now().getTime());
  const answers = await Promise.all(due.map(({ known }) => things.take(known, at)));
  return due.filter((_, place) => answers[place]);
}

/** What was not taken has changed; the others are in the order in which they were asked about. */
function howOfAll(
  due: readonly DueThing[],
  taken: readonly DueThing[],
  answers: readonly ExpiredHow[],
): readonly ExpiredHow[] {
  let place = 0;
  return due.map((one) => {
    if (taken[place] !== one) return "changed";
    place += 1;
    return answers[place - 1] ?? "stopped";
  });
}

function countsOf(answers: readonly ExpiredHow[]) {
  const counts = { deleted: 0, absent: 0, held: 0, left: 0 };
  for (const how of answers) {
    if (how === "deleted" || how === "absent" || how === "held") counts[how] += 1;
    else counts.left += 1;
  }
  return counts;
}
