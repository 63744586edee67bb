import type { Step } from "../domain/erasure/step.ts";
import {
  type HoldablePlace,
  type HoldableThing,
  holdsOn,
  holdsOver,
  lastReviewed,
} from "../domain/holds/hold.ts";
import type { DeleteAnswer, DeleteGate, Holds, RequestRegister } from "./ports.ts";
import { isRunBy } from "./running-request.ts";

/** Time to finish the batches in flight and to write down how far it came. */
export const STOP_BEFORE_DEADLINE_MS = 60_000;

export interface DeleteGatePorts {
  readonly register: RequestRegister;
  readonly holds: Holds;
  /** Returns for how many milliseconds this process may go on. */
  readonly remainingMs: () => number;
}

/** A store as the gate knows it; `mayBeHeld` is what the policy says of its categories, and no seal asks for it. */
export interface GatedStore extends HoldablePlace {
  readonly mayBeHeld: boolean;
}

/**
 * Returns the one gate before every destructive call of a request in a store. It opens for what no hold stands over,
 * while the request runs as this attempt, nobody has paused it, and there is time.
 *
 * Request and holds are read anew and consistently for each call, so that what was placed or paused before the call
 * counts. That costs one read of the request and one query of all active holds a call: a 4 KB unit each, one more for
 * about every eight holds, against the 25 or 1,000 deletions that the call makes.
 */
export function deleteGate(ports: DeleteGatePorts, step: Step, store: GatedStore): DeleteGate {
  const noted = new Set<string>();
  return gateOver(ports, {
    mayBeHeld: store.mayBeHeld,
    placeOf: async () => store,
    whyShut: async () => {
      const request = await ports.register.read(step.requestId);
      if (!request || !isRunBy(request, step)) return "the request no longer runs as this attempt";
      return request.paused ? "the request is paused" : undefined;
    },
    noteHeldBack: async (holdId) => {
      if (noted.has(holdId)) return;
      await ports.holds.noteHeldBack(holdId, step.requestId);
      noted.add(holdId);
    },
  });
}

/** What tells the gate of an erasure and that of the clock apart. */
export interface Gated {
  readonly mayBeHeld: boolean;
  /** Whose a thing is, and where; asked only while holds stand. */
  readonly placeOf: (thing: HoldableThing) => Promise<HoldablePlace>;
  /** Why nothing may go now, besides a pause of everything; undefined if it may. */
  readonly whyShut: () => Promise<string | undefined>;
  /** False if the age of things there says nothing of what they are copies of: a hold on a time may be over any of them. */
  readonly tellsAge?: boolean;
  /** Told of each hold that keeps something, once a call. */
  readonly noteHeldBack: (holdId: string) => Promise<void>;
}

/** Returns a gate; whatever deletes asks one of these before each call. */
export function gateOver(
  ports: Pick<DeleteGatePorts, "holds" | "remainingMs"> & {
    readonly register: Pick<RequestRegister, "pausedAll">;
  },
  gated: Gated,
): DeleteGate {
  return {
    async mayDelete<Entry extends HoldableThing>(entries: readonly Entry[]): Promise<DeleteAnswer<Entry>> {
      if (ports.remainingMs() < STOP_BEFORE_DEADLINE_MS) return { proceed: false, reason: "time is up" };
      const [reason, pause, active] = await Promise.all([
        gated.whyShut(),
        ports.register.pausedAll(),
        ports.holds.active(),
      ]);
      if (reason !== undefined) return { proceed: false, reason };
      if (pause) return { proceed: false, reason: "everything is paused" };
      // What may not be held is kept by a seal alone, and whose it is costs a digest each.
      const mayKeep = gated.mayBeHeld ? active.length > 0 : active.some(({ seal }) => seal);
      if (!mayKeep) return { proceed: true, free: entries, held: [] };

      const judged = await Promise.all(
        entries.map(async (entry) => {
          const over = holdsOver(active, await gated.placeOf(entry));
          // A seal asks no policy whether its store may be held.
          return {
            entry,
            holds: holdsOn(
              over.filter(({ seal }) => gated.mayBeHeld || seal),
              gated.tellsAge === false ? { ...entry, createdAt: undefined } : entry,
            ),
          };
        }),
      );
      const keeping = new Set(judged.flatMap(({ holds }) => holds.map(({ holdId }) => holdId)));
      for (const holdId of keeping) await gated.noteHeldBack(holdId);
      return {
        proceed: true,
        free: judged.flatMap(({ entry, holds }) => (holds.length === 0 ? [entry] : [])),
        held: judged.flatMap(({ entry, holds }) => {
          const last = lastReviewed(holds);
          if (last === undefined) return [];
          return [{ entry, holdId: last.holdId, retainedUntil: `${last.reviewOn}T00:00:00.000Z` }];
        }),
      };
    },
  };
}
