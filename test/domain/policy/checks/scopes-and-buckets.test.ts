import { describe, expect, it } from "vitest";
import { checkPolicy } from "../../../../shared/domain/policy/check-policy.ts";
import type { PolicyDeclaration } from "../../../../shared/domain/policy/policy.ts";
import { INVOICE_KEPT } from "../../../world/with-invoices.ts";
import { minimalPolicy } from "../minimal-policy.ts";
import { retainingPolicy } from "../retaining-policy.ts";

type Scope = PolicyDeclaration["erasure"][number];
type Effects = Scope["categories"];

const retained = { effect: "retain", legalBasis: "A tax law", retentionDays: 3650 } as const;
const retainedInPart = { ...retained, keeps: ["amount"] };
const expires = { effect: "expire" } as const;
const erased = { effect: "erase" } as const;

describe("a store that two categories share", () => {
  const sharing = (scope: Scope["scope"], categories: Effects): PolicyDeclaration => ({
    ...minimalPolicy,
    stores: minimalPolicy.stores.map((store) =>
      store.kind === "s3" ? { ...store, categories: ["picture", "account"] } : store,
    ),
    erasure: [
      ...minimalPolicy.erasure.filter((other) => other.scope !== scope),
      { scope, graceHours: 0, categories },
    ],
  });

  it.each([
    ["account", { picture: erased, account: retained }, 1],
    ["account", { picture: expires, account: retained }, 1],
    ["account", { picture: retained, account: retained }, 0],
    ["account", { picture: retained, account: { ...retained, retentionDays: 30 } }, 1],
    ["account", { picture: retained, account: retainedInPart }, 1],
    ["preserve-and-report", { picture: expires, account: retained }, 0],
    ["account", { picture: erased, account: { effect: "anonymise" } }, 0],
    ["minor", { picture: erased }, 0],
    ["page", { picture: erased }, 1],
    ["page", { picture: expires }, 0],
    ["processors", { picture: erased }, 0],
  ] as const)("is erased as a whole or not at all: in %s, %j has %i findings", (scope, effects, count) => {
    const found = foundBy("store-erased-in-part", sharing(scope, effects));
    expect(found.map(({ path }) => path)).toEqual(Array(count).fill("stores.pictures.categories"));
  });
});

describe("one thing of a person", () => {
  type Store = PolicyDeclaration["stores"][number];
  type Items = Extract<Store, { kind: "s3" }>["items"];
  const withStore = (store: Store, scope: Scope["scope"] = "page"): PolicyDeclaration => ({
    ...minimalPolicy,
    stores: [...minimalPolicy.stores.filter(({ id }) => id !== "pictures"), store],
    erasure: [...minimalPolicy.erasure, { scope, graceHours: 0, categories: { picture: erased } }],
  });
  const bucket = (items: Items): Store => ({
    ...{ id: "pictures", kind: "s3", versioned: false, keyTemplate: "users/{subject}/…", items },
    categories: ["picture"],
  });
  const rows = (items: Items, keys: { sortKey?: { attribute: string } } = {}): Store => ({
    ...{ id: "rows", kind: "dynamodb", items, ...keys, categories: ["picture"] },
    partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
  });
  const sortKey = { attribute: "item" };

  it.each([
    [bucket(undefined), ["stores.pictures.items.page"]],
    [bucket({ project: "users/{subject}/{project}/…" }), ["stores.pictures.items.page"]],
    [bucket({ page: "users/{subject}/{project}/{page}/…" }), []],
    [bucket({ page: "user/{subject}/{page}/…" }), ["stores.pictures.items.page"]],
    [bucket({ page: "users/{page}/{subject}/…" }), ["stores.pictures.items.page"]],
    [rows({ page: "{page}" }), ["stores.rows.items.page"]],
    [rows({ page: "{page}" }, { sortKey }), []],
    [rows({ project: "{project}" }, { sortKey }), ["stores.rows.items.page"]],
  ])("is somewhere that its store can tell: %j", (store, paths) => {
    expect(foundBy("scope-cannot-locate", withStore(store)).map(({ path }) => path)).toEqual(paths);
  });

  it("is asked for only in a scope of things", () => {
    expect(foundBy("scope-cannot-locate", withStore(bucket(undefined), "minor"))).toEqual([]);
  });

  it("is no part of an account, which cannot be erased with it", () => {
    const page: Scope = { scope: "page", graceHours: 0, categories: { account: erased } };
    const erasure = [...minimalPolicy.erasure, page];
    expect(foundBy("scope-cannot-locate", { ...minimalPolicy, erasure })).toMatchObject([
      { path: "stores.accounts.items.page" },
    ]);
  });

  it.each([
    ...[
      "users/{subject}/{page}…",
      "users/{subject}/{page}.…",
      "users/{subject}/…/{page}",
      "users/{subject}/",
    ],
    ...[
      "users/{subject}/{project}{page}/…",
      "users/{subject}/{page}{project}/…",
      "users/{subject}/{page}/{page}",
    ],
    ...[
      "users/{subject}/{project}-{page}/…",
      "users/{subject}/{page}-{project}/…",
      "users/{subject}/{page}/{",
    ],
    ...["users/{subject}/{subject}/{page}", "users/{subject}/{Page}/{page}", "users/{subject}x/{page}", ""],
  ])("has a place that is nobody else's, or the policy is refused: %s", (page) => {
    const problems = checkPolicy(withStore(bucket({ page }))).problems;
    expect(problems.map(({ path }) => path)).toContain("stores.pictures.items.page");
  });
});

