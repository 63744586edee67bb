import { subjectReference } from "../domain/erasure/subject-reference.ts";
import type { HoldablePlace, HoldableThing } from "../domain/holds/hold.ts";
import type { ClockStore } from "../domain/retention/clock-rules.ts";
import type { ClockedService, ClockedStore } from "../domain/retention/clocked-service.ts";
import { itemKeyText, ownerOf } from "../domain/retention/thing-owner.ts";
import { type Gated, gateOver } from "./delete-gate.ts";
import type { DeleteGate, Holds, RequestRegister, SubjectKeys } from "./ports.ts";

export interface ExpiryGatePorts {
  readonly register: Pick<RequestRegister, "pausedAll">;
  readonly holds: Holds;
  readonly subjectKeys: SubjectKeys;
  /** Returns for how many milliseconds this process may go on. */
  readonly remainingMs: () => number;
}

/** A gate that remembers which holds it met. */
export interface ExpiryGate extends DeleteGate {
  readonly metHolds: ReadonlySet<string>;
}

/**
 * Returns the gate before every destructive call of the clock in a store: it opens for what no hold stands over, while
 * nobody has paused everything and there is time. Whose a thing is, its key says, or else what it holds.
 */
export function expiryGate(
  ports: ExpiryGatePorts,
  { service }: Pick<ClockedService, "service">,
  { declared, mayBeHeld }: Pick<ClockedStore, "declared" | "mayBeHeld">,
  { tellsAge = true }: Pick<Gated, "tellsAge"> = {},
): ExpiryGate {
  const metHolds = new Set<string>();
  const placeOf = async (thing: HoldableThing): Promise<HoldablePlace> => {
    const owner = thing.readOwner ? await thing.readOwner() : ownerOf(declared, keyOf(declared, thing));
    const subjectRef = owner && subjectReference(await ports.subjectKeys.current(), service, owner);
    return { subjectRef, storeId: declared.id, categories: declared.categories };
  };
  const gate = gateOver(ports, {
    mayBeHeld,
    tellsAge,
    placeOf,
    whyShut: async () => undefined,
    noteHeldBack: async (holdId) => {
      metHolds.add(holdId);
    },
  });
  return { ...gate, metHolds };
}

/** A table's entry is named by the values of its key, each in a line; a bucket's is the key. */
function keyOf(store: ClockStore, { id, item }: HoldableThing): string {
  if (store.kind === "s3") return item;
  if (!store.sortKey) return itemKeyText(item);
  return itemKeyText(id.slice(0, id.length - item.length - 1), item);
}
