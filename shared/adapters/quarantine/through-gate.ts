import type { RestoredThing } from "../../domain/restore/restored-thing.ts";
import type { DeleteGate, ExpiredHow, ExpiringStore, RemovedHow } from "../../operations/ports.ts";

/** Later than anything that was ever stored: whatever lies under a key goes, whenever it came there. */
const WHENEVER = "9999-12-31T23:59:59.999Z";

/** Deletes all that lies under the keys of things, whatever their age; what became of each, in the same order. */
export async function removeThroughGate(
  store: ExpiringStore,
  things: readonly RestoredThing[],
  gate: DeleteGate,
): Promise<readonly RemovedHow[]> {
  const how = await store.expire(
    things.map(({ thing }) => ({ thing, createdAt: WHENEVER, dueAt: WHENEVER, isRetained: true })),
    gate,
  );
  return how.map(removedHow);
}

function removedHow(how: ExpiredHow): RemovedHow {
  switch (how) {
    case "deleted":
      return "removed";
    case "absent":
    case "held":
    case "stopped":
      return how;
    // The next pass finds what is there.
    case "busy":
    case "changed":
    case "refused":
      return "refused";
  }
}
