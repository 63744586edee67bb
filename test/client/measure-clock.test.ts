import { describe, expect, it } from "vitest";
import type { DemoClock } from "../../local/demo/demo-clock.ts";
import { measureClock } from "../../local/measure/clock.ts";
import { policy as coloringBook } from "../../policies/coloring-book.ts";
import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { policy as gptImage } from "../../policies/gpt-image.ts";
import { policy as imageDesigner } from "../../policies/image-designer.ts";
import { policy as imageGen } from "../../policies/image-gen.ts";
import { compilePolicy } from "../../shared/domain/policy/compile-policy.ts";
import { promiseReport } from "../../shared/domain/promises/promise-report.ts";
import { serviceInMemory } from "../world/demo-clock.ts";

describe.each(Object.entries({ coloringBook, dreamPortraits, gptImage, imageDesigner, imageGen }))(
  "what the clock of %s is measured to do",
  (_, declaration) => {
    it("is kept in every category that a promise names, by each way to end it", async () => {
      const seen = await measureClock(serviceInMemory(declaration));
      expect(seen.length).toBeGreaterThan(0);
      expect(seen.filter(({ held }) => !held)).toEqual([]);
      const { policy } = compilePolicy(declaration);
      for (const { mechanism, how } of seen) {
        if (mechanism.mechanism !== "clock") throw new Error("Only the clock is measured here.");
        const rule = policy.retention.find(({ category }) => category === mechanism.category);
        for (const fact of rule?.earlierOn ?? []) {
          expect(how).toContain(fact === "account-ended" ? "nothing of an account was left" : fact);
        }
        const isStored = policy.stores.some(({ categories }) => categories.includes(mechanism.category));
        if (rule?.limit && isStored) expect(how).toMatch(/gone at an age of .*, promised are/);
      }
    });

    it("is not kept when the sweeper is taken out", async () => {
      const seen = await measureClock(serviceInMemory(declaration, { sweeps: false }));
      const trials = seen.filter(({ how }) => how.includes("stored in"));
      expect(trials.length).toBeGreaterThan(0);
      expect(trials.filter(({ held }) => held)).toEqual([]);
      for (const { how } of trials) expect(how).toContain("it was still there");
    });
  },
);

describe("the clock that is measured", () => {
  it("is not kept where the end of an account leads to no erasure", async () => {
    const seen = await measureClock(serviceInMemory(dreamPortraits, { erases: false }));
    expect(seen.map(({ held }) => held)).toEqual([false, false]);
    expect(seen[0]?.how).toContain("still there two minutes after its end was told");
  });

  it("is not kept where events of the service never arrive", async () => {
    const seen = await measureClock(serviceInMemory(dreamPortraits, { arrives: false }));
    expect(seen.map(({ held }) => held)).toEqual([false, false]);
  });

  it("keeps the promise that names it, in the report, and shows what was seen", async () => {
    const compiled = compilePolicy(dreamPortraits);
    const reportWith = async (demo: DemoClock) => {
      const looks = await measureClock(demo);
      const at = "2026-11-24T10:00:00.000Z";
      const measurements = looks.map((look) => ({
        ...look,
        environment: "embedded-aws" as const,
        from: at,
        to: at,
        looks: 1,
        policyDigest: compiled.digest,
        commit: "abc",
      }));
      const measured = { schema: "lethe.measured/1" as const, policy: "dream-portraits", measurements };
      return promiseReport(compiled, measured).find(({ id }) => id === "DP1");
    };
    const kept = await reportWith(serviceInMemory(dreamPortraits));
    expect(kept?.status).toBe("kept");
    expect(kept?.evidence.join()).toMatch(
      /photos by the AWS SDK alone, it was gone .* after generation-completed/,
    );
    expect((await reportWith(serviceInMemory(dreamPortraits, { sweeps: false })))?.status).toBe("not-yet");
  });
});
