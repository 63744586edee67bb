import type { Hold, Seal } from "../../shared/domain/holds/hold.ts";
import { assertMayBeReleased, changedSeal, type SealHold } from "../../shared/domain/holds/seal.ts";
import type { Holds } from "../../shared/operations/ports.ts";

/** Holds in memory; it holds copies, so that nobody changes a stored one by holding on to it. */
export function inMemoryHolds(): Holds {
  const holds = new Map<string, Hold>();
  const heldBack = new Map<string, Set<string>>();
  return {
    async place(hold) {
      const standing = holds.get(hold.holdId) ?? structuredClone(hold);
      holds.set(hold.holdId, standing);
      return structuredClone(standing);
    },
    async read(holdId) {
      return structuredClone(holds.get(holdId));
    },
    async active() {
      const standing = [...holds.values()].filter(({ released }) => released === undefined);
      return structuredClone(standing.sort((one, other) => one.holdId.localeCompare(other.holdId)));
    },
    async release(holdId, released) {
      const hold = holds.get(holdId);
      if (!hold) return undefined;
      const isFirst = hold.released === undefined;
      if (isFirst) {
        assertMayBeReleased(hold, released);
        holds.set(holdId, { ...hold, released });
      }
      return structuredClone({ hold: isFirst ? { ...hold, released } : hold, isFirst });
    },
    async changeSeal(holdId, next) {
      const before = holds.get(holdId);
      if (!before?.seal || before.released || before.seal.revision !== next.revision) return undefined;
      holds.set(holdId, changedSeal(before, next));
      return structuredClone(holds.get(holdId));
    },
    async noteHeldBack(holdId, requestId) {
      heldBack.set(holdId, (heldBack.get(holdId) ?? new Set()).add(requestId));
    },
    async *heldBackBy(holdId) {
      yield* heldBack.get(holdId) ?? [];
    },
  };
}

/** Returns a seal over a person in stores, which ada and grace placed. */
export function sealNumber(
  number: number,
  {
    subjectRef = "v1_a",
    stores = ["tickets"],
  }: { readonly subjectRef?: string; readonly stores?: string[] } = {},
): SealHold {
  const until = "2027-11-24T00:00:00.000Z";
  const requestId = `req_${String(number).padStart(26, "0")}`;
  const by: Seal["by"] = [
    { kind: "staff", name: "ada" },
    { kind: "staff", name: "grace" },
  ];
  const seal = { requestId, by, planDigest: "a".repeat(64), stores, until, revision: 1 };
  return { ...holdNumber(number, { covers: { subjectRef }, reviewOn: "2027-11-24" }), seal };
}

/** Returns a hold on everything of a store of people; `number` makes it another one, placed as much later. */
export function holdNumber(number: number, changes: Partial<Hold> = {}): Hold {
  return {
    schema: "lethe.hold/1",
    service: "image-designer",
    region: "us-east-1",
    holdId: `hold_${String(number).padStart(26, "0")}`,
    owner: "Legal",
    reason: "Claim 12",
    legalBasis: "GDPR Art. 17(3)(e)",
    reviewOn: "2027-06-01",
    covers: { store: "tickets" },
    placedBy: { kind: "staff", name: "ada" },
    placedAt: "2026-11-23T10:00:00.000Z",
    ...changes,
  };
}
