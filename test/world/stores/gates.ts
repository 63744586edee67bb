import type { DeleteGate } from "../../../shared/operations/ports.ts";

/** A gate that is always open. */
export const openGate: DeleteGate = { mayDelete: async () => ({ proceed: true }) };

/** Returns a gate that lets so many batches through and then stays shut. */
export function gateFor(batches: number): DeleteGate {
  let asked = 0;
  return {
    mayDelete: async () => {
      asked += 1;
      return asked <= batches ? { proceed: true } : { proceed: false, reason: "time is up" };
    },
  };
}
