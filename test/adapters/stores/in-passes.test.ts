import { describe, expect, it } from "vitest";
import { CHANGED, inPasses, NOT_CHANGED, type OneByOne } from "../../../shared/adapters/stores/in-passes.ts";
import type { HoldableThing } from "../../../shared/domain/holds/hold.ts";
import { gateFor, gateHolding, openGate } from "../../world/stores/gates.ts";
import { quickTime } from "../../world/stores/quick-time.ts";

/** Returns entries of which each look shows what `shows` says of those that are left. */
function entriesOf(
  ids: readonly string[],
  {
    shows = (left: readonly string[]) => left,
    isKept = () => false,
    settlesMs,
  }: {
    readonly shows?: (left: readonly string[], look: number) => readonly string[];
    readonly isKept?: (id: string) => boolean;
    readonly settlesMs?: number;
  } = {},
) {
  const left = new Set(ids);
  let looks = 0;
  const entries: OneByOne<HoldableThing> = {
    async *list() {
      looks += 1;
      yield shows([...left], looks).map((id) => ({ id, item: id }));
    },
    change: async ({ id }) => (!isKept(id) && left.delete(id) ? CHANGED : NOT_CHANGED),
    ...(settlesMs === undefined ? {} : { settlesMs }),
  };
  return { entries, left, looks: () => looks };
}

const ids = (count: number) => Array.from({ length: count }, (_, at) => `entry-${at}`);

async function pass(entries: OneByOne<HoldableThing>, gate = openGate, time = quickTime()) {
  const confirmed: number[] = [];
  const ended = await inPasses(entries, gate, async (deleted) => void confirmed.push(deleted), time);
  return { ...ended, confirmed, pauses: time.pauses };
}

describe("changing entries one by one", () => {
  it("asks the gate once for 25, tells what was confirmed, and ends when a look changes nothing", async () => {
    const { entries, left, looks } = entriesOf(ids(60));
    const gate = gateHolding(() => false);

    expect(await pass(entries, gate)).toMatchObject({
      deleted: 60,
      left: 0,
      finished: true,
      confirmed: [25, 25, 10],
    });
    expect([left.size, looks(), gate.asked()]).toEqual([0, 2, 3]);
  });

  it("changes nothing more once the gate is shut", async () => {
    const { entries, left } = entriesOf(ids(60));

    expect(await pass(entries, gateFor(1))).toMatchObject({ deleted: 25, finished: false });
    expect(left.size).toBe(35);
  });

  it("changes nothing that is held, and names it", async () => {
    const { entries, left } = entriesOf(ids(3));
    const ended = await pass(
      entries,
      gateHolding(({ item }) => item === "entry-1"),
    );

    expect(ended).toMatchObject({ deleted: 2, left: 1, finished: true });
    expect(ended.leftBehind).toMatchObject([{ code: "LegalHold" }]);
    expect([...left]).toEqual(["entry-1"]);
  });

  it("looks again after a while where a listing lags behind, and only once for nothing", async () => {
    const late = entriesOf(ids(2), {
      shows: (left, look) => (look < 3 ? left.filter((id) => id !== "entry-1") : left),
      settlesMs: 5000,
    });

    expect(await pass(late.entries)).toMatchObject({ deleted: 2, finished: true, pauses: [5000, 5000] });
    expect(late.left.size).toBe(0);
    const none = entriesOf([], { settlesMs: 5000 });
    expect(await pass(none.entries)).toMatchObject({ deleted: 0, pauses: [5000] });
    expect(none.looks()).toBe(2);
  });

  it("does not count what was no longer as it was listed, and does not go on for ever", async () => {
    const kept = entriesOf(ids(3), { isKept: (id) => id === "entry-0" });
    expect(await pass(kept.entries)).toMatchObject({ deleted: 2, left: 0, finished: true });

    const again = entriesOf(["entry"]);
    expect(await pass({ ...again.entries, change: async () => CHANGED })).toMatchObject({
      deleted: 10,
      finished: true,
    });
  });
});
