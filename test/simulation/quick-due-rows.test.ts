import { describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { HELD_BUCKET } from "../../shared/domain/retention/due-row.ts";
import { dueRow } from "../../shared/domain/retention/pack-due-rows.ts";
import { clockWorld } from "../world/clock/clock-world.ts";
import { quickDueRows } from "./quick-due-rows.ts";

const BUCKETS = { bucketSeconds: 60, shards: 2 };
const at = (minute: number) => new Date(Date.UTC(2026, 10, 30, 10, minute)).toISOString();

describe("due rows of which it is asked whether there are any", () => {
  const { service } = clockWorld(dreamPortraits);
  const rowIn = (bucket: string, key: string) =>
    dueRow(service, { store: "photos", bucket }, [{ thing: { store: "photos", key }, facts: new Set() }]);

  it("has none before the first, and one from the end of its stretch of time until it is done", async () => {
    const rows = quickDueRows(() => undefined);
    expect(rows.isNothingBefore(at(30), BUCKETS)).toBe(true);
    const row = rowIn(at(20), "users/1/a.png");
    await rows.put([row]);
    expect(rows.isNothingBefore(at(20), BUCKETS)).toBe(true);
    expect(rows.isNothingBefore(at(21), BUCKETS)).toBe(false);
    await rows.done(row, []);
    expect(rows.isNothingBefore(at(30), BUCKETS)).toBe(true);
  });

  it("sees one that comes before what it was asked about, and no held one", async () => {
    const rows = quickDueRows(() => undefined);
    await rows.put([rowIn(at(20), "users/1/a.png"), rowIn(HELD_BUCKET, "users/1/held.png")]);
    expect(rows.isNothingBefore(at(20), BUCKETS)).toBe(true);
    await rows.put([rowIn(at(5), "users/1/b.png")]);
    expect(rows.isNothingBefore(at(6), BUCKETS)).toBe(false);
  });
});
