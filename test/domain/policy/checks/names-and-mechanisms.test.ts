import { describe, expect, it } from "vitest";
import { checkPolicy } from "../../../../shared/domain/policy/check-policy.ts";
import type { Mechanism } from "../../../../shared/domain/policy/mechanism.ts";
import type { PolicyDeclaration } from "../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../minimal-policy.ts";

type PromiseDeclaration = PolicyDeclaration["promises"][number];

describe("a name that is not declared", () => {
  const places: readonly (readonly [string, Partial<PolicyDeclaration>])[] = [
    [
      "retention.pictur",
      { retention: [...minimalPolicy.retention, { category: "pictur", onEnd: "delete" }] },
    ],
    [
      "erasure.image.categories.pictur",
      {
        erasure: [
          ...minimalPolicy.erasure,
          { scope: "image", graceHours: 0, categories: { pictur: { effect: "erase" } } },
        ],
      },
    ],
    [
      "processors.aws.receives",
      {
        processors: minimalPolicy.processors.map((hosting) => ({
          ...hosting,
          receives: [...hosting.receives, "pictur"],
        })),
      },
    ],
    [
      "promises.MI1.covers",
      { promises: minimalPolicy.promises.map((one) => ({ ...one, covers: ["pictur"] })) },
    ],
    [
      "isolatedProcessing.categories",
      { isolatedProcessing: { categories: ["pictur"], purpose: "generation" } },
    ],
    [
      "legalMinimums.a-law.categories",
      {
        legalMinimums: [
          {
            id: "a-law",
            categories: ["pictur"],
            days: 1,
            law: "A law",
            source: "Its text",
            inForceFrom: "2027-01-01",
          },
        ],
      },
    ],
    [
      "backups.vaults.daily.stores",
      { backups: { vaults: [{ id: "daily", stores: ["pictur"], retentionDays: 1 }] } },
    ],
  ];

  it.each(places)("is found at %s", (path, changed) => {
    const found = foundBy("undeclared-category", { ...minimalPolicy, ...changed });
    expect(found.map((one) => one.path)).toEqual([path]);
    expect(found[0]?.what).toMatch(/^It names the (category|store) pictur, which is not declared\.$/);
  });
});

describe("what is declared twice", () => {
  const [vault] = [{ id: "daily", stores: ["pictures"], retentionDays: 1 }];

  it.each([
    [
      "categories.picture",
      { categories: [...minimalPolicy.categories, ...minimalPolicy.categories.slice(0, 1)] },
    ],
    [
      "retention.picture",
      { retention: [...minimalPolicy.retention, ...minimalPolicy.retention.slice(0, 1)] },
    ],
    ["erasure.account", { erasure: [...minimalPolicy.erasure, ...minimalPolicy.erasure] }],
    ["processors.aws", { processors: [...minimalPolicy.processors, ...minimalPolicy.processors] }],
    ["backups.vaults.daily", { backups: { vaults: [vault, vault] } }],
  ] as const)("is found once, with the promises it hurts: %s", (path, changed) => {
    const policy = JSON.parse(JSON.stringify({ ...minimalPolicy, ...changed }));
    expect(foundBy("id-declared-twice", policy)).toMatchObject([{ path, promises: ["MI1"] }]);
  });

  const minimum = { id: "a-law", categories: ["picture"], days: 1, law: "A law", source: "Its text" };
  const inForceFrom = "2027-01-01";

  it.each([
    ["rights.access", { rights: twice({ right: "access", channels: ["mail"], deadlines: [] }) }, ["MI2"]],
    [
      "notices.breach",
      { notices: twice({ change: "breach", daysBefore: 0, channels: ["mail"], promise: "MI1" }) },
      ["MI1"],
    ],
    ["consents.analytics", { consents: twice({ purpose: "analytics", basis: "until-objection" }) }, ["MI2"]],
    [
      "ownRecords.ledger",
      { ownRecords: [...minimalPolicy.ownRecords, { record: "ledger", retentionDays: 1 }] },
      [],
    ],
    ["legalMinimums.a-law", { legalMinimums: twice({ ...minimum, inForceFrom }) }, ["MI1"]],
  ])("is found in every list: %s", (path, changed, promises) => {
    const keptBy = [
      { mechanism: "right", right: "access" },
      { mechanism: "consent-gate", purpose: "analytics" },
    ];
    const kept = { status: "not-yet", missing: "the rest", keptBy };
    const told = [...minimalPolicy.promises, { id: "MI2", kind: "right", says: "People can ask", kept }];
    const policy = JSON.parse(JSON.stringify({ ...minimalPolicy, ...changed, promises: told }));
    expect(foundBy("id-declared-twice", policy)).toMatchObject([{ path, promises }]);
  });
});

