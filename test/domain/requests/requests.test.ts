import { describe, expect, it } from "vitest";
import { nextTryAt } from "../../../shared/domain/requests/looked-at-again.ts";
import { newRequestId, RequestIdSchema } from "../../../shared/domain/requests/request-id.ts";

const NOW = new Date("2026-11-23T10:00:00.000Z");

describe("a request id", () => {
  it("has a fixed form and sorts by time", () => {
    const ids = [0, 1, 1000, 86_400_000].map((ms) =>
      newRequestId(new Date(NOW.getTime() + ms), chance(255 - ms)),
    );
    for (const id of ids) expect(RequestIdSchema.safeParse(id).success).toBe(true);
    expect([...ids].sort()).toEqual(ids);
  });

  it("differs by chance within a millisecond", () => {
    expect(newRequestId(NOW, chance(1))).not.toBe(newRequestId(NOW, chance(2)));
  });
});

describe("the next try after a failure", () => {
  it.each([
    [1, "2026-11-23T10:01:00.000Z"],
    [2, "2026-11-23T10:04:00.000Z"],
    [6, "2026-11-24T03:04:00.000Z"],
    [7, "2026-11-24T10:00:00.000Z"],
    [100, "2026-11-24T10:00:00.000Z"],
  ])("comes later after attempt %i, a day at most", (attempt, expected) => {
    expect(nextTryAt(NOW, attempt, 1)).toBe(expected);
  });

  it("comes by chance, no sooner than after half the wait", () => {
    expect([0, 0.5, 1].map((of) => nextTryAt(NOW, 1, of))).toEqual([
      "2026-11-23T10:00:30.000Z",
      "2026-11-23T10:00:45.000Z",
      "2026-11-23T10:01:00.000Z",
    ]);
    expect(nextTryAt(NOW, 100, 0)).toBe("2026-11-23T22:00:00.000Z");
  });
});

function chance(seed: number): Uint8Array {
  return new Uint8Array(10).fill(((seed % 256) + 256) % 256);
}
