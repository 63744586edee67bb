import type { HoldableThing } from "../../../shared/domain/holds/hold.ts";
import type { DeleteAnswer, DeleteGate } from "../../../shared/operations/ports.ts";

/** A gate that is always open. */
export const openGate: DeleteGate = {
  mayDelete: async (entries) => ({ proceed: true, free: entries, held: [] }),
};

/** Returns a gate that lets so many batches through and then stays shut. */
export function gateFor(batches: number): DeleteGate {
  let asked = 0;
  return {
    mayDelete: async (entries) => {
      asked += 1;
      return asked <= batches
        ? { proceed: true, free: entries, held: [] }
        : { proceed: false, reason: "time is up" };
    },
  };
}

/** Returns a gate that keeps back what `isHeld` says, from the call on that it is first asked after `calls`. */
export function gateHolding(
  isHeld: (thing: HoldableThing) => boolean,
  { afterCalls = 0 } = {},
): DeleteGate & {
  /** How often it was asked. */
  readonly asked: () => number;
} {
  let asked = 0;
  return {
    asked: () => asked,
    async mayDelete<Entry extends HoldableThing>(entries: readonly Entry[]): Promise<DeleteAnswer<Entry>> {
      asked += 1;
      if (asked <= afterCalls) return { proceed: true, free: entries, held: [] };
      const held = entries.filter(isHeld);
      return {
        proceed: true,
        free: entries.filter((entry) => !isHeld(entry)),
        held: held.map((entry) => ({ entry, holdId: GATE_HOLD, retainedUntil: GATE_HOLD_UNTIL })),
      };
    },
  };
}

/** The hold that {@link gateHolding} names, and the day it is looked at again. */
export const GATE_HOLD = `hold_${"0".repeat(26)}`;
export const GATE_HOLD_UNTIL = "2027-06-01T00:00:00.000Z";
