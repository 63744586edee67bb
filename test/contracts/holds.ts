import { describe, expect, it } from "vitest";
import type { Holds } from "../../shared/operations/ports.ts";
import { holdNumber } from "../world/holds.ts";

const RELEASE = { by: { kind: "staff", name: "grace" }, at: "2026-12-01T10:00:00.000Z" } as const;
const LATER = { by: { kind: "staff", name: "linus" }, at: "2026-12-02T10:00:00.000Z" } as const;
const END = Date.UTC(2029, 11, 1) / 1000;

/** Holds for every place that keeps holds; `make` returns an empty one. */
export function holdsContract(make: () => Promise<Holds>): void {
  describe("legal holds", () => {
    it("are active and readable from when they are placed, oldest first", async () => {
      const holds = await make();
      const [first, second] = [holdNumber(1), holdNumber(2, { covers: { subjectRef: "v1_a" } })];
      expect(await holds.active()).toEqual([]);
      await holds.place(second);
      await holds.place(first);

      expect(await holds.active()).toEqual([first, second]);
      expect(await holds.read(second.holdId)).toEqual(second);
      expect(await holds.read(holdNumber(3).holdId)).toBeUndefined();
    });

    it("are released once, however often and by whoever it is asked", async () => {
      const holds = await make();
      const [hold, other] = [holdNumber(1), holdNumber(2)];
      await holds.place(hold);
      await holds.place(other);
      const released = { ...hold, released: RELEASE };

      expect(await holds.release(hold.holdId, RELEASE, END)).toEqual({ hold: released, isFirst: true });
      expect(await holds.release(hold.holdId, LATER, END)).toEqual({ hold: released, isFirst: false });
      expect(await holds.active()).toEqual([other]);
      expect(await holds.read(hold.holdId)).toEqual(released);
      expect(await holds.release(holdNumber(3).holdId, RELEASE, END)).toBeUndefined();
    });

    it("are released once by two at the same moment", async () => {
      const holds = await make();
      await holds.place(holdNumber(1));
      const { holdId } = holdNumber(1);

      const answers = await Promise.allSettled([
        holds.release(holdId, RELEASE, END),
        holds.release(holdId, LATER, END),
      ]);

      const firsts = answers.filter(({ status }) => status === "fulfilled").map((one) => Object(one).value);
      expect(firsts.filter(({ isFirst }) => isFirst)).toHaveLength(1);
      expect(await holds.active()).toEqual([]);
    });

    it("stay released when they are placed again", async () => {
      const holds = await make();
      await holds.place(holdNumber(1));
      await holds.release(holdNumber(1).holdId, RELEASE, END);
      await holds.place(holdNumber(1));

      expect(await holds.active()).toEqual([]);
      expect((await holds.read(holdNumber(1).holdId))?.released).toEqual(RELEASE);
    });

    it("remember each request that they kept something from, once, and after the release too", async () => {
      const holds = await make();
      const { holdId } = holdNumber(1);
      await holds.place(holdNumber(1));
      for (const requestId of ["req_b", "req_a", "req_b"]) await holds.noteHeldBack(holdId, requestId);
      await holds.noteHeldBack(holdNumber(2).holdId, "req_c");
      await holds.release(holdId, RELEASE, END);

      expect((await all(holds.heldBackBy(holdId))).sort()).toEqual(["req_a", "req_b"]);
      expect(await all(holds.heldBackBy(holdNumber(3).holdId))).toEqual([]);
    });
  });
}

async function all(ids: AsyncIterable<string>): Promise<string[]> {
  const read: string[] = [];
  for await (const id of ids) read.push(id);
  return read;
}
