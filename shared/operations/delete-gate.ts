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
const STOP_BEFORE_DEADLINE_MS = 60_000;

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
  const note = async (holdIds: readonly string[]): Promise<void> => {
    for (const holdId of holdIds) {
      if (noted.has(holdId)) continue;
      await ports.holds.noteHeldBack(holdId, step.requestId);
      noted.add(holdId);
    }
  };
  return {
    async mayDelete<Entry extends HoldableThing>(entries: readonly Entry[]): Promise<DeleteAnswer<Entry>> {
      if (ports.remainingMs() < STOP_BEFORE_DEADLINE_MS) return { proceed: false, reason: "time is up" };
      const [request, pause, active] = await Promise.all([
        ports.register.read(step.requestId),
        ports.register.pausedAll(),
        ports.holds.active(),
      ]);
      if (!request || !isRunBy(request, step)) {
        return { proceed: false, reason: "the request no longer runs as this attempt" };
      }
      if (request.paused) return { proceed: false, reason: "the request is paused" };
      if (pause) return { proceed: false, reason: "everything is paused" };

      const over = holdsOver(active, store).filter(({ seal }) => store.mayBeHeld || seal !== undefined);
      if (over.length === 0) return { proceed: true, free: entries, held: [] };
      const judged = entries.map((entry) => ({ entry, holds: holdsOn(over, entry) }));
      await note(judged.flatMap(({ holds }) => holds.map(({ holdId }) => holdId)));
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
