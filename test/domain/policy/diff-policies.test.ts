import { describe, expect, it } from "vitest";
import { diffPolicies } from "../../../shared/domain/policy/diff/diff-policies.ts";
import { diffText } from "../../../shared/domain/policy/diff/diff-text.ts";
import type { Policy } from "../../../shared/domain/policy/policy.ts";
import { base, changed, withTable } from "./diff-base-policy.ts";

const TODAY = "2026-11-24";

function found(next: Policy, kind: string, old: Policy = base): readonly string[] {
  return diffPolicies(old, next, TODAY)
    .changes.filter((change) => change.kind === kind)
    .map(({ path }) => path);
}

const withLimit = (days: number) =>
  changed(({ retention }) => ({
    retention: retention.map((rule) =>
      rule.category === "picture" ? { ...rule, limit: { after: { days }, from: "created" as const } } : rule,
    ),
  }));

const withProcessor = (over: Partial<Policy["processors"][number]>) =>
  changed(({ processors }) => ({ processors: processors.map((one) => ({ ...one, ...over })) }));

describe("the difference of two policies", () => {
  it("is nothing between a policy and itself", () => {
    expect(diffPolicies(base, base, TODAY)).toEqual({
      changes: [],
      notices: [],
      undeclared: [],
      severity: "none",
    });
  });

  it("frees what is kept shorter, and tells nobody", () => {
    const diff = diffPolicies(base, withLimit(29), TODAY);
    expect(diff.changes).toMatchObject([
      { kind: "freed", path: "retention.picture.limit", promises: ["MI1", "MI2"] },
    ]);
    expect(diff.severity).toBe("none");
  });

  it("breaks the promise when a limit passes it by a day, and says when people could be told", () => {
    const diff = diffPolicies(base, withLimit(31), TODAY);
    expect(diff.severity).toBe("broken");
    expect(found(withLimit(31), "kept-longer")).toEqual(["retention.picture.limit"]);
    expect(diff.notices).toMatchObject([
      { change: "material", promise: "MI3", daysBefore: 7, earliestOn: "2026-12-01", needsConsent: false },
    ]);
  });

  it("breaks nothing by a limit that is longer and within the promise, but people are told first", () => {
    const diff = diffPolicies(withLimit(29), withLimit(30), TODAY);
    expect(diff.changes).toMatchObject([{ kind: "kept-longer", path: "retention.picture.limit" }]);
    expect(diff.severity).toBe("notice-first");
  });

  it("does not blame the change for a limit that was above its promise before", () => {
    expect(found(withLimit(40), "broken", withLimit(45))).toEqual([]);
    expect(found(withLimit(46), "broken", withLimit(45))).toEqual(["retention.picture.limit"]);
  });

  it("does not compare margins, which are ours", () => {
    const next = changed(({ retention }) => ({
      retention: retention.map((rule) => ({ ...rule, marginMinutes: 90 })),
    }));
    expect(diffPolicies(base, next, TODAY).changes).toEqual([]);
  });

  it("tells a new category once, and not once more for each of its rules", () => {
    const next = changed(({ categories, retention }) => ({
      categories: [
        ...categories,
        {
          id: "prompt",
          what: "Prompts",
          sensitive: false,
          facial: false,
          ownKey: false,
          purposes: ["generation"],
        },
      ],
      retention: [
        ...retention,
        {
          ...retention[1],
          category: "prompt",
          earlierOn: [],
          onEnd: "delete",
          holdable: false,
          chosenBy: "ours",
        },
      ],
    }));
    expect(diffPolicies(base, next, TODAY).changes.map(({ path }) => path)).toEqual(["categories.prompt"]);
    expect(found(base, "freed", next)).toEqual(["categories.prompt"]);
  });

  it.each<[string, string, Policy]>([
    ["a table that can be restored", "stores.table.pointInTimeRecoveryDays", withTable(7)],
    [
      "a longer record of our own",
      "ownRecords.ledger",
      changed(({ ownRecords }) => ({
        ownRecords: ownRecords.map((one) => (one.record === "ledger" ? { ...one, retentionDays: 401 } : one)),
      })),
    ],
    [
      "a longer backup",
      "backups.longestDays",
      changed(({ backups }) => ({ backups: { ...backups, longestDays: 35 } })),
    ],
    [
      "an event that no longer ends it",
      "retention.picture.earlierOn.account-ended",
      changed(({ retention }) => ({
        retention: retention.map((rule) => ({
          ...rule,
          earlierOn: rule.category === "picture" ? [] : rule.earlierOn,
        })),
      })),
    ],
    [
      "an exception to erasure",
      "erasure.account.categories.picture",
      changed(() => ({
        erasure: [
          {
            scope: "account",
            graceHours: 0,
            categories: {
              picture: { effect: "retain", legalBasis: "tax", retentionDays: 10 },
              account: { effect: "erase" },
            },
          },
        ],
      })),
    ],
    ["a vendor that keeps it", "processors.aws.retention", withProcessor({ retention: undefined })],
  ])("keeps longer: %s", (_, path, next) => {
    const old = path.startsWith("stores.table") ? withTable(0) : base;
    if (path === "processors.aws.retention") {
      const before = withProcessor({ retention: { kept: "days", days: 7 } });
      expect(found(next, "kept-longer", before)).toEqual([path]);
      return;
    }
    expect(found(next, "kept-longer", old)).toEqual([path]);
    expect(found(old, "freed", next)).toEqual([path]);
  });

  it("keeps longer what cuts less, or counts from later, and frees what cuts more", () => {
    const kept = { legalBasis: "tax", retentionDays: 10, keeps: ["invoice"], createdAttribute: "issuedAt" };
    const retaining = (over: Partial<typeof kept> & { createdAttribute?: string | undefined }) =>
      changed(({ erasure }) => ({
        erasure: erasure.map((one) => ({
          ...one,
          categories: { ...one.categories, picture: { effect: "retain" as const, ...kept, ...over } },
        })),
      }));
    const path = "erasure.account.categories.picture";
    const more = retaining({ keeps: ["invoice", "buyerName"] });
    expect(found(more, "kept-longer", retaining({}))).toEqual([`${path}.keeps.buyerName`]);
    expect(found(retaining({}), "freed", more)).toEqual([`${path}.keeps.buyerName`]);
    const later = retaining({ createdAttribute: undefined });
    expect(found(later, "kept-longer", retaining({}))).toEqual([`${path}.createdAttribute`]);
    expect(found(retaining({}), "kept-longer")).toEqual([path]);
  });

  it.each<[string, string, Policy]>([
    ["a promise is gone", "promises.MI1", changed(({ promises }) => ({ promises: promises.slice(1) }))],
    [
      "a bound promise is not kept yet",
      "promises.MI1",
      changed(({ promises }) => ({
        promises: promises.map((one) =>
          one.id === "MI1" ? { ...one, kept: { status: "not-yet", missing: "all" } } : one,
        ),
      })),
    ],
    [
      "a promise allows more time",
      "promises.MI2",
      changed(({ promises }) => ({
        promises: promises.map((one) => (one.id === "MI2" ? { ...one, within: { days: 31 } } : one)),
      })),
    ],
    [
      "a purpose is one that was ruled out",
      "categories.picture.purposes.advertising",
      changed(({ categories }) => ({
        categories: categories.map((one) =>
          one.id === "picture" ? { ...one, purposes: [...one.purposes, "advertising" as const] } : one,
        ),
      })),
    ],
    ["a right is gone", "rights.erasure", changed(() => ({ rights: [] }))],
    [
      "a deadline is a day longer",
      "rights.erasure.deadlines.answer",
      changed(({ rights }) => ({
        rights: rights.map((right) => ({
          ...right,
          deadlines: right.deadlines.map((one) => ({ ...one, within: { calendarDays: 31 } })),
        })),
      })),
    ],
    [
      "people are told a day later",
      "notices.material",
      changed(({ notices }) => ({
        notices: notices.map((notice) => ({ ...notice, daysBefore: notice.change === "material" ? 6 : 30 })),
      })),
    ],
  ])("is a broken promise: %s", (_, path, next) => {
    expect(found(next, "broken")).toContain(path);
    expect(diffPolicies(base, next, TODAY).severity).toBe("broken");
    expect(found(base, "broken", next)).toEqual([]);
  });

  it.each<[string, string, Policy]>([
    ["another place", "processors.aws.places.US", withProcessor({ places: ["EU", "US"] })],
    [
      "training",
      "processors.aws.training",
      withProcessor({ training: { trains: "yes", statement: "It does." } }),
    ],
    [
      "another region",
      "service.regions.us-east-1",
      changed(({ service }) => ({
        service: { ...service, regions: [...service.regions, "us-east-1"] },
      })),
    ],
    [
      "another purpose",
      "categories.picture.purposes.generation",
      changed(({ categories }) => ({
        categories: categories.map((one) =>
          one.id === "picture" ? { ...one, purposes: [...one.purposes, "generation" as const] } : one,
        ),
      })),
    ],
  ])("is a disclosure that is announced first: %s", (_, path, next) => {
    expect(found(next, "disclosed")).toContain(path);
    expect(diffPolicies(base, next, TODAY).severity).toBe("notice-first");
  });

  it("asks for consent to training, on the day that the notice allows", () => {
    const next = withProcessor({ training: { trains: "yes", statement: "It does." } });
    expect(diffPolicies(base, next, TODAY).notices).toMatchObject([
      { change: "material" },
      {
        change: "training-use",
        needsConsent: true,
        earliestOn: "2026-12-24",
        about: ["processors.aws.training"],
      },
    ]);
  });

  it("names what nobody is promised to be told of, though they must be", () => {
    const silent = { ...base, notices: [] };
    const next = { ...withProcessor({ places: ["EU", "US"] }), notices: [] };
    const diff = diffPolicies(silent, next, TODAY);
    expect(diff).toMatchObject({
      severity: "notice-first",
      notices: [],
      undeclared: ["processors.aws.places.US"],
    });
    expect(diffText(diff)).toContain("decide how people are told");
  });

  it("need not be told when a third party leaves, unless that was promised", () => {
    const next = changed(() => ({ processors: [] }));
    expect(found(next, "withdrawn")).toEqual(["processors.aws"]);
    expect(diffPolicies(base, next, TODAY).severity).toBe("none");
    const announced = changed(({ notices }) => ({
      notices: [
        ...notices,
        { change: "processors", daysBefore: 0, channels: ["page"], needsConsent: false, promise: "MI3" },
      ],
    }));
    expect(diffPolicies(announced, { ...announced, processors: [] }, TODAY).severity).toBe("notice-first");
  });
});
