import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compactedFacts } from "../../../shared/domain/retention/compacted-facts.ts";
import { currentLife } from "../../../shared/domain/retention/due-time.ts";
import {
  FACTS_KEPT_MAX,
  factText,
  LifeFactSchema,
  type ToldFact,
} from "../../../shared/domain/retention/told-fact.ts";
import { A_DAY, anyFact, anyRule, hours, told } from "./life-facts.ts";

const manyFacts = fc.array(anyFact, { minLength: 1, maxLength: 80 });

describe("facts that were compacted", () => {
  it("say the same of the current life", () => {
    fc.assert(
      fc.property(anyRule, manyFacts, (rule, facts) => {
        const all = new Set(facts.map(factText));
        expect(currentLife(rule, compactedFacts(rule, all))).toEqual(currentLife(rule, all));
      }),
      { numRuns: 1_000 },
    );
  });

  it("say the same whatever is told from then on", () => {
    const later = fc.array(
      fc.record({
        // A record is told to be kept by a law when its creation is all that is known of it: nothing was compacted.
        fact: fc.constantFrom(...LifeFactSchema.exclude(["retained-until"]).options),
        at: fc.integer({ min: 193, max: 400 }).map((step) => hours(step / 2)),
      }),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(anyRule, manyFacts, later, (rule, facts, more) => {
        const all = new Set(facts.map(factText));
        const texts = more.map(factText);
        const compacted = new Set([...compactedFacts(rule, all), ...texts]);
        expect(currentLife(rule, compacted)).toEqual(currentLife(rule, new Set([...all, ...texts])));
      }),
      { numRuns: 1_000 },
    );
  });

  it("never let what is stored live longer than if it were alone, whatever comes late of the time before", () => {
    // Saving is written at its moment, never late and never after the end: without it, nothing makes a life longer.
    const unsavable = anyRule
      .map((rule) => ({ ...rule, savable: false }))
      .filter(({ limit }) => limit === undefined || limit.from === "created");
    fc.assert(
      fc.property(unsavable, manyFacts, anyFact, (rule, facts, late) => {
        const all = [...facts, late].toSorted((one, other) => one.at.localeCompare(other.at));
        const texts = (some: readonly ToldFact[]) => new Set(some.map(factText));
        const now = all.at(-1)?.at ?? "";
        const storedLastAt = all.findLast(({ fact }) => fact === "created")?.at ?? "";
        const dueOf = (some: ReadonlySet<string>) => currentLife(rule, some)?.due?.dueAt;

        const whole = dueOf(texts(all));
        const alone = dueOf(texts(all.filter(({ at }) => at >= storedLastAt)));
        const compacted = dueOf(new Set([...compactedFacts(rule, texts(facts)), factText(late)]));
        // What was due before now is due now; when it was is another matter.
        const latest =
          [whole, alone, now]
            .filter((at) => at !== undefined)
            .sort()
            .at(-1) ?? "";
        if (whole !== undefined) expect((compacted ?? "9999") <= latest).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  it("are few, however many there were", () => {
    fc.assert(
      fc.property(anyRule, fc.array(anyFact, { minLength: 100, maxLength: 200 }), (rule, facts) => {
        expect(compactedFacts(rule, new Set(facts.map(factText))).size).toBeLessThanOrEqual(FACTS_KEPT_MAX);
      }),
    );
  });

  it("lose every upload of a life between the first and the last", () => {
    const facts = new Set([0, 1, 2, 30, 31, 32].map((at) => told("created", at)));
    expect(compactedFacts(A_DAY, facts)).toEqual(
      new Set([told("created", 0), told("created", 2), told("created", 30), told("created", 32)]),
    );
  });
});
