import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ClockRule, currentLife, livesOf } from "../../../shared/domain/retention/due-time.ts";
import { factText } from "../../../shared/domain/retention/told-fact.ts";
import { A_DAY, anyFact, anyRule, hours, told } from "./life-facts.ts";

const SAVABLE: ClockRule = { ...A_DAY, savable: true };

describe("when a thing is due", () => {
  it("is the limit after its creation, a margin early; the promise itself is that much later", () => {
    const life = currentLife({ ...A_DAY, marginMinutes: 60 }, new Set([told("created", 0)]));
    expect(life).toEqual({
      createdAt: hours(0),
      due: { dueAt: hours(23), deadline: hours(24), because: "limit" },
    });
  });

  it("is an event that comes before the limit, and the limit if that comes before the event", () => {
    const rule: ClockRule = { ...A_DAY, earlierOn: ["processing-finished"] };
    const dueAfter = (at: number) =>
      currentLife(rule, new Set([told("created", 0), told("processing-finished", at)]))?.due;
    expect(dueAfter(23.999)).toMatchObject({ dueAt: hours(23.999), because: "processing-finished" });
    expect(dueAfter(24.001)).toMatchObject({ dueAt: hours(24), because: "limit" });
  });

  it("takes no event of another kind for its own", () => {
    const facts = new Set([told("created", 0), told("generation-completed", 1)]);
    expect(currentLife({ ...A_DAY, earlierOn: ["processing-finished"] }, facts)?.due?.dueAt).toBe(hours(24));
  });

  it("is a margin before the end that a law gives it, whatever else would end or keep it", () => {
    const rule: ClockRule = { ...SAVABLE, marginMinutes: 60, earlierOn: ["need-ended"] };
    const facts = ["created", "saved", "need-ended"] as const;
    const life = currentLife(
      rule,
      new Set([...facts.map((fact, at) => told(fact, at)), told("retained-until", 72)]),
    );
    expect(life).toEqual({
      createdAt: hours(0),
      due: { dueAt: hours(71), deadline: hours(72), because: "retained-until" },
    });
  });

  it("is nothing that is known while only an event ends it, and none came", () => {
    const { limit: _none, ...endless } = A_DAY;
    const life = currentLife({ ...endless, earlierOn: ["need-ended"] }, new Set([told("created", 0)]));
    expect(life).toEqual({ createdAt: hours(0) });
  });

  it("counts from the first thing that was said of it, where nobody said that it was created", () => {
    const rule: ClockRule = { ...A_DAY, earlierOn: ["session-ended"] };
    const life = currentLife(rule, new Set([told("session-ended", 3)]));
    expect(life).toMatchObject({ createdAt: hours(3), due: { dueAt: hours(3) } });
  });
});

describe("what is stored again under a key", () => {
  it("puts no end off before it was due, up to the due moment itself", () => {
    expect(currentLife(A_DAY, new Set([told("created", 0), told("created", 24)]))?.due?.dueAt).toBe(
      hours(24),
    );
  });

  it("lives anew from the first moment after", () => {
    const again = "2026-11-25T10:00:00.001Z";
    const lives = livesOf(A_DAY, new Set([told("created", 0), `created@${again}`]));
    expect(lives.map(({ createdAt }) => createdAt)).toEqual([hours(0), again]);
  });

  it("is older where an older creation is told later, and due earlier", () => {
    const facts = new Set([told("created", 5), told("created", 2)]);
    expect(currentLife(A_DAY, facts)?.due?.dueAt).toBe(hours(26));
  });
});

describe("what was saved", () => {
  const dueOf = (...facts: readonly string[]) =>
    currentLife(SAVABLE, new Set([told("created", 0), ...facts]))?.due?.dueAt;

  it("has no limit if it was saved before it was due, to the last millisecond", () => {
    expect(dueOf("saved@2026-11-25T09:59:59.999Z")).toBeUndefined();
    expect(dueOf(told("saved", 24))).toBe(hours(24));
  });

  it("has its limit again once it is un-saved, and none once it is saved again", () => {
    expect(dueOf(told("saved", 1), told("un-saved", 2))).toBe(hours(24));
    expect(dueOf(told("saved", 1), told("un-saved", 2), told("saved", 3))).toBeUndefined();
  });

  it("is not saved where both were told of one moment", () => {
    expect(dueOf(told("saved", 1), told("un-saved", 1))).toBe(hours(24));
  });

  it("goes at its limit all the same where the rule knows no saving", () => {
    expect(currentLife(A_DAY, new Set([told("created", 0), told("saved", 1)]))?.due?.dueAt).toBe(hours(24));
  });

  it("is due at once when un-saving ends it", () => {
    const { limit: _none, ...endless } = SAVABLE;
    const facts = new Set([told("created", 0), told("saved", 1), told("un-saved", 30)]);
    expect(currentLife({ ...endless, earlierOn: ["un-saved"] }, facts)?.due?.dueAt).toBe(hours(30));
  });
});

describe("lives, whatever was told", () => {
  it("are the same for every order, doubling and delay", () => {
    fc.assert(
      fc.property(
        anyRule,
        fc.array(anyFact, { minLength: 1, maxLength: 20 }),
        fc.infiniteStream(fc.nat()),
        (rule, facts, chance) => {
          const inOrder = new Set(facts.map(factText));
          const shuffled = facts
            .flatMap((fact) => [fact, fact])
            .map((fact) => ({ fact, place: chance.next().value }))
            .sort((one, other) => one.place - other.place)
            .map(({ fact }) => factText(fact));
          expect(livesOf(rule, new Set(shuffled))).toEqual(livesOf(rule, inOrder));
        },
      ),
    );
  });

  it("follow one another: each begins after the one before was due, and has no end before its beginning", () => {
    fc.assert(
      fc.property(anyRule, fc.array(anyFact, { maxLength: 30 }), (rule, facts) => {
        const lives = livesOf(rule, new Set(facts.map(factText)));
        for (const [at, { createdAt, due }] of lives.entries()) {
          if (due?.because !== "limit" && due) expect(due.dueAt >= createdAt).toBe(true);
          const next = lives[at + 1];
          if (next) expect(next.createdAt > (due?.dueAt ?? "9999")).toBe(true);
        }
      }),
    );
  });

  it("are never put off by a creation that is told besides", () => {
    fc.assert(
      fc.property(fc.array(anyFact, { minLength: 1, maxLength: 20 }), anyFact, (facts, more) => {
        // Without saving, nothing that is told makes a life longer but a law that keeps the thing.
        fc.pre(more.fact !== "retained-until");
        const rule: ClockRule = { ...A_DAY, earlierOn: ["processing-finished", "session-ended"] };
        const [before] = livesOf(rule, new Set(facts.map(factText)));
        const [after] = livesOf(rule, new Set([...facts, more].map(factText)));
        expect((after?.due?.dueAt ?? "") <= (before?.due?.dueAt ?? "")).toBe(true);
      }),
    );
  });
});
