import { beforeEach, describe, expect, it } from "vitest";
import type { RecoveryPoints } from "../../shared/operations/ports.ts";
import type { VirtualClock } from "../world/clock.ts";

const DAY_MS = 86_400_000;

/** Copies, and the hands of whoever makes them and of AWS. */
export interface CopiesAtWork {
  readonly points: RecoveryPoints;
  readonly clock: VirtualClock;
  /** Copies a store as a plan does; `null`: nobody ever deletes it. */
  snapshot(storeId: string, keptDays: number | null, vault?: string): string;
  /** Begins a window over a bucket. */
  begin(storeId: string, windowDays: number): string;
  /** A change of the window's length by the plan. */
  changeWindow(pointId: string, windowDays: number): string;
  /** Turns point-in-time recovery of a table on. */
  pointInTime(storeId: string, windowDays: number): void;
  backUpTable(storeId: string): string;
  deleteTableOfThatName(storeId: string): string;
  exportTable(storeId: string): string;
  /** What AWS does by itself by now. */
  ageOut(): void;
  loseRole(): void;
  deleteNothing(): void;
  lock(pointId: string): void;
}

/** A bucket and two tables that have copies, and one that has none. */
export const COPIED = {
  bucket: "photos",
  table: "catalogue",
  other: "landmarks",
  accounts: "accounts",
} as const;

