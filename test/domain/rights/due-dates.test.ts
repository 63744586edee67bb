import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { policy as coloringBook } from "../../../policies/coloring-book.ts";
import { policy as dreamPortraits } from "../../../policies/dream-portraits.ts";
import { policy as gptImage } from "../../../policies/gpt-image.ts";
import { policy as imageDesigner } from "../../../policies/image-designer.ts";
import { policy as imageGen } from "../../../policies/image-gen.ts";
import { type Policy, PolicySchema } from "../../../shared/domain/policy/policy.ts";
import { RIGHTS } from "../../../shared/domain/policy/right.ts";
import { DueDateSchema } from "../../../shared/domain/rights/due-date.ts";
import { dueDatesOf } from "../../../shared/domain/rights/due-dates.ts";

const EVERY = [coloringBook, dreamPortraits, gptImage, imageDesigner, imageGen].map((declared) =>
  PolicySchema.parse(declared),
);
const RECEIVED = "2026-11-24T10:00:00.000Z";
const MINORS = "sexual abuse material or minors";
type Deadline = Policy["rights"][number]["deadlines"][number];

/** A policy that has these deadlines for access. */
function policyWith(...deadlines: readonly Deadline[]) {
  const right: Policy["rights"][number] = { right: "access", channels: ["mail"], deadlines: [...deadlines] };
  return { rights: [right] };
}

const ANSWER: Deadline = { what: "answer", within: { calendarMonths: 1 }, from: "receipt", source: "A" };
const endOf = (within: Deadline["within"], receivedAt: string) =>
  dueDatesOf(policyWith({ ...ANSWER, within }), "access", receivedAt)[0]?.at;
const instants = fc
  .date({
    min: new Date("2020-01-01T00:00:00.000Z"),
    max: new Date("2060-01-01T00:00:00.000Z"),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString());

describe("the published dates", () => {
  it.each([
    [coloringBook, "erasure", [["answer", "2026-12-24T10:00:00.000Z", "CB14; GDPR Art. 12(3)"]]],
    [
      dreamPortraits,
      "access",
      [
        ["reply-in-substance", "2026-11-26T10:00:00.000Z", "DP7"],
        ["answer", "2026-12-24T10:00:00.000Z", "DP7"],
      ],
    ],
    [imageGen, "access", [["answer", "2026-12-24T10:00:00.000Z", "IG5a"]]],
    [
      imageGen,
      "grievance",
      [
        ["acknowledge", "2026-11-25T10:00:00.000Z", "IG5b"],
        ["resolve", "2026-12-09T10:00:00.000Z", "IG5b"],
      ],
    ],
  ] as const)("of %# are kept for %s, each with its source", (declared, right, wanted) => {
    const dates = dueDatesOf(PolicySchema.parse(declared), right, RECEIVED);
    expect(dates.map(({ what, at, source }) => [what, at, source])).toEqual(wanted);
  });

  it("of a grievance are shorter while nobody has said that it is not about a minor, and say for which case", () => {
    const policy = PolicySchema.parse(imageGen);
    const resolved = (holds?: boolean) =>
      dueDatesOf(policy, "grievance", RECEIVED, holds === undefined ? {} : { cases: { [MINORS]: holds } }).at(
        -1,
      );
    expect(resolved(false)).toEqual({ what: "resolve", at: "2026-12-24T10:00:00.000Z", source: "IG5b" });
    const short = { what: "resolve", at: "2026-12-09T10:00:00.000Z", source: "IG5b", only: MINORS };
    expect(resolved(true)).toEqual(short);
    expect(resolved()).toEqual(short);
  });

  it("of California count from receipt whatever proving takes: ten business days, and 45 days that a month beats", () => {
    const policy = PolicySchema.parse(gptImage);
    const cases = { "residents of California": true };
    const proved = { cases, identityProvedAt: "2026-12-20T10:00:00.000Z" };
    // Thanksgiving is on the 26th.
    const [acknowledge, answer] = dueDatesOf(policy, "access", RECEIVED, { cases });
    expect(acknowledge).toMatchObject({
      what: "acknowledge",
      at: "2026-12-09T10:00:00.000Z",
      source: "11 CCR 7021(a)",
    });
    expect(answer).toMatchObject({ at: "2026-12-24T10:00:00.000Z", source: "GDPR Art. 12(3)" });
    expect(dueDatesOf(policy, "access", RECEIVED, proved)).toEqual([acknowledge, answer]);
    const elsewhere = dueDatesOf(policy, "access", RECEIVED, { cases: { "residents of California": false } });
    expect(elsewhere.map(({ what }) => what)).toEqual(["answer"]);
    const rights = policy.rights.map((one) => ({
      ...one,
      deadlines: one.deadlines.filter(({ source }) => source.startsWith("11 CCR")),
    }));
    const alone = dueDatesOf({ rights }, "access", RECEIVED, { cases }).at(-1);
    expect(alone).toMatchObject({ at: "2027-01-08T10:00:00.000Z", extendableTo: "2027-02-22T10:00:00.000Z" });
  });

  it.each(EVERY)("let no right of any service end without a date: $service.id", (policy) => {
    for (const right of RIGHTS) {
      const dates = dueDatesOf(policy, right, RECEIVED);
      expect(dates.some(({ what }) => what === "answer" || what === "resolve")).toBe(true);
      for (const date of dates) expect(DueDateSchema.parse(date)).toEqual(date);
    }
  });

  it("for a right that the policy has not is the law's", () => {
    expect(dueDatesOf(PolicySchema.parse(coloringBook), "access", RECEIVED)).toEqual([
      { what: "answer", at: "2026-12-24T10:00:00.000Z", source: "GDPR Art. 12(3)" },
    ]);
  });
});

describe("a period", () => {
  it.each([
    ["2027-01-31T10:00:00.000Z", "2027-02-28T10:00:00.000Z"],
    ["2028-01-31T10:00:00.000Z", "2028-02-29T10:00:00.000Z"],
    ["2028-01-30T23:59:59.999Z", "2028-02-29T23:59:59.999Z"],
    ["2028-02-29T00:00:00.000Z", "2028-03-29T00:00:00.000Z"],
    ["2026-12-31T12:00:00.000Z", "2027-01-31T12:00:00.000Z"],
    // Clocks change between, and a Saturday or a holiday puts nothing off.
    ["2027-03-15T02:30:00.000Z", "2027-04-15T02:30:00.000Z"],
    ["2026-11-25T08:00:00.000Z", "2026-12-25T08:00:00.000Z"],
    ["2026-12-16T08:00:00.000Z", "2027-01-16T08:00:00.000Z"],
  ])("of a month from %s ends at %s", (from, to) => {
    expect(endOf({ calendarMonths: 1 }, from)).toBe(to);
  });

  it("of hours or days is exactly so long, over every leap day and change of clocks", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 400 }), (from, count) => {
        expect(Date.parse(endOf({ hours: count }, from) ?? "")).toBe(Date.parse(from) + count * 3_600_000);
        expect(Date.parse(endOf({ calendarDays: count }, from) ?? "")).toBe(
          Date.parse(from) + count * 86_400_000,
        );
      }),
    );
  });

  it("of months ends on the same day, or on the last one of a month that has none", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 36 }), (from, count) => {
        const [start, end] = [new Date(from), new Date(endOf({ calendarMonths: count }, from) ?? "")];
        const month = start.getUTCFullYear() * 12 + start.getUTCMonth() + count;
        expect(end.getUTCFullYear() * 12 + end.getUTCMonth()).toBe(month);
        const lastDay = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
        expect(end.getUTCDate()).toBe(Math.min(start.getUTCDate(), lastDay));
        expect(end.toISOString().slice(11)).toBe(from.slice(11));
      }),
    );
  });
});

