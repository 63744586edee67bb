import { describe, expect, it } from "vitest";
import { checkPolicy, type PolicyProblem } from "../../../shared/domain/policy/check-policy.ts";
import { nearestTo } from "../../../shared/domain/policy/nearest.ts";
import { minimalPolicy } from "./minimal-policy.ts";

const [pictures] = minimalPolicy.stores;
const [promise] = minimalPolicy.promises;
const deadline = { what: "answer", within: { calendarMonths: 1 }, from: "receipt", source: "A law" };
const right = { right: "access", channels: ["mail"], deadlines: [deadline] };
const legalMinimum = {
  id: "a-law",
  categories: ["picture"],
  days: 1,
  law: "A law",
  source: "Its text",
  inForceFrom: "2027-01-01",
};

describe("a key that nobody knows", () => {
  it.each([
    [{ retentoin: [] }, "(top)", "Write retention instead of retentoin, or remove it."],
    [
      { stores: [{ ...pictures, verzioned: true }] },
      "stores.pictures",
      "Write versioned instead of verzioned, or remove it.",
    ],
    [
      { promises: [{ ...promise, kept: { status: "not-yet", missing: "it", keptby: [] } }] },
      "promises.MI1.kept",
      "Write keptBy instead of keptby, or remove it.",
    ],
    [
      { processors: [{ ...minimalPolicy.processors[0], recieves: [] }] },
      "processors.aws",
      "Write receives instead of recieves, or remove it.",
    ],
    [
      { backups: { color: "red" } },
      "backups",
      "Remove color; what can stand there is: publishedException, longestDays, chosenBy, vaults.",
    ],
    [
      { erasure: [{ scope: "account", graceHours: 0, categories: { picture: { effect: "erase", on: 1 } } }] },
      "erasure.account.categories.picture",
      "Remove on; what can stand there is: effect.",
    ],
  ])("is told with the nearest that there is at that place: %j", (changed, path, remedy) => {
    expect(problemsOf(changed)).toContainEqual(expect.objectContaining({ path, remedy }));
  });

  it("hurts the promise in which it stands", () => {
    expect(problemsOf({ promises: [{ ...promise, cover: [] }] })[0]).toMatchObject({
      remedy: "Write covers instead of cover, or remove it.",
      promises: ["MI1"],
    });
  });
});

describe("a value that is none of those that there are", () => {
  it.each([
    [{ rights: [{ ...right, right: "acess" }] }, "rights.acess.right", 'Write "access" instead of "acess".'],
    [{ rights: [{ ...right, channels: ["post"] }] }, "rights.access.channels.0", "Write one of those."],
    [{ stores: [{ ...pictures, kind: "s4" }] }, "stores.pictures.kind", "Write one of those."],
    [
      { promises: [{ ...promise, kept: { status: "bond" } }] },
      "promises.MI1.kept.status",
      'Write "bound" instead of "bond".',
    ],
  ])("is told with the nearest, and the list is not told twice: %j", (changed, path, remedy) => {
    const found = problemsOf(changed);
    expect(found).toMatchObject([{ path, remedy }]);
    expect(found[0]?.what).toMatch(/expected/i);
  });
});

describe("the place of a wrong shape", () => {
  it.each([
    [{ rights: [{ ...right, deadlines: [{ ...deadline, from: 1 }] }] }, "rights.access.deadlines.0.from"],
    [{ notices: [{ change: "breach", daysBefore: -1 }] }, "notices.breach.daysBefore"],
    [{ consents: [{ purpose: "analytics", basis: 1 }] }, "consents.analytics.basis"],
    [{ legalMinimums: [{ ...legalMinimum, days: 0 }] }, "legalMinimums.a-law.days"],
    [{ ownRecords: [{ record: "ledger", retentionDays: 0 }] }, "ownRecords.ledger.retentionDays"],
  ])("has members of lists by their names: %j", (changed, path) => {
    expect(problemsOf(changed).map((found) => found.path)).toContain(path);
  });

  it("is that of what is missing, which is to be added", () => {
    const { name: _, ...service } = minimalPolicy.service;
    expect(problemsOf({ service })).toMatchObject([
      { path: "service.name", remedy: "Add name; an editor shows what it takes." },
    ]);
  });
});

describe("a text that has to say something", () => {
  it.each([
    [
      { rights: [{ ...right, deadlines: [{ ...deadline, source: " " }] }] },
      "rights.access.deadlines.0.source",
    ],
    [{ legalMinimums: [{ ...legalMinimum, law: " \t" }] }, "legalMinimums.a-law.law"],
    [
      { retention: [{ category: "picture", onEnd: "delete", holdException: exceptionOf("the hold") }] },
      "retention.picture.holdException.promise",
    ],
  ])("is not blank, and a promise is named by its id: %j", (changed, path) => {
    expect(problemsOf(changed).map((found) => found.path)).toEqual([path]);
  });
});

describe("the nearest word", () => {
  it.each([
    ["erasse", "erase"],
    ["KEPTBY", "keptBy"],
    ["recieves", "receives"],
    ["colour", undefined],
    ["", undefined],
  ])("to %s is %s", (word, nearest) => {
    expect(nearestTo(word, ["erase", "keptBy", "receives", "retain"])).toBe(nearest);
  });

  it("is none among none", () => {
    expect(nearestTo("erase", [])).toBeUndefined();
  });
});

function exceptionOf(promised: string) {
  return { promise: promised, legalBasis: "GDPR Art. 17(3)(e)" };
}

function problemsOf(changed: Readonly<Record<string, unknown>>): readonly PolicyProblem[] {
  const { policy, problems } = checkPolicy({ ...minimalPolicy, ...changed });
  expect(policy).toBeUndefined();
  return problems;
}
