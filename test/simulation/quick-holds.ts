import type { Hold } from "../../shared/domain/holds/hold.ts";
import type { Holds } from "../../shared/operations/ports.ts";
import { inMemoryHolds } from "../world/holds.ts";

/** Returns holds in memory of which those that stand are copied once a change, and not at each of a million gates. */
export function quickHolds(): Holds {
  const holds = inMemoryHolds();
  let standing: Promise<readonly Hold[]> | undefined;
  return {
    ...holds,
    active: () => {
      standing ??= holds.active();
      return standing;
    },
    place: (hold) => {
      standing = undefined;
      return holds.place(hold);
    },
    release: (...released) => {
      standing = undefined;
      return holds.release(...released);
    },
  };
}
