import { describe, expect, it } from "vitest";
import { retentionEnd, withoutSubject } from "../../../shared/domain/erasure/retained-record.ts";

const NOW = new Date("2026-11-23T10:00:00.000Z");
const at = (text: string) => Date.parse(text) / 1000;

describe("the end of a record that is kept", () => {
  it.each([
    ["from when it was made", { madeAt: "2026-11-01T00:00:00Z" }, "2026-12-01T00:00:00Z"],
    [
      "from when it was made, in seconds",
      { madeAt: String(at("2026-11-01T00:00:00Z")) },
      "2026-12-01T00:00:00Z",
    ],
    ["from the day it was made", { madeAt: "2026-11-02" }, "2026-12-02T00:00:00Z"],
    [
      "from the erasure, if a year is said, or a number of something",
      { madeAt: "2026" },
      "2026-12-23T10:00:00Z",
    ],
    ["from the erasure, if nothing is said", {}, "2026-12-23T10:00:00Z"],
    ["from the erasure, if what is said is no moment", { madeAt: "INV-20" }, "2026-12-23T10:00:00Z"],
    [
      "from the erasure, if it is said in milliseconds",
      { madeAt: String(NOW.getTime()) },
      "2026-12-23T10:00:00Z",
    ],
    ["from the erasure, if it were made later", { madeAt: "2030-01-01T00:00:00Z" }, "2026-12-23T10:00:00Z"],
    [
      "no later than its own time to live",
      { madeAt: "2026-11-01T00:00:00Z", expiresAt: String(at("2026-11-25T00:00:00Z")) },
      "2026-11-25T00:00:00Z",
    ],
    [
      "no earlier for a time to live that is later, or none",
      { madeAt: "2026-11-01T00:00:00Z", expiresAt: "1" },
      "2026-12-01T00:00:00Z",
    ],
  ])("is counted %s", (_, facts, end) => {
    expect(retentionEnd(30, NOW, facts)).toBe(at(end));
  });
});

describe("a text without the person", () => {
  const random = "5f0c9d1e-77aa-4c1b-9c3e-0f2b6a1d8e44";
  it.each([
    ["of person-1, not of person-10", "person-1", "of r1_x, not of person-10"],
    ["1 of 10 at 1.50 for v1", "1", "r1_x of 10 at r1_x.50 for v1"],
    [`x${random}y`, random, "xr1_xy"],
    ["INV#person-1#3", "person-1", "INV#r1_x#3"],
    ["nobody", "person-1", "nobody"],
  ])("%s, of %s, is: %s", (text, subject, without) => {
    expect(withoutSubject(text, subject, "r1_x")).toBe(without);
  });
});
