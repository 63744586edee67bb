import { describe, expect, it } from "vitest";
import { checkPolicy } from "../../../shared/domain/policy/check-policy.ts";
import { copiesOf, longestBackupDays, longestCopyDays } from "../../../shared/domain/policy/copies.ts";
import { type Policy, type PolicyDeclaration, PolicySchema } from "../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "./minimal-policy.ts";

const RULE = "copy-outlives-promise";
const table = {
  id: "pictures",
  kind: "dynamodb",
  partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
  pointInTimeRecoveryDays: 7,
  categories: ["picture"],
} as const;
const bucket = {
  id: "pictures",
  kind: "s3",
  keyTemplate: "users/{subject}/…",
  versioned: true,
  cachedBy: { processor: "edge", longestHours: 36 },
  categories: ["picture"],
} as const;

describe("the copies of what a policy holds", () => {
  it("are none in the smallest policy", () => {
    expect(longestCopyDays(PolicySchema.parse(minimalPolicy))).toBe(0);
  });

  it("outlive a table with point-in-time recovery by the 35 days that DynamoDB keeps a deleted one", () => {
    const policy = storing({ ...table, categories: ["picture"] });
    expect(daysByKind(policy)).toEqual({ "point-in-time": 7, "deleted-table": 35 });
    expect(longestCopyDays(policy)).toBe(35);
  });

  it("are the replaced versions of a bucket and what a cache serves, in whole days", () => {
    const policy = storing({ ...bucket, categories: ["picture"] });
    expect(daysByKind(policy)).toEqual({ "replaced-version": 2, cache: 1.5 });
    expect(longestCopyDays(policy)).toBe(2);
  });

  it("are the recovery points of the vaults that hold the store, and of no others", () => {
    const vaults = [
      { id: "nightly", stores: ["pictures"], retentionDays: 30 },
      { id: "yearly", stores: ["accounts"], retentionDays: 365 },
    ];
    const policy = PolicySchema.parse({ ...minimalPolicy, backups: { vaults } });
    expect(daysByKind(policy)).toEqual({ vault: 31 });
    expect(longestCopyDays(policy)).toBe(366);
  });

  it("are those of the table too that somebody's rows lie in beside others'", () => {
    const mentions = {
      ...{ id: "members", kind: "dynamodb-mentions", tableOf: "pictures", categories: ["picture"] },
      ...{ partitionKey: { attribute: "owner" }, attribute: "members", template: "{subject}" },
      effect: "remove-from-set",
    } as const;
    const stores = [
      { ...table, categories: ["picture"] },
      { ...mentions, categories: ["picture"] },
    ];
    const vaults = [{ id: "nightly", stores: ["members"], retentionDays: 9 }];
    const policy = PolicySchema.parse({ ...minimalPolicy, stores, backups: { vaults } });
    for (const store of policy.stores) {
      expect(copiesOf(policy, store).map(({ kind }) => kind)).toEqual([
        "point-in-time",
        "deleted-table",
        "vault",
      ]);
      expect(longestBackupDays(policy, store)).toBe(10);
    }
  });

  it("are the exports of a table, and a stream's keys of a day where its items are on the clock", () => {
    const files = { id: "files", kind: "aged-files", prefix: "exports/", exportsOf: "pictures" } as const;
    const stores = [
      { ...table, categories: ["picture"], pointInTimeRecoveryDays: 1 },
      { ...files, retentionDays: 10, categories: ["picture"] },
    ];
    const limit = { after: { days: 30 }, from: "created" } as const;
    const retention = [{ category: "picture", limit, onEnd: "delete" } as const];
    const policy = PolicySchema.parse({ ...minimalPolicy, stores, retention });
    expect(daysByKind(policy)).toEqual({ "point-in-time": 1, "deleted-table": 35, export: 12, stream: 1 });
    const [pictures] = policy.stores;
    expect(pictures && longestBackupDays(policy, pictures)).toBe(12);
  });

  it("in a window that moves on are over with the window: nothing has to be deleted then", () => {
    const vaults = [{ id: "always", stores: ["pictures"], retentionDays: 30, copies: "continuous" as const }];
    const policy = PolicySchema.parse({ ...minimalPolicy, backups: { vaults } });
    expect(daysByKind(policy)).toEqual({ vault: 30 });
  });
});

