import { describe, expect, it } from "vitest";
import { LEFT_BEHIND_LISTED_MAX } from "../../shared/domain/erasure/store-progress.ts";
import { type SubjectId, subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import type { DeleteGate, ErasurePass, StoreAdapter } from "../../shared/operations/ports.ts";
import { GATE_HOLD, GATE_HOLD_UNTIL, gateFor, gateHolding, openGate } from "../world/stores/gates.ts";

/** A store that a test can fill by other means than the adapter. */
export interface FillableStore {
  readonly adapter: StoreAdapter;
  /** Stores so many entries of a subject. */
  put(subject: SubjectId, entries: number): Promise<void>;
}

/** How much of a subject is stored. */
export interface StoreSize {
  /** 1 for a store that holds one entry of a person. */
  readonly entries: number;
  readonly isSeveralBatches: boolean;
}

const person = subjectIdOf("1");
/** Their ids begin alike, end alike, or differ in case: what a prefix, a suffix or a loose comparison would take too. */
const neighbours = ["10", "1_", "1-1", "01", "a1", "A1"].map(subjectIdOf);

/** Holds for every kind of store; `make` returns an empty one. */
export function storeContract(
  make: () => Promise<FillableStore>,
  { entries, isSeveralBatches }: StoreSize,
): void {
  describe("a store", () => {
    it("finds nothing of a person it does not know, and erasing them is a success", async () => {
      const { adapter } = await make();

      expect(await adapter.finder.find(person)).toMatchObject({ found: 0, bytes: 0 });
      expect(await adapter.verifier.countRemaining(person)).toBe(0);
      expect(await erase(adapter)).toEqual({
        deleted: 0,
        left: 0,
        leftBehind: [],
        finished: true,
        confirmed: [],
      });
    });

    it("finds all of a person and changes nothing by looking", async () => {
      const { adapter, put } = await make();
      const ofNobody = await adapter.finder.find(person);
      await put(person, entries);

      const first = await adapter.finder.find(person);
      const second = await adapter.finder.find(person);

      expect(first.found).toBe(entries);
      expect(first.digest).toMatch(/^[0-9a-f]{64}$/);
      expect(first.digest).not.toBe(ofNobody.digest);
      expect(second).toEqual(first);
      expect(await adapter.verifier.countRemaining(person)).toBe(entries);
    });

    it("is empty of a person afterwards, and whole for everybody else", async () => {
      const { adapter, put } = await make();
      await put(person, entries);
      for (const neighbour of neighbours) await put(neighbour, 1);

      const pass = await erase(adapter);

      expect(pass).toMatchObject({ deleted: entries, left: 0, leftBehind: [], finished: true });
      expect(pass.confirmed.reduce((sum, deleted) => sum + deleted, 0)).toBe(entries);
      expect((await adapter.finder.find(person)).found).toBe(0);
      expect(await adapter.verifier.countRemaining(person)).toBe(0);
      for (const neighbour of neighbours) expect(await adapter.verifier.countRemaining(neighbour)).toBe(1);
    });

    it("deletes nothing the second time, and is finished", async () => {
      const { adapter, put } = await make();
      await put(person, entries);
      await erase(adapter);

      expect(await erase(adapter)).toMatchObject({ deleted: 0, left: 0, finished: true, confirmed: [] });
    });

    it("deletes nothing behind a shut gate, and is not finished", async () => {
      const { adapter, put } = await make();
      await put(person, entries);

      expect(await erase(adapter, gateFor(0))).toMatchObject({ deleted: 0, finished: false, confirmed: [] });
      expect(await adapter.verifier.countRemaining(person)).toBe(entries);
    });

    if (isSeveralBatches)
      it("stops when the gate shuts, and the next run finishes the rest", async () => {
        const { adapter, put } = await make();
        await put(person, entries);

        const stopped = await erase(adapter, gateFor(1));
        const remaining = await adapter.verifier.countRemaining(person);
        const rest = await erase(adapter);

        expect(stopped.finished).toBe(false);
        expect(stopped.deleted).toBeGreaterThan(0);
        expect(remaining).toBe(entries - stopped.deleted);
        expect(remaining).toBeGreaterThan(0);
        expect(rest).toMatchObject({ deleted: remaining, finished: true });
        expect(await adapter.verifier.countRemaining(person)).toBe(0);
      });

    it("keeps what a hold is on, names each by hash with the hold, and is finished", async () => {
      const { adapter, put } = await make();
      await put(person, entries);
      const before = await adapter.finder.find(person);

      const pass = await erase(
        adapter,
        gateHolding(() => true),
      );

      expect(pass).toMatchObject({ deleted: 0, left: entries, finished: true, confirmed: [] });
      const kept = { code: "LegalHold", holdId: GATE_HOLD, retainedUntil: GATE_HOLD_UNTIL };
      expect(pass.leftBehind).toHaveLength(Math.min(entries, LEFT_BEHIND_LISTED_MAX));
      for (const left of pass.leftBehind) expect(left).toMatchObject(kept);
      expect(new Set(pass.leftBehind.map(({ idHash }) => idHash)).size).toBe(pass.leftBehind.length);
      expect(await adapter.finder.find(person)).toEqual(before);
      expect(await erase(adapter)).toMatchObject({ deleted: entries, left: 0, leftBehind: [] });
    });

    if (isSeveralBatches)
      it("keeps all that is there when a hold comes between two calls", async () => {
        const { adapter, put } = await make();
        await put(person, entries);

        const pass = await erase(
          adapter,
          gateHolding(() => true, { afterCalls: 1 }),
        );

        expect(pass.deleted).toBeGreaterThan(0);
        expect(pass).toMatchObject({ left: entries - pass.deleted, finished: true });
        expect(await adapter.verifier.countRemaining(person)).toBe(entries - pass.deleted);
      });

    it("counts what came after the eraser was done", async () => {
      const { adapter, put } = await make();
      await put(person, entries);
      await erase(adapter);
      await put(person, 1);

      expect(await adapter.verifier.countRemaining(person)).toBe(1);
    });
  });
}

async function erase(
  adapter: StoreAdapter,
  gate: DeleteGate = openGate,
): Promise<ErasurePass & { readonly confirmed: readonly number[] }> {
  const confirmed: number[] = [];
  const pass = await adapter.eraser.erase(person, gate, async (deleted) => {
    confirmed.push(deleted);
  });
  return { ...pass, confirmed };
}
