import { describe, expect, it } from "vitest";
import { checkPolicy } from "../../../../shared/domain/policy/check-policy.ts";
import type { Mechanism } from "../../../../shared/domain/policy/mechanism.ts";
import { marginMinutesOf } from "../../../../shared/domain/policy/mechanism-slack.ts";
import type { PolicyDeclaration } from "../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../minimal-policy.ts";

type Rule = PolicyDeclaration["retention"][number];
type Store = PolicyDeclaration["stores"][number];

const rows: Store = {
  id: "rows",
  kind: "dynamodb",
  partitionKey: { attribute: "owner", template: "{subject}" },
  timeToLiveAttribute: "expiresAtEpochSeconds",
  categories: ["picture"],
};
const lines: Store = { id: "lines", kind: "log-group", retentionDays: 14, categories: ["picture"] };
const days = (count: number): Partial<Rule> => ({ limit: { after: { days: count }, from: "created" } });

describe("what AWS removes by itself", () => {
  it.each([
    ["lifecycle", "pictures", days(28), days(29), 31 * 24],
    ["time-to-live", "rows", days(28), days(29), 31 * 24],
  ] as const)("may take its slack and no more: %s", (mechanism, store, inTime, late, hours) => {
    expect(slow(inTime, [{ mechanism, store }])).toEqual([]);
    expect(slow(late, [{ mechanism, store }])).toEqual([
      `It is promised within 30 days, but "${mechanism}" on ${store} takes up to ${hours} hours.`,
    ]);
  });

  it("takes up to three days more than the retention of a log group", () => {
    const keptBy: Mechanism[] = [{ mechanism: "log-retention", store: "lines" }];
    expect(slow(days(14), keptBy, { within: { days: 17 } })).toEqual([]);
    expect(slow(days(14), keptBy, { within: { days: 16 } })).toEqual([
      'It is promised within 16 days, but "log-retention" on lines takes up to 408 hours.',
    ]);
  });

  it("keeps no promise of 24 hours, in which a lifecycle rule of a day takes three", () => {
    const limit: Partial<Rule> = { limit: { after: { hours: 24 }, from: "created" }, marginMinutes: 60 };
    const within = { hours: 24 };
    expect(slow(limit, [{ mechanism: "lifecycle", store: "pictures" }], { within })).toEqual([
      'It is promised within 24 hours, but "lifecycle" on pictures takes up to 72 hours.',
    ]);
  });

  it("is a backstop where our own clock keeps the promise", () => {
    const keptBy: Mechanism[] = [
      { mechanism: "clock", category: "picture" },
      { mechanism: "lifecycle", store: "pictures" },
    ];
    expect(slow(days(30), keptBy)).toEqual([]);
  });

  it("never acts on a bucket whose limit counts from something else, even if nothing says by when", () => {
    const limit: Partial<Rule> = { limit: { after: { days: 10 }, from: "session-ended" } };
    const keptBy: Mechanism[] = [{ mechanism: "lifecycle", store: "pictures" }];
    const never = [
      'It is bound to "lifecycle" on pictures, which never acts: not everything in pictures has a limit that counts from its creation.',
    ];
    expect(slow(limit, keptBy)).toEqual(never);
    expect(slow(limit, keptBy, {})).toEqual(never);
  });

  it("is not blamed for a limit that is itself above the promise, or for none at all", () => {
    const keptBy: Mechanism[] = [{ mechanism: "lifecycle", store: "pictures" }];
    for (const limit of [days(31), {}]) {
      expect(slow(limit, keptBy)).toEqual([]);
      expect(paths("limit-above-promise", promised(limit, keptBy))).toEqual(["retention.picture.limit"]);
    }
  });
});

describe("a margin", () => {
  const hours = (count: number): Partial<Rule> => ({ limit: { after: { hours: count }, from: "created" } });

  it.each([
    [hours(48), 1],
    [hours(49), 0],
    [{ ...hours(1), marginMinutes: 59 }, 0],
    [{ ...hours(1), marginMinutes: 60 }, 1],
    [{ ...hours(48), marginMinutes: 19 }, 1],
    [{ ...hours(49), marginMinutes: 19 }, 1],
    [{ ...hours(49), marginMinutes: 20 }, 0],
    [{ ...days(3), marginMinutes: 3 * 24 * 60 }, 1],
    [{ marginMinutes: 1 }, 0],
  ] as const)("is there, long enough, and shorter than the limit: %j has %i findings", (ending, count) => {
    expect(paths("margin-too-small", withPicture(ending))).toHaveLength(count);
  });
});

describe("the margin that our clock takes", () => {
  const ruleOf = (ending: Partial<Rule>) => {
    const compiled = checkPolicy(withPicture(ending)).policy;
    const rule = compiled?.retention.find(({ category }) => category === "picture");
    if (rule === undefined) throw new Error("There is no rule for pictures.");
    return rule;
  };

  it.each([
    ["what the policy says", { ...days(3), marginMinutes: 90 }, 90],
    ["a day where a limit of more than two days names none", days(3), 1440],
    ["none where only an event ends it", {}, 0],
  ] as const)("is %s", (_, ending, minutes) => {
    expect(marginMinutesOf(ruleOf(ending))).toBe(minutes);
  });
});

describe("a thing that can be saved", () => {
  it("ends when it is un-saved", () => {
    const saved = withPicture({ savedMeans: "The person presses Save" });
    expect(paths("saved-without-meaning", saved)).toEqual(["retention.picture.earlierOn"]);
  });
});

describe("a hold", () => {
  it("names a promise of this policy", () => {
    const holdException = { promise: "MI9", legalBasis: "GDPR Art. 17(3)(e)" };
    const policy = withPicture({ holdable: true, holdException });
    expect(paths("hold-without-exception", policy)).toEqual(["retention.picture.holdException"]);
  });
});

function slow(
  ending: Partial<Rule>,
  keptBy: Mechanism[],
  promise: Pick<PolicyDeclaration["promises"][number], "within"> = { within: { days: 30 } },
): readonly string[] {
  const policy = promised(ending, keptBy, promise);
  const problems = checkPolicy(policy).problems.filter(({ rule }) => rule === "mechanism-too-slow");
  return problems.map(({ what }) => what);
}

function promised(
  ending: Partial<Rule>,
  keptBy: Mechanism[],
  promise: Pick<PolicyDeclaration["promises"][number], "within"> = { within: { days: 30 } },
): PolicyDeclaration {
  const policy = withPicture(ending);
  return {
    ...policy,
    stores: [...policy.stores, rows, lines],
    promises: [
      {
        id: "MI2",
        kind: "expiry",
        says: "A picture goes in time",
        covers: ["picture"],
        kept: { status: "bound", keptBy },
        ...promise,
      },
    ],
  };
}

function withPicture(ending: Partial<Rule>): PolicyDeclaration {
  return {
    ...minimalPolicy,
    retention: minimalPolicy.retention.map((rule) =>
      rule.category === "picture" ? { ...rule, ...ending } : rule,
    ),
  };
}

function paths(rule: string, policy: PolicyDeclaration): readonly string[] {
  return checkPolicy(policy)
    .problems.filter((problem) => problem.rule === rule)
    .map(({ path }) => path);
}
