import { describe, expect, it } from "vitest";
import { checkPolicy, type PolicyProblem } from "../../../../shared/domain/policy/check-policy.ts";
import type { PolicyDeclaration } from "../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../minimal-policy.ts";

type StoreDeclaration = PolicyDeclaration["stores"][number];

const bucket = { id: "pictures", kind: "s3", keyTemplate: "users/{subject}/…" } as const;
const table = { id: "pictures", kind: "dynamodb", pointInTimeRecoveryDays: 7 } as const;
const partitionKey = { attribute: "owner", template: "SUBJECT#{subject}" };
const attested = { status: "attested", document: "Audit", owner: "counsel", date: "2026-01-01" } as const;

describe("what the examples of the rules leave open", () => {
  it.each([
    { mode: "compliance", days: 1, effect: "expire", what: /nobody can end early/ },
    { mode: "governance", days: 1, effect: "erase", what: /the account scope erases picture/ },
  ] as const)("no $mode lock may lie over what is to $effect", ({ mode, days, effect, what }) => {
    const stores = storing({
      ...bucket,
      versioned: true,
      categories: ["picture"],
      objectLock: { mode, days },
    });
    const erasure = accountScope({ picture: { effect }, account: { effect: "erase" } });
    expect(saidBy("lock-over-personal-data", { stores, erasure })).toEqual([expect.stringMatching(what)]);
  });

  it.each(["{subject}/{handle}/…", "{subject}/{Email}/…", "{subject}/{day}/{ip}/…"])(
    "a key may contain nothing that leads to a person: %s",
    (keyTemplate) => {
      const stores = storing({ ...bucket, keyTemplate, versioned: false, categories: ["picture"] });
      expect(saidBy("address-in-key", { stores })).toHaveLength(1);
    },
  );

  it("nor may a partition key", () => {
    const named = { attribute: "owner", template: "{name}#{subject}" };
    const stores = storing({ ...table, partitionKey: named, categories: ["picture"] });
    expect(problemsOf("address-in-key", { stores }).map(({ path }) => path)).toEqual([
      "stores.pictures.partitionKey.template",
    ]);
  });

  it("what is stored is disclosed whether or not anybody has the role hosting", () => {
    expect(problemsOf("hosting-not-disclosed", { processors: [] }).map(({ path }) => path)).toEqual([
      "processors",
    ]);
  });

  it("an exception for backups names a promise that is there", () => {
    const backups = { publishedException: "MI9", longestDays: 35 };
    expect(saidBy("backup-exception-without-length", { backups })).toEqual([
      "It names MI9, which is no promise of this policy.",
    ]);
  });

  it("an exception without a length is told of once, not again for each copy", () => {
    const stores = storing({ ...table, partitionKey, categories: ["picture"] });
    const { problems } = checkPolicy({ ...minimalPolicy, stores, backups: { publishedException: "MI1" } });
    expect(problems.map(({ rule }) => rule)).toEqual(["backup-exception-without-length"]);
  });

  it.each([
    { right: "access", what: "acknowledge", found: 1 },
    { right: "grievance", what: "resolve", found: 0 },
  ] as const)("a deadline to $what the right of $right is enough or not", ({ right, what, found }) => {
    const deadlines = [{ what, within: { hours: 24 }, from: "receipt", source: "MI1" } as const];
    const rights: PolicyDeclaration["rights"] = [{ right, channels: ["mail"], deadlines }];
    expect(saidBy("deadline-without-source", { rights })).toHaveLength(found);
  });

  it.each([
    ["MI1; GDPR Art. 12(3)", 0],
    ["GDPR Art. 12(3)", 0],
    ["GDPR Art. 12(3); MI9", 1],
  ])(
    "a deadline may come from several sources, and each promise among them is there: %s",
    (source, found) => {
      const deadlines = [{ what: "answer", within: { hours: 24 }, from: "receipt", source } as const];
      const rights: PolicyDeclaration["rights"] = [{ right: "access", channels: ["mail"], deadlines }];
      expect(saidBy("deadline-without-source", { rights })).toHaveLength(found);
    },
  );

  it("a right without deadlines promises none", () => {
    const rights: PolicyDeclaration["rights"] = [{ right: "access", channels: ["mail"], deadlines: [] }];
    expect(saidBy("deadline-without-source", { rights })).toEqual([]);
  });

  it.each([
    ["MI9", 1],
    ["MI1; GDPR Art. 12(3)", 0],
  ])("of what puts a deadline off is looked for as well: %s", (source, found) => {
    const extension = { by: { calendarMonths: 2 }, source };
    const deadline = {
      what: "answer",
      within: { calendarMonths: 1 },
      from: "receipt",
      source: "A law",
    } as const;
    const rights = [
      { right: "access" as const, channels: ["mail" as const], deadlines: [{ ...deadline, extension }] },
    ];
    expect(saidBy("deadline-without-source", { rights })).toHaveLength(found);
  });

  it("contracts are reviewed like attestations, and nothing is due without a day", () => {
    const due = { today: "2027-01-01" };
    expect(checkPolicy(minimalPolicy, due).problems.map(({ rule, path }) => ({ rule, path }))).toEqual([
      { rule: "attestation-review-due", path: "processors.aws.contract.reviewOn" },
    ]);
    expect(checkPolicy(minimalPolicy, { today: "2026-12-31" }).problems).toEqual([]);
    expect(checkPolicy(minimalPolicy).problems).toEqual([]);
  });

  it("a text that contradicts itself is told of, with the contradiction", () => {
    const kept = { status: "text-conflict", conflict: "it says both", stricter: "neither" } as const;
    const promises = [...minimalPolicy.promises, { id: "MI2", kind: "guard", says: "Both", kept } as const];
    expect(saidBy("promise-not-kept", { promises })).toEqual([expect.stringContaining("it says both")]);
  });

  it("a promise that does not apply forbids nothing", () => {
    const promises = (kept: PolicyDeclaration["promises"][number]["kept"]) =>
      minimalPolicy.promises.map((promise) => ({
        ...promise,
        forbids: ["service-delivery" as const],
        kept,
      }));
    const applies = { ...attested, reviewOn: "2027-01-01" };
    expect(saidBy("forbidden-purpose", { promises: promises(applies) })).toHaveLength(2);
    const idle = { status: "not-applicable", why: "The service has no such thing" } as const;
    expect(saidBy("forbidden-purpose", { promises: promises(idle) })).toEqual([]);
  });

  it.each([
    { replicaOf: "nowhere", categories: ["picture"], what: /no other s3 store/ },
    { replicaOf: "accounts", categories: ["picture"], what: /no other s3 store/ },
    { replicaOf: "copy", categories: ["picture"], what: /no other s3 store/ },
    { replicaOf: "pictures", categories: ["account"], what: /holds account, and pictures holds picture/ },
  ])("a replica of $replicaOf with $categories is incomplete", ({ replicaOf, categories, what }) => {
    const copy = { ...bucket, id: "copy", versioned: true, replicaOf, categories };
    const stores = [...minimalPolicy.stores, copy];
    expect(saidBy("replica-incomplete", { stores })).toEqual([expect.stringMatching(what)]);
  });

  it("a cache at nobody who is declared is refused", () => {
    const cachedBy = { processor: "nobody", longestHours: 1 };
    const stores = storing({ ...bucket, versioned: false, cachedBy, categories: ["picture"] });
    expect(saidBy("cache-without-processor", { stores })).toEqual([
      "It names nobody, which is no processor of this policy.",
    ]);
  });

  it("a law is in conflict with a limit and with an erasure, and told of once", () => {
    const law = "A law";
    const inForceFrom = "2027-05-14";
    const minimum = { id: "a-law", categories: ["picture"], days: 31, law, source: "its text", inForceFrom };
    const retention: PolicyDeclaration["retention"] = [
      { category: "picture", limit: { after: { days: 30 }, from: "created" }, onEnd: "delete" },
      ...minimalPolicy.retention.slice(1),
    ];
    expect(saidBy("statutory-conflict", { retention, legalMinimums: [minimum] })).toEqual([
      "By legalMinimums.a-law, A law (its text), in force from 2027-05-14, wants picture kept for 31 days, but its limit is 30 days and erasing the account deletes it.",
    ]);
  });

  it("a record that has a basis and no end is refused for the end alone", () => {
    const ownRecords = minimalPolicy.ownRecords.map(({ record, legalBasis, retentionDays }) =>
      record === "tombstone" ? { record, legalBasis } : { record, legalBasis, retentionDays },
    );
    expect(saidBy("own-record-without-end", { ownRecords })).toEqual([
      "Lethe's tombstone records have no retentionDays.",
    ]);
  });
});

function problemsOf(rule: string, change: Partial<PolicyDeclaration>): readonly PolicyProblem[] {
  const { policy, problems } = checkPolicy({ ...minimalPolicy, ...change });
  expect(policy).toBeDefined();
  return problems.filter((problem) => problem.rule === rule);
}

function saidBy(rule: string, change: Partial<PolicyDeclaration>): readonly string[] {
  return problemsOf(rule, change).map(({ what }) => what);
}

function storing(store: StoreDeclaration): StoreDeclaration[] {
  return [store, ...minimalPolicy.stores.slice(1)];
}

function accountScope(
  categories: PolicyDeclaration["erasure"][number]["categories"],
): PolicyDeclaration["erasure"] {
  return [{ scope: "account", graceHours: 0, categories }];
}
