import { describe, expect, it } from "vitest";
import type { Holds } from "../../shared/operations/ports.ts";
import { holdNumber, sealNumber } from "../world/holds.ts";

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

    it("that are seals are released by nobody alone, and by whoever asked not at all", async () => {
      const holds = await make();
      const { holdId, seal } = sealNumber(1);
      await holds.place(sealNumber(1));
      const alone = holds.release(holdId, RELEASE, END);
      await expect(alone).rejects.toMatchObject({ name: "SealNeedsTwoPeople" });

      const asked = { ...seal, asked: { change: { kind: "release" as const }, ...RELEASE } };
      expect((await holds.changeSeal(holdId, asked))?.seal).toEqual({ ...asked, revision: 2 });
      const himself = holds.release(holdId, RELEASE, END);
      await expect(himself).rejects.toMatchObject({ name: "SealNeedsTwoPeople" });
      expect(await holds.active()).toHaveLength(1);

      expect(await holds.release(holdId, LATER, END)).toMatchObject({ isFirst: true });
      expect(await holds.active()).toEqual([]);
      expect(await holds.changeSeal(holdId, { ...asked, revision: 2 })).toBeUndefined();
    });

    it("that are seals change only from the revision that the change was based on, once of two at once", async () => {
      const holds = await make();
      const { holdId, seal } = sealNumber(1);
      await holds.place(sealNumber(1));
      const until = ["2028-01-01T00:00:00.000Z", "2028-02-01T00:00:00.000Z"];
      const answers = await Promise.all(
        until.map((end) => holds.changeSeal(holdId, { ...seal, until: end })),
      );

      const [changed, ...more] = answers.filter((answer) => answer !== undefined);
      expect(more).toEqual([]);
      expect(changed?.seal).toMatchObject({ revision: 2 });
      expect(changed?.reviewOn).toBe(changed?.seal?.until.slice(0, 10));
      expect(await holds.read(holdId)).toEqual(changed);
      expect(await holds.active()).toEqual([changed]);
      expect(await holds.changeSeal(holdId, seal)).toBeUndefined();
      await holds.place(holdNumber(2));
      expect(await holds.changeSeal(holdNumber(2).holdId, seal)).toBeUndefined();
      expect(await holds.changeSeal(holdNumber(3).holdId, seal)).toBeUndefined();
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