describe("a copy", () => {
  it("may live exactly as long as the promise, and not an hour longer", () => {
    expect(findingsFor(cachedFor(48))).toEqual([]);
    expect(findingsFor(cachedFor(49))).toEqual(["stores.pictures.cachedBy"]);
  });

  it("in a vault may live exactly as long as the published exception, and not a day longer", () => {
    expect(findingsFor(vaultFor(29))).toEqual([]);
    expect(findingsFor(vaultFor(30))).toEqual(["backups.vaults.nightly"]);
  });

  it("that is a replaced version is refused where less than two days are promised", () => {
    expect(findingsFor(versionedWithin(48))).toEqual([]);
    expect(findingsFor(versionedWithin(47))).toEqual(["stores.pictures.versioned"]);
  });

  it("that no longer opens when a person's own key is destroyed needs no exception", () => {
    const stores = [{ ...table, categories: ["picture"] }, ...minimalPolicy.stores.slice(1)];
    const categories = minimalPolicy.categories.map((one) => ({ ...one, ownKey: one.id === "picture" }));
    expect(findingsFor({ ...minimalPolicy, stores })).toEqual(["stores.pictures.pointInTimeRecoveryDays"]);
    expect(findingsFor({ ...minimalPolicy, stores, categories })).toEqual([]);
  });

  it("of what an erasure of the account leaves to its clock needs no exception", () => {
    const erasure: PolicyDeclaration["erasure"] = [
      {
        scope: "account",
        graceHours: 0,
        categories: { picture: { effect: "expire" }, account: { effect: "erase" } },
      },
    ];
    const stores = [{ ...table, categories: ["picture"] }, ...minimalPolicy.stores.slice(1)];
    expect(findingsFor({ ...minimalPolicy, stores })).toEqual(["stores.pictures.pointInTimeRecoveryDays"]);
    expect(findingsFor({ ...minimalPolicy, stores, erasure })).toEqual([]);
  });
});

function storing(store: PolicyDeclaration["stores"][number]): Policy {
  return PolicySchema.parse({ ...minimalPolicy, stores: [store, ...minimalPolicy.stores.slice(1)] });
}

function daysByKind(policy: Policy): Readonly<Record<string, number>> {
  const copies = policy.stores
    .filter(({ id }) => id === "pictures")
    .flatMap((store) => copiesOf(policy, store));
  return Object.fromEntries(copies.map(({ kind, longestDays }) => [kind, longestDays]));
}

function findingsFor(policy: PolicyDeclaration): readonly string[] {
  return checkPolicy(policy)
    .problems.filter(({ rule }) => rule === RULE)
    .map(({ path }) => path);
}

function promisedWithin(hours: number): PolicyDeclaration["promises"] {
  return minimalPolicy.promises.map((promise) => ({ ...promise, within: { hours } }));
}

function cachedFor(longestHours: number): PolicyDeclaration {
  const cachedBy = { processor: "edge", longestHours };
  const cached = { ...bucket, versioned: false, cachedBy, categories: ["picture"] };
  const stores = [cached, ...minimalPolicy.stores.slice(1)];
  return { ...minimalPolicy, stores, promises: promisedWithin(48) };
}

function vaultFor(retentionDays: number): PolicyDeclaration {
  const vaults = [{ id: "nightly", stores: ["pictures"], retentionDays }];
  return { ...minimalPolicy, backups: { publishedException: "MI1", longestDays: 30, vaults } };
}

function versionedWithin(hours: number): PolicyDeclaration {
  const { cachedBy: _, ...versioned } = bucket;
  const stores = [{ ...versioned, categories: ["picture"] }, ...minimalPolicy.stores.slice(1)];
  return { ...minimalPolicy, stores, promises: promisedWithin(hours) };
}