describe("a mechanism", () => {
  const nothing: readonly (readonly [Mechanism, string])[] = [
    [{ mechanism: "erasure", scope: "image" }, "erasure scope image"],
    [{ mechanism: "clock", category: "pictur" }, "category pictur"],
    [{ mechanism: "lifecycle", store: "accounts" }, "store accounts of the kind s3"],
    [
      { mechanism: "time-to-live", store: "rows" },
      "store rows of the kind dynamodb with a timeToLiveAttribute",
    ],
    [{ mechanism: "log-retention", store: "pictures" }, "store pictures of the kind log-group"],
    [
      { mechanism: "isolated-processing", category: "picture" },
      "isolatedProcessing for the category picture",
    ],
    [{ mechanism: "encryption-required", category: "pictur" }, "category pictur"],
    [{ mechanism: "consent-gate", purpose: "marketing" }, "consent for the purpose marketing"],
    [{ mechanism: "re-identification-test", category: "picture" }, "category picture with anonymised"],
    [{ mechanism: "identifier-removal", category: "pictur", purpose: "analytics" }, "category pictur"],
    [{ mechanism: "send-guard", processor: "mailer" }, "processor mailer"],
    [{ mechanism: "right", right: "access" }, "right access"],
    [{ mechanism: "due-date", right: "access", what: "answer" }, "deadline to answer for the right access"],
    [{ mechanism: "notice", change: "breach" }, "notice for the change breach"],
  ];

  it.each(nothing)("that names nothing is found, whatever the status: %j", (by, absent) => {
    for (const kept of [
      { status: "bound" as const, keptBy: [by] },
      { status: "not-yet" as const, missing: "the rest", keptBy: [by] },
    ]) {
      const found = foundBy("mechanism-names-nothing", withPromise({ kept }));
      expect(found.map(({ what }) => what)).toEqual([
        `It is bound to "${by.mechanism}", but this policy has no ${absent}.`,
      ]);
    }
  });

  it("needs an end to act on, if it is the clock", () => {
    const kept: PromiseDeclaration["kept"] = {
      status: "bound",
      keptBy: [{ mechanism: "clock", category: "picture" }],
    };
    const policy = withPromise({ kept });
    const endless = policy.retention.map((rule) => ({ ...rule, earlierOn: [] }));
    expect(foundBy("mechanism-names-nothing", policy)).toEqual([]);
    expect(foundBy("mechanism-names-nothing", { ...policy, retention: endless })).toHaveLength(1);
  });

  it("needs a place that the clock can empty: CloudWatch alone empties a log group", () => {
    const policy = withPromise({
      kept: { status: "bound", keptBy: [{ mechanism: "clock", category: "line" }] },
    });
    const rule = {
      category: "line",
      limit: { after: { days: 30 }, from: "created" },
      onEnd: "delete",
    } as const;
    const lines = { id: "lines", kind: "log-group", retentionDays: 14, categories: ["line"] } as const;
    const logged: PolicyDeclaration = {
      ...policy,
      categories: [
        ...policy.categories,
        { id: "line", what: "A line", sensitive: false, purposes: ["security"] },
      ],
      retention: [...policy.retention, rule],
      stores: [...policy.stores, { ...lines, categories: [...lines.categories] }],
    };
    expect(foundBy("mechanism-names-nothing", logged)).toMatchObject([{ path: "promises.MI2.kept" }]);
    const stored = logged.stores.map((store) =>
      store.id === "pictures" ? { ...store, categories: [...store.categories, "line"] } : store,
    );
    expect(foundBy("mechanism-names-nothing", { ...logged, stores: stored })).toEqual([]);
  });

  it("that needs nothing declared is never missed", () => {
    const keptBy: Mechanism[] = [
      { mechanism: "region-boundary" },
      { mechanism: "declared-places-only" },
      { mechanism: "published-tables" },
      { mechanism: "watched-copies" },
      { mechanism: "send-guard" },
    ];
    const policy = withPromise({ kept: { status: "bound", keptBy } });
    expect(foundBy("mechanism-names-nothing", policy)).toEqual([]);
  });
});

function withPromise(promise: Pick<PromiseDeclaration, "kept">): PolicyDeclaration {
  return {
    ...minimalPolicy,
    stores: [
      ...minimalPolicy.stores,
      {
        id: "rows",
        kind: "dynamodb",
        partitionKey: { attribute: "owner", template: "{subject}" },
        categories: ["picture"],
      },
    ],
    promises: [{ id: "MI2", kind: "guard", says: "Something", ...promise }],
  };
}

function twice<Member>(member: Member): readonly Member[] {
  return [member, member];
}

function foundBy(rule: string, policy: PolicyDeclaration) {
  return checkPolicy(policy).problems.filter((problem) => problem.rule === rule);
}