describe("of several rules", () => {
  const withins = fc.oneof(
    fc.record({ hours: fc.integer({ min: 1, max: 2000 }) }),
    fc.record({ calendarDays: fc.integer({ min: 1, max: 90 }) }),
    fc.record({ businessDays: fc.integer({ min: 1, max: 60 }) }),
    fc.record({ calendarMonths: fc.integer({ min: 1, max: 4 }) }),
  );

  it("the earliest wins, whatever their order, and no extension passes the last date of any", () => {
    const extension = fc.option(
      withins.map((by) => ({ by, source: "E" })),
      { nil: undefined },
    );
    const rules = fc.array(fc.record({ within: withins, extension }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(instants, rules, (from, declared) => {
        const deadlines = declared.map(({ within, extension: more }, at) => ({
          ...ANSWER,
          within,
          source: `R${at}`,
          ...(more === undefined ? {} : { extension: more }),
        }));
        const each = deadlines.flatMap((deadline) => dueDatesOf(policyWith(deadline), "access", from));
        const [won] = dueDatesOf(policyWith(...deadlines), "access", from);
        expect(won?.at).toBe(each.map(({ at }) => at).sort()[0]);
        expect(each.find(({ source }) => source === won?.source)?.at).toBe(won?.at);
        const latest = each.map(({ at, extendableTo }) => extendableTo ?? at).sort()[0] ?? "";
        expect(won?.extendableTo ?? won?.at).toBe(latest);
        const [turned] = dueDatesOf(policyWith(...deadlines.toReversed()), "access", from);
        expect([turned?.at, turned?.extendableTo]).toEqual([won?.at, won?.extendableTo]);
      }),
    );
  });

  it("one that counts from proof is not owed before, and then may be the later", () => {
    const fromProof: Deadline = { ...ANSWER, within: { hours: 24 }, from: "identity-proved", source: "P" };
    const policy = policyWith(ANSWER, fromProof);
    expect(dueDatesOf(policy, "access", RECEIVED)[0]?.source).toBe("A");
    const identityProvedAt = "2026-11-25T12:00:00.000Z";
    expect(dueDatesOf(policy, "access", RECEIVED, { identityProvedAt })).toEqual([
      { what: "answer", at: "2026-11-26T12:00:00.000Z", source: "P" },
    ]);
    // Alone it would leave a request without any end until then.
    expect(dueDatesOf(policyWith(fromProof), "access", RECEIVED)[0]?.source).toBe("GDPR Art. 12(3)");
  });
});