describe("a grace", () => {
  it.each([
    ["minor", 1],
    ["preserve-and-report", 1],
    ["page", 0],
  ] as const)("is for nobody in a scope that concerns children: %s has %i findings", (scope, count) => {
    const erasure = [
      ...minimalPolicy.erasure,
      { scope, graceHours: 1, categories: { picture: erased, account: erased } },
    ];
    expect(foundBy("grace-for-facial-data-or-minors", { ...minimalPolicy, erasure })).toHaveLength(count);
  });
});

describe("anonymising", () => {
  const anonymising = (scope: Scope["scope"], tested: boolean): PolicyDeclaration => {
    const anonymised = { smallestGroup: 5, columnsThatTogetherIdentify: ["size"] };
    return {
      ...minimalPolicy,
      categories: minimalPolicy.categories.map((category) =>
        tested && category.id === "picture" ? { ...category, anonymised } : category,
      ),
      erasure: [
        ...minimalPolicy.erasure.filter((other) => other.scope !== scope),
        { scope, graceHours: 0, categories: { picture: { effect: "anonymise" }, account: erased } },
      ],
    };
  };

  it.each(["account", "image"] as const)(
    "is refused in an erasure of scope %s however it is tested: one person is no group",
    (scope) => {
      for (const tested of [true, false]) {
        expect(foundBy("anonymise-without-test", anonymising(scope, tested))).toMatchObject([
          { path: `erasure.${scope}.categories.picture`, what: expect.stringMatching(/no group/) },
        ]);
      }
    },
  );
});

describe("what an erasure retains", () => {
  const found = (policy: PolicyDeclaration) =>
    foundBy("retained-uncut", policy).map(({ path, what }) => `${path}: ${what}`);

  it("is cut in a table that has an end", () => {
    expect(found(retainingPolicy(INVOICE_KEPT))).toEqual([]);
  });

  it.each([
    [{ keeps: ["amount"] }, /leave out invoice/],
    [{ keeps: undefined }, /does not say what/],
  ])("is refused with %j", (kept, why) => {
    expect(found(retainingPolicy({ ...INVOICE_KEPT, ...kept }))).toEqual([expect.stringMatching(why)]);
  });

  it("is refused in a table that nothing ends", () => {
    const policy = retainingPolicy(INVOICE_KEPT);
    const endless = policy.stores.map((store) =>
      store.kind === "dynamodb" ? { ...store, timeToLiveAttribute: undefined } : store,
    );
    expect(found({ ...policy, stores: endless })).toEqual([expect.stringMatching(/nothing would end/)]);
  });

  it.each(["picture", "account"])("is refused where nothing can be cut: %s", (category) => {
    const categories = { picture: erased, account: erased, [category]: retained };
    const erasure = [{ scope: "account" as const, graceHours: 0, categories }];
    expect(found({ ...minimalPolicy, erasure })).toEqual([expect.stringMatching(/nothing can be cut out/)]);
  });

  it("is kept whole under a lock", () => {
    const objectLock = { mode: "governance" as const, days: 3650 };
    const stores = minimalPolicy.stores.map((store) =>
      store.kind === "s3" ? { ...store, versioned: true, objectLock } : store,
    );
    const categories = { picture: retained, account: erased };
    const erasure = [{ scope: "account" as const, graceHours: 0, categories }];
    expect(found({ ...minimalPolicy, stores, erasure })).toEqual([]);
  });

  it("is kept whole for an authority, too", () => {
    const categories = { picture: retained, account: retained };
    const sealed = { scope: "preserve-and-report" as const, graceHours: 0, categories };
    expect(found({ ...minimalPolicy, erasure: [...minimalPolicy.erasure, sealed] })).toEqual([]);
  });
});

