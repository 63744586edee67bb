import { describe, expect, it } from "vitest";
import type { StoreProgress } from "../../../shared/domain/erasure/store-progress.ts";
import { firstLockEnd, storeSummary } from "../../../shared/domain/erasure/store-summary.ts";

const EMPTIED: StoreProgress = {
  storeId: "photos",
  kind: "s3",
  found: 30,
  bytes: 100,
  deletedByCall: 30,
  leftBehind: [],
  left: 0,
  verified: { found: 0, at: "2026-11-23T10:00:00.000Z" },
};

describe("what an erasure came to in a store", () => {
  it("is deleted when nothing is left", () => {
    expect(storeSummary(EMPTIED)).toMatchObject({
      found: 30,
      deleted: 30,
      left: 0,
      retained: 0,
      outcome: "deleted",
    });
  });

  it("is already absent when there never was anything", () => {
    const absent = storeSummary({ ...EMPTIED, found: 0, deletedByCall: 0 });
    expect(absent).toMatchObject({ found: 0, deleted: 0, outcome: "already-absent" });
  });

  it("counts what came after the plan, so that the sum holds", () => {
    const { found, deleted, left, retained } = storeSummary({ ...EMPTIED, deletedByCall: 33 });
    expect({ found, deleted }).toEqual({ found: 33, deleted: 33 });
    expect(found).toBe(deleted + left + retained);
  });

  it("believes the verifier and not the eraser", () => {
    const lied = storeSummary({ ...EMPTIED, verified: { found: 4, at: "2026-11-23T10:00:00.000Z" } });
    expect(lied).toMatchObject({ deleted: 30, left: 4, outcome: "not-possible" });
  });

  it("is kept under a pseudonym where the verifier saw records so, and deleted as far as it did not", () => {
    const until = "2034-01-01T00:00:00.000Z";
    const kept = (records: number, found = 0): StoreProgress => ({
      ...EMPTIED,
      verified: { found, at: "2026-11-23T10:00:00.000Z", kept: { records, until } },
    });
    expect(storeSummary(kept(30))).toMatchObject({
      deleted: 0,
      pseudonymised: 30,
      outcome: "retained-until",
    });
    expect(storeSummary(kept(28))).toMatchObject({ deleted: 2, pseudonymised: 28 });
    expect(storeSummary(kept(0))).toMatchObject({ deleted: 30, pseudonymised: 0, outcome: "deleted" });
    // What an earlier erasure kept is not of those that were found now.
    expect(storeSummary(kept(40))).toMatchObject({ found: 30, deleted: 0, pseudonymised: 30 });
    expect(storeSummary(kept(29, 1))).toMatchObject({ left: 1, pseudonymised: 29, outcome: "not-possible" });
  });

  it("tells what is locked from what is stuck", () => {
    const retainedUntil = "2027-01-01T00:00:00.000Z";
    const progress: StoreProgress = {
      ...EMPTIED,
      deletedByCall: 28,
      left: 2,
      verified: { found: 2, at: "2026-11-23T10:00:00.000Z" },
      leftBehind: [
        { idHash: "a".repeat(64), code: "AccessDenied", retainedUntil },
        { idHash: "b".repeat(64), code: "InternalError" },
      ],
    };
    expect(storeSummary(progress)).toMatchObject({
      deleted: 28,
      left: 1,
      retained: 1,
      outcome: "retained-until",
    });
    expect(firstLockEnd([EMPTIED, progress])).toBe(retainedUntil);
    expect(firstLockEnd([EMPTIED])).toBeUndefined();
  });
});
