import { describe, expect, it } from "vitest";
import { sumOf } from "./cost-line.ts";
import { meteredPurge } from "./metered-purge.ts";
import { dollarsPerMillion, OTHER_DESIGNS } from "./other-designs.ts";
import { PRICES } from "./prices.ts";
import { purgeCosts } from "./purge-costs.ts";

const DOLLARS_PER_MILLION_MAX = 1.5;

describe("a million purged things", () => {
  it.each([1_000_000, 100_000_000])(
    "cost at most $1.50 where %d are uploaded a day, by what the deployed code reads and writes",
    async (uploadsPerDay) => {
      const dollars = sumOf(purgeCosts(uploadsPerDay, await meteredPurge(uploadsPerDay)));
      expect(dollars).toBeLessThanOrEqual(DOLLARS_PER_MILLION_MAX);
      // Less than one row and one notification each would mean that something was not counted.
      expect(dollars).toBeGreaterThan(1);
    },
  );

  it("cost less than a schedule or an execution for each", () => {
    const dearer = OTHER_DESIGNS.filter(({ name }) => /Scheduler|Step Functions/.test(name));
    expect(dearer).toHaveLength(2);
    for (const design of dearer) expect(dollarsPerMillion(design)).toBeGreaterThan(DOLLARS_PER_MILLION_MAX);
  });

  it("is reckoned with prices that each name their source", () => {
    for (const { source, dollars } of Object.values(PRICES)) {
      expect(source).toMatch(/^https:\/\/aws\.amazon\.com\//);
      expect(dollars).toBeGreaterThanOrEqual(0);
    }
  });
});