/** What every listing of copies has to do, by the rows of what AWS Backup and DynamoDB really do. */
export function recoveryPointsContract(name: string, make: () => Promise<CopiesAtWork>): void {
  describe(`recovery points: ${name}`, () => {
    let at: CopiesAtWork;
    const inDays = (days: number) => new Date(at.clock.now().getTime() + days * DAY_MS).toISOString();
    const find = async (pointId: string) => {
      const lists = await Promise.all([COPIED.bucket, COPIED.table].map((id) => at.points.listOf(id)));
      const point = lists.flat().find((one) => one.pointId === pointId);
      if (!point) throw new Error(`${pointId} is not listed.`);
      return point;
    };
    beforeEach(async () => {
      at = await make();
    });

    it("list none of a store that has none, and none of another store", async () => {
      at.snapshot(COPIED.bucket, 35);
      for (const id of [COPIED.table, COPIED.other, COPIED.accounts])
        expect(await at.points.listOf(id)).toEqual([]);
    });

    it("are units: they can be listed, read and deleted whole, and nothing in one can be reached", async () => {
      expect(Object.keys(at.points).toSorted()).toEqual(["delete", "listOf", "read"]);
    });

    it("of one moment are told with that moment, their vault and their end", async () => {
      const [earliest, deleteAt] = [inDays(0), inDays(35)];
      const pointId = at.snapshot(COPIED.bucket, 35, "daily");
      const point = { pointId, storeId: COPIED.bucket, kind: "snapshot", place: "daily", state: "whole" };
      expect(await at.points.listOf(COPIED.bucket)).toEqual([{ ...point, earliest, deleteAt }]);
      expect(await at.points.read(await find(pointId))).toEqual({ ...point, earliest, deleteAt });
    });

    it("that nobody ever deletes have no end", async () => {
      expect(await find(at.snapshot(COPIED.bucket, null))).not.toHaveProperty("deleteAt");
    });

    it("of every vault are listed, the one that reaches back furthest first, however many there are", async () => {
      const made: string[] = [];
      for (let count = 0; count < 25; count += 1) {
        made.push(at.snapshot(COPIED.bucket, 35, count % 2 === 0 ? "daily" : "somebodys"));
        at.clock.advance(60_000);
      }
      expect((await at.points.listOf(COPIED.bucket)).map(({ pointId }) => pointId)).toEqual(made);
    });

    it("are gone when their end has come and AWS deletes them", async () => {
      const point = await find(at.snapshot(COPIED.bucket, 35));
      at.clock.advance(35 * DAY_MS);
      at.ageOut();
      expect(await at.points.read(point)).toBeUndefined();
      expect(await at.points.listOf(COPIED.bucket)).toEqual([]);
    });

    it("whose role is gone do not age out: they stay, expired", async () => {
      const point = await find(at.snapshot(COPIED.bucket, 35));
      at.loseRole();
      at.clock.advance(35 * DAY_MS);
      at.ageOut();
      expect(await at.points.read(point)).toMatchObject({ state: "expired" });
      expect(await at.points.listOf(COPIED.bucket)).toMatchObject([{ state: "expired" }]);
    });

    it("are gone when their deletion was asked for and done, and asking again is as good", async () => {
      const point = await find(at.snapshot(COPIED.bucket, 35));
      expect(await at.points.delete(point)).toBe("asked");
      expect(await at.points.read(point)).toBeUndefined();
      expect(await at.points.delete(point)).toBe("asked");
    });

    it("whose deletion was answered with success and not done are there, expired", async () => {
      const point = await find(at.snapshot(COPIED.bucket, 35));
      at.deleteNothing();
      expect(await at.points.delete(point)).toBe("asked");
      expect(await at.points.read(point)).toMatchObject({ state: "expired" });
    });

    it("under a vault lock or a legal hold of AWS Backup are not deleted", async () => {
      const point = await find(at.snapshot(COPIED.bucket, 35));
      at.lock(point.pointId);
      expect(await at.points.delete(point)).toBe("locked");
      expect(await at.points.read(point)).toMatchObject({ state: "whole" });
    });

    it("that are continuous reach back from now, never before they began, and have no end of their own", async () => {
      const began = inDays(0);
      const pointId = at.begin(COPIED.bucket, 10);
      at.clock.advance(3 * DAY_MS);
      const point = await find(pointId);
      expect(point).toMatchObject({ kind: "continuous", state: "moving", earliest: began, windowDays: 10 });
      expect(point).not.toHaveProperty("deleteAt");
      at.clock.advance(10 * DAY_MS);
      expect(await find(pointId)).toMatchObject({ earliest: inDays(-10) });
    });

    it("that are continuous are deleted as a whole", async () => {
      const point = await find(at.begin(COPIED.bucket, 10));
      expect(await at.points.delete(point)).toBe("asked");
      expect(await at.points.listOf(COPIED.bucket)).toEqual([]);
    });

    it("of a window that was shortened are two: the old one is stopped, and stays as long as it said", async () => {
      const began = inDays(0);
      const old = at.begin(COPIED.bucket, 30);
      at.clock.advance(5 * DAY_MS);
      const until = inDays(30);
      const next = at.changeWindow(old, 1);
      at.clock.advance(10 * DAY_MS);
      expect(await find(old)).toMatchObject({ state: "stopped", earliest: began, deleteAt: until });
      expect(await find(next)).toMatchObject({ state: "moving", windowDays: 1, earliest: inDays(-1) });
    });

    it("of a table are also its own window, which has no call to end it", async () => {
      at.pointInTime(COPIED.table, 7);
      at.clock.advance(10 * DAY_MS);
      const [point] = await at.points.listOf(COPIED.table);
      expect(point).toMatchObject({
        kind: "point-in-time",
        state: "moving",
        windowDays: 7,
        earliest: inDays(-7),
      });
      expect(point && (await at.points.delete(point))).toBe("has-no-call");
      expect(await at.points.listOf(COPIED.other)).toEqual([]);
    });

    it("of a table are also what somebody made on demand, which stays, and what DynamoDB made of a deleted one", async () => {
      const onDemand = at.backUpTable(COPIED.table);
      at.clock.advance(1);
      const ofDeleted = at.deleteTableOfThatName(COPIED.table);
      expect(await find(onDemand)).toMatchObject({ kind: "table-backup", state: "whole" });
      expect(await find(onDemand)).not.toHaveProperty("deleteAt");
      expect(await find(ofDeleted)).toMatchObject({ kind: "system-backup", deleteAt: inDays(35) });
      expect(await at.points.delete(await find(onDemand))).toBe("has-no-call");
      expect(await at.points.read(await find(onDemand))).toMatchObject({ pointId: onDemand });
    });

    it("of a table are also its exports, which nobody ever deletes where no store is declared for them", async () => {
      const point = await find(at.exportTable(COPIED.table));
      expect(point).toMatchObject({ kind: "export", place: "s3://somewhere" });
      expect(point).not.toHaveProperty("deleteAt");
    });
  });
}
