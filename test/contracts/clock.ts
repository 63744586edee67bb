import { beforeEach, describe, expect, it } from "vitest";
import type { DueRow } from "../../shared/domain/retention/due-row.ts";
import type { Thing } from "../../shared/domain/retention/thing.ts";
import { factText, type ToldFact } from "../../shared/domain/retention/told-fact.ts";
import type {
  DueRows,
  Duties,
  Duty,
  Measured,
  Measurements,
  ThingRecords,
} from "../../shared/operations/ports.ts";

const CREATED_AT = "2026-11-24T10:00:00.000Z";
const LATER = "2026-11-25T09:00:00.000Z";
const UNTIL = "2027-01-01T00:00:00.000Z";
const CREATED: ToldFact = { fact: "created", at: CREATED_AT };
const ENDED: ToldFact = { fact: "generation-completed", at: LATER };
const PHOTO: Thing = { store: "photos", key: "users/1/a b+c%20é\u0001.png" };

/** Everything that keeps what the clock knows, empty. */
export interface ClockKeepers {
  readonly things: ThingRecords;
  readonly dueRows: DueRows;
  readonly duties: Duties;
  readonly measurements: Measurements;
  /** By the clock that it counts by. */
  readonly today: string;
}

/** Holds for every place that keeps what the clock knows. */
export function clockContract(make: () => Promise<ClockKeepers>): void {
  let kept: ClockKeepers;
  beforeEach(async () => {
    kept = await make();
  });

  describe("what is known of things", () => {
    const tell = (...facts: readonly ToldFact[]) =>
      kept.things.tell([{ thing: PHOTO, facts, etag: "e1", keepUntil: UNTIL }]);

    it("only grows, whatever is told twice or at the same moment", async () => {
      const many = Array.from(
        { length: 12 },
        (_, at): ToldFact => ({ ...CREATED, at: LATER.replace("09", String(10 + at)) }),
      );
      await Promise.all([...many, ...many].map((fact) => tell(fact)));

      const [known] = await kept.things.read([PHOTO]);
      expect([...(known?.facts ?? [])].toSorted()).toEqual(many.map(factText).toSorted());
    });

    it("is answered by who is told, in the order of the things, and unknown things are known to be so", async () => {
      const other = { store: "photos", key: "users/2/x" };
      const told = await kept.things.tell([
        { thing: other, facts: [CREATED], keepUntil: UNTIL },
        { thing: PHOTO, facts: [CREATED, ENDED], etag: "e1", keepUntil: UNTIL },
      ]);

      expect(told.map(({ thing }) => thing)).toEqual([other, PHOTO]);
      expect(told[1]).toEqual({
        thing: PHOTO,
        facts: new Set([factText(CREATED), factText(ENDED)]),
        etag: "e1",
        keepUntil: UNTIL,
      });
      const unknown = { store: "portraits", key: PHOTO.key };
      expect(await kept.things.read([unknown, other])).toEqual([undefined, told[0]]);
    });

    it("is saved or taken, never both", async () => {
      const [known] = await tell(CREATED);
      if (!known) throw new Error("Nothing was told.");

      expect(await kept.things.save(PHOTO, LATER, CREATED_AT)).toBe(true);
      expect(await kept.things.take(known, LATER)).toBe(false);
      const [saved] = await kept.things.read([PHOTO]);
      expect(saved?.facts).toContain(factText({ fact: "saved", at: LATER }));
      if (!saved) throw new Error("What was saved is not known.");

      expect(await kept.things.take(saved, LATER)).toBe(true);
      expect(await kept.things.save(PHOTO, LATER, CREATED_AT)).toBe(false);
      // What is stored under the key afterwards is another thing.
      const [again] = await kept.things.read([PHOTO]);
      expect(again?.takenAt).toBe(LATER);
      expect(await kept.things.save(PHOTO, "2026-11-26T11:00:00.000Z", "2026-11-26T10:00:00.000Z")).toBe(
        true,
      );
    });

    it("is compacted unless something was told meanwhile", async () => {
      const [known] = await tell(CREATED, ENDED);
      if (!known) throw new Error("Nothing was told.");
      const fewer = new Set([factText(CREATED)]);
      await tell({ fact: "created", at: LATER });
      await kept.things.compact(known, fewer);
      const [told] = await kept.things.read([PHOTO]);
      expect(told?.facts.size).toBe(3);
      if (!told) throw new Error("What was told is not known.");

      await kept.things.compact(told, fewer);
      expect((await kept.things.read([PHOTO]))[0]?.facts).toEqual(fewer);
    });

    it("is kept as long as was said last", async () => {
      await tell(CREATED);
      await kept.things.keepUntil([PHOTO], "2026-12-24T00:00:00.000Z");
      expect((await kept.things.read([PHOTO]))[0]?.keepUntil).toBe("2026-12-24T00:00:00.000Z");
    });
  });

  describe("due rows", () => {
    const row = (rowId: string, bucket = "2026-11-25T09:00:00.000Z"): DueRow => ({
      schema: "lethe.due/1",
      service: "dream-portraits",
      region: "eu-central-1",
      store: "photos",
      bucket,
      shard: 1,
      rowId: rowId.repeat(64),
      things: [PHOTO, { store: "photos", key: "users/2/x" }],
    });
    const counted: readonly Measured[] = [
      {
        store: "photos",
        what: "deleted",
        count: 2,
        ageSeconds: [82_800, 82_860],
        lateSeconds: [-3600, -3540],
      },
    ];
    const rowsOf = async (bucket = "2026-11-25T09:00:00.000Z") => {
      const rows: DueRow[] = [];
      for await (const one of kept.dueRows.inBucket({ store: "photos", bucket, shard: 1 })) rows.push(one);
      return rows.toSorted((one, other) => one.rowId.localeCompare(other.rowId));
    };

    it("are found in their stretch of time and shard alone, each once, with whatever keys S3 takes", async () => {
      const held = { ...row("c"), heldSince: LATER };
      await kept.dueRows.put([row("a"), row("b"), row("a"), held, row("d", "2026-11-25T09:01:00.000Z")]);
      await kept.dueRows.put([row("b")]);

      expect(await rowsOf()).toEqual([row("a"), row("b"), held]);
      expect(await rowsOf("2026-11-25T09:01:00.000Z")).toEqual([row("d", "2026-11-25T09:01:00.000Z")]);
    });

    it("are found in a range of such stretches, the earliest first, and none before or after it", async () => {
      const minutes = ["08:59", "09:00", "09:02", "09:03"].map((time) => `2026-11-25T${time}:00.000Z`);
      await kept.dueRows.put(minutes.toReversed().map((bucket) => row("a", bucket)));
      const range = { from: "2026-11-25T09:00:00.000Z", before: "2026-11-25T09:03:00.000Z" };
      const found: DueRow[] = [];
      const buckets = { bucketSeconds: 60, shards: 2 };
      for await (const one of kept.dueRows.inBuckets({ store: "photos", shard: 1, ...range }, buckets)) {
        found.push(one);
      }
      expect(found).toEqual([row("a", minutes[1]), row("a", minutes[2])]);
    });

    it("keep since when the store refuses to delete what they name", async () => {
      const refused = { ...row("a"), refusedSince: "2026-11-25T09:00:10.000Z" };
      await kept.dueRows.put([row("a")]);
      await kept.dueRows.put([refused]);
      expect(await rowsOf()).toEqual([refused]);
    });

    it("are counted once, when they are removed", async () => {
      await kept.dueRows.put([row("a"), row("b")]);

      expect(await kept.dueRows.done(row("a"), counted)).toBe(true);
      expect(await kept.dueRows.done(row("a"), counted)).toBe(false);
      expect(await kept.dueRows.done(row("b"), [])).toBe(true);
      expect(await kept.dueRows.done(row("b"), [])).toBe(false);

      expect(await rowsOf()).toEqual([]);
      expect((await kept.measurements.read("photos", kept.today))?.deleted).toBe(2);
    });

    it("cannot be older than what they say of themselves", async () => {
      const begunAt = await kept.dueRows.begunAt();
      if (begunAt) expect(begunAt.getTime()).toBeLessThanOrEqual(Date.now());
    });

    it("are swept up to a watermark that never goes back", async () => {
      expect(await kept.dueRows.watermark("photos", 1)).toBeUndefined();
      await kept.dueRows.advance("photos", 1, "2026-11-25T09:01:00.000Z");
      await kept.dueRows.advance("photos", 1, "2026-11-25T09:00:00.000Z");
      expect(await kept.dueRows.watermark("photos", 1)).toBe("2026-11-25T09:01:00.000Z");
      expect(await kept.dueRows.watermark("photos", 0)).toBeUndefined();
    });
  });

  describe("duties", () => {
    const duty = (dutyId: string, dueAt: string): Duty => ({
      dutyId,
      kind: "seal",
      about: { day: dutyId },
      dueAt,
    });
    const dueIds = async (now: string) =>
      (await kept.duties.dueBy(new Date(now), 10)).map(({ dutyId }) => dutyId);

    it("are due at their time and not before, the first at the top, and can be moved", async () => {
      await kept.duties.put(duty("late", "2026-11-25T09:00:00.000Z"));
      await kept.duties.put(duty("early", "2026-11-25T08:00:00.000Z"));

      expect(await dueIds("2026-11-25T08:59:59.999Z")).toEqual(["early"]);
      expect(await dueIds("2026-11-25T09:00:00.000Z")).toEqual(["early", "late"]);
      await kept.duties.put(duty("early", "2026-11-26T08:00:00.000Z"));
      expect(await dueIds("2026-11-25T09:00:00.000Z")).toEqual(["late"]);
      await kept.duties.putOnce(duty("late", "2026-11-27T00:00:00.000Z"));
      expect(await dueIds("2026-11-25T09:00:00.000Z")).toEqual(["late"]);
    });

    it("are gone when they were done or cancelled, but not when they were moved meanwhile", async () => {
      const first = duty("a", "2026-11-25T08:00:00.000Z");
      await kept.duties.put(first);
      await kept.duties.put(duty("a", "2026-11-25T08:30:00.000Z"));
      await kept.duties.done(first);
      expect(await dueIds(LATER)).toEqual(["a"]);
      await kept.duties.done(duty("a", "2026-11-25T08:30:00.000Z"));
      expect(await dueIds(LATER)).toEqual([]);

      await kept.duties.put(first);
      await kept.duties.cancel("a");
      await kept.duties.cancel("a");
      expect(await dueIds(LATER)).toEqual([]);
    });
  });

  describe("measurements", () => {
    it("tell how many, how old and how late, with exact maxima and percentiles that are no smaller than they were", async () => {
      const lateSeconds = [...Array.from({ length: 98 }, () => -3500), -120, 60];
      const ageSeconds = lateSeconds.map((late) => 86_400 + late);
      await kept.measurements.count([
        { store: "photos", what: "deleted", count: 100, ageSeconds, lateSeconds },
        { store: "photos", what: "held", count: 3, ageSeconds: [], lateSeconds: [] },
        { store: "photos", what: "found-by-reconciler", count: 1, ageSeconds: [], lateSeconds: [] },
        { store: "landmarks", what: "deleted", count: 1, ageSeconds: [5], lateSeconds: [1] },
      ]);
      await kept.measurements.listed("photos", { at: LATER, living: 7, oldestLivingAt: CREATED_AT });

      const read = await kept.measurements.read("photos", kept.today);
      expect(read).toMatchObject({
        ...{ store: "photos", deleted: 100, held: 3, foundByReconciler: 1 },
        ...{ living: 7, oldestLivingAt: CREATED_AT, listedAt: LATER },
      });
      expect(read?.lateSeconds.max).toBe(60);
      expect(read?.ageSeconds.max).toBe(86_460);
      expect(read?.lateSeconds.p50).toBeGreaterThanOrEqual(-3500);
      expect(read?.lateSeconds.p50).toBeLessThan(-3000);
      expect(read?.lateSeconds.p99).toBeGreaterThanOrEqual(-120);
      expect(read?.lateSeconds.p99).toBeLessThan(0);
      expect(await kept.measurements.read("prompts", kept.today)).toBeUndefined();
    });
  });
}