describe("a log group", () => {
  it("keeps nothing past the limit of what it holds", () => {
    const limitedTo = (days: number): PolicyDeclaration => ({
      ...minimalPolicy,
      stores: [
        ...minimalPolicy.stores,
        { id: "lines", kind: "log-group", retentionDays: 14, categories: ["picture"] },
      ],
      retention: minimalPolicy.retention.map((rule) => ({
        ...rule,
        limit: { after: { days }, from: "created" },
      })),
    });
    expect(foundBy("log-group-erased", limitedTo(14))).toEqual([]);
    expect(foundBy("log-group-erased", limitedTo(13))).toMatchObject([
      { path: "stores.lines.retentionDays" },
    ]);
  });
});

describe("a bucket that stores share", () => {
  const previews = {
    id: "previews",
    kind: "s3",
    keyTemplate: "previews/{subject}/…",
    versioned: false,
    sharesBucketOf: "pictures",
    categories: ["picture"],
  } as const;
  const withStores = (...stores: PolicyDeclaration["stores"]): PolicyDeclaration => ({
    ...minimalPolicy,
    stores: [...minimalPolicy.stores, ...stores],
  });
  const beside = (changed: Readonly<Record<string, unknown>>): PolicyDeclaration =>
    withStores({ ...previews, categories: ["picture"], ...changed });

  it.each([
    [
      { sharesBucketOf: "nowhere" },
      "nowhere, whose bucket it shares, is no s3 store with a bucket of its own.",
    ],
    [
      { sharesBucketOf: "accounts" },
      "accounts, whose bucket it shares, is no s3 store with a bucket of its own.",
    ],
    [
      { sharesBucketOf: "previews" },
      "previews, whose bucket it shares, is no s3 store with a bucket of its own.",
    ],
    [
      { key: "customer-managed", versioned: true },
      "It shares the bucket of pictures, but versioned is true here and false there, key is customer-managed here and aws-managed there.",
    ],
    [
      { objectLock: { mode: "governance", days: 1 } },
      "It shares the bucket of pictures, but objectLock is governance for 1 days here and absent there.",
    ],
    [
      { region: "eu-west-1" },
      "It shares the bucket of pictures, but region is eu-west-1 here and eu-central-1 there.",
    ],
  ])("is one bucket, described alike: %j", (changed, what) => {
    expect(foundBy("shared-bucket-differs", beside(changed)).map((found) => found.what)).toEqual([what]);
    expect(foundBy("stores-share-a-prefix", beside(changed))).toEqual([]);
  });

  it("is shared with the store that has it, not through a third", () => {
    const shared = { ...previews, categories: ["picture"] };
    const third = {
      ...shared,
      id: "thumbnails",
      sharesBucketOf: "previews",
      keyTemplate: "users/{subject}/…",
    };
    expect(foundBy("shared-bucket-differs", withStores(shared, third))).toMatchObject([
      { path: "stores.thumbnails.sharesBucketOf" },
    ]);
  });

  it("may name the region that the service is in anyway", () => {
    expect(checkPolicy(beside({ region: "eu-central-1" })).problems).toEqual([]);
  });

  it.each(["users/{subject}/…", "{subject}/…", "users/previews/{subject}/…", "us{subject}/…"])(
    "has prefixes of which none begins another: users/{subject}/… beside %s",
    (keyTemplate) => {
      expect(foundBy("stores-share-a-prefix", beside({ keyTemplate }))).toMatchObject([
        { path: "stores.previews.keyTemplate", promises: ["MI1"] },
      ]);
    },
  );

  it("is not shared by stores that say nothing of it, whatever their prefixes", () => {
    expect(
      foundBy("stores-share-a-prefix", beside({ sharesBucketOf: undefined, keyTemplate: "{subject}/…" })),
    ).toEqual([]);
  });
});

describe("categories derived in circles", () => {
  const derived = (origins: Readonly<Record<string, string>>): PolicyDeclaration => ({
    ...minimalPolicy,
    categories: ["account", "picture", "a", "b"].map((id) => ({
      id,
      what: "Something",
      sensitive: false,
      purposes: ["service-delivery"],
      ...(origins[id] === undefined ? {} : { derivedFrom: origins[id] }),
    })),
  });

  it.each([
    [{ picture: "picture" }, ["It is derived from itself: picture from picture."]],
    [{ account: "b", picture: "a", a: "b", b: "a" }, ["It is derived from itself: a from b from a."]],
    [
      { account: "picture", picture: "account", a: "b", b: "a" },
      [
        "It is derived from itself: account from picture from account.",
        "It is derived from itself: a from b from a.",
      ],
    ],
    [{ a: "picture", b: "picture", picture: "account" }, []],
  ])("are each found once: %j", (origins, expected) => {
    const found = foundBy("derived-in-a-circle", derived(origins));
    expect(found.map(({ what }) => what)).toEqual(expected);
  });
});

function foundBy(rule: string, policy: PolicyDeclaration) {
  return checkPolicy(policy).problems.filter((problem) => problem.rule === rule);
}
