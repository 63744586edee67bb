import { expect, it } from "vitest";
import { restoresMeasured } from "../../bench/restored.ts";

it("of a store with many erased and many whose time is over, at random ages, nothing is readable and nothing is missing", async () => {
  const load = { erased: 200, expired: 200, living: 50, restores: 5 };
  for (const seed of [1, 2]) {
    const measured = await restoresMeasured({ ...load, seed });
    expect(measured).toMatchObject({ readable: 0, missing: 0, removed: { erased: 1000, expired: 1000 } });
  }
});
