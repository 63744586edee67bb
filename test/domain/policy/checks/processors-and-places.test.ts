import { describe, expect, it } from "vitest";
import { checkPolicy } from "../../../../shared/domain/policy/check-policy.ts";
import { diffPolicies } from "../../../../shared/domain/policy/diff/diff-policies.ts";
import { type PolicyDeclaration, PolicySchema } from "../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../minimal-policy.ts";
import { example } from "./examples/processor-keeps-too-long.ts";

type Processor = PolicyDeclaration["processors"][number];
type PromiseDeclaration = PolicyDeclaration["promises"][number];

describe("what third parties may keep", () => {
  const keeping = (changed: Partial<Processor>, promised: Partial<PromiseDeclaration> = {}) => ({
    ...example.passes,
    processors: example.passes.processors.map((one) => (one.id === "painter" ? { ...one, ...changed } : one)),
    promises: example.passes.promises.map((one) => (one.id === "MI2" ? { ...one, ...promised } : one)),
  });
  const cached = (longestHours: number, role: Processor["role"] = "cdn"): PolicyDeclaration => ({
    ...keeping({ role, retention: { kept: "until-deleted" } }),
    stores: minimalPolicy.stores.map((store) =>
      store.kind === "s3" ? { ...store, cachedBy: { processor: "painter", longestHours } } : store,
    ),
  });

  it.each([
    [keeping({ retention: { kept: "nothing" } }), []],
    [
      keeping({ retention: { kept: "until-deleted" } }),
      [
        "It keeps picture until it is told to delete, and MI2 promises an end at third parties within 7 days.",
      ],
    ],
    [
      keeping({ retention: { kept: "days", days: 8 } }),
      ["It keeps picture for 8 days, and MI2 promises an end at third parties within 7 days."],
    ],
    [keeping({ retention: { kept: "days", days: 8 }, role: "hosting" }), []],
    [keeping({ retention: { kept: "days", days: 8 }, receives: ["account"] }), []],
    [keeping({ retention: undefined }), []],
    [
      keeping({ retention: { kept: "days", days: 30 } }, { withinAtProcessors: { months: 1 } }),
      ["It keeps picture for 30 days, and MI2 promises an end at third parties within 1 month."],
    ],
    [
      keeping(
        { retention: { kept: "days", days: 8 } },
        { kept: { status: "not-applicable", why: "It has no such thing" } },
      ),
      [],
    ],
    [
      keeping({ retention: { kept: "days", days: 8 } }, { kept: { status: "not-yet", missing: "a week" } }),
      ["It keeps picture for 8 days, and MI2 promises an end at third parties within 7 days."],
    ],
    [cached(7 * 24), []],
    [
      cached(7 * 24, "model"),
      [
        "It keeps picture until it is told to delete, and MI2 promises an end at third parties within 7 days.",
      ],
    ],
    [
      cached(7 * 24 + 1),
      ["It keeps picture for 169 hours, and MI2 promises an end at third parties within 7 days."],
    ],
  ])("is no more than was promised, whatever the status (%#)", (policy, what) => {
    expect(foundBy("processor-keeps-too-long", policy).map((found) => found.what)).toEqual(what);
  });

  it.each([
    [{ days: 8 }, ["Of processors it promised 7 days, and would promise 8 days."]],
    [undefined, ["Of processors it promised 7 days, and would promise no time at all."]],
    [{ days: 6 }, []],
  ])("breaks the promise if it becomes longer: %j", (withinAtProcessors, broken) => {
    const next = PolicySchema.parse(keeping({}, { withinAtProcessors }));
    const { changes } = diffPolicies(PolicySchema.parse(example.passes), next, "2026-11-24");
    expect(changes.filter(({ kind }) => kind === "broken").map(({ what }) => what)).toEqual(broken);
  });
});

describe("a cache", () => {
  it("at somebody who is no cache is refused for that alone", () => {
    const stores = minimalPolicy.stores.map((store) =>
      store.kind === "s3" ? { ...store, cachedBy: { processor: "aws", longestHours: 1 } } : store,
    );
    const processors = minimalPolicy.processors.map((one) => ({ ...one, receives: ["account"] }));
    expect(foundBy("cache-without-processor", { ...minimalPolicy, stores, processors })).toHaveLength(1);
    expect(foundBy("cache-keeps-undeclared", { ...minimalPolicy, stores, processors })).toEqual([]);
  });
});

describe("the region of a store", () => {
  it.each([
    ["eu-central-1", []],
    ["eu-west-1", ["store-in-other-region"]],
    ["us-east-1", ["region-outside-allowed"]],
  ])("is where stores are placed, and told of once: %s", (region, rules) => {
    const service = { ...minimalPolicy.service, regions: ["eu-central-1", "eu-west-1"] };
    const stores = minimalPolicy.stores.map((store) => (store.kind === "s3" ? { ...store, region } : store));
    const { problems } = checkPolicy({ ...minimalPolicy, service, stores });
    expect(problems.map(({ rule }) => rule)).toEqual(rules);
  });
});

describe("isolated processing", () => {
  it("is for no purpose that a promise rules out for what it works on", () => {
    const isolatedFor = (purpose: "security" | "generation", category = "picture") => ({
      ...minimalPolicy,
      isolatedProcessing: { categories: [category], purpose },
      promises: minimalPolicy.promises.map((one) => ({
        ...one,
        covers: ["picture"],
        forbids: ["security" as const],
      })),
    });
    expect(foundBy("forbidden-purpose", isolatedFor("security"))).toMatchObject([
      { path: "isolatedProcessing.purpose", promises: ["MI1"] },
    ]);
    expect(foundBy("forbidden-purpose", isolatedFor("generation"))).toEqual([]);
    expect(foundBy("forbidden-purpose", isolatedFor("security", "account"))).toEqual([]);
  });
});

describe("a day's limit beside a longer one", () => {
  it.each([
    [{ hours: 24 }, { hours: 12 }, 0],
    [{ hours: 24 }, { hours: 25 }, 1],
    [{ hours: 24 }, undefined, 1],
    [{ days: 2 }, undefined, 0],
  ] as const)("cannot share a bucket store: %j beside %j", (one, other, count) => {
    const rule = (category: string, after: typeof one | typeof other) => ({
      category,
      ...(after === undefined ? {} : { limit: { after, from: "session-ended" as const }, marginMinutes: 60 }),
      onEnd: "delete" as const,
    });
    const stores = minimalPolicy.stores.map((store) =>
      store.kind === "s3" ? { ...store, categories: ["picture", "account"] } : store,
    );
    const policy = { ...minimalPolicy, stores, retention: [rule("picture", one), rule("account", other)] };
    expect(foundBy("day-limit-beside-longer", policy)).toHaveLength(count);
  });
});

function foundBy(rule: string, policy: PolicyDeclaration) {
  return checkPolicy(policy).problems.filter((problem) => problem.rule === rule);
}
