import { describe, expect, it } from "vitest";
import { checkPolicy } from "../../../shared/domain/policy/check-policy.ts";
import type { PolicyDeclaration } from "../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "./minimal-policy.ts";

const STORES = 500;
const PROMISES = 1000;

const numbers = Array.from({ length: STORES }, (_, at) => at);
const pictureIds = numbers.map((at) => `picture-${at}`);

/** A policy of 500 stores, one category each, and 1,000 promises about them. */
function largePolicy(): PolicyDeclaration {
  return {
    ...minimalPolicy,
    stores: numbers.map((at) => ({
      id: `store-${at}`,
      kind: "s3",
      keyTemplate: `store-${at}/{subject}/…`,
      versioned: false,
      // One bucket for all of them: every prefix is compared with the others.
      ...(at === 0 ? {} : { sharesBucketOf: "store-0" }),
      categories: [`picture-${at}`],
    })),
    categories: pictureIds.map((id) => ({
      id,
      what: "A picture",
      sensitive: false,
      purposes: ["service-delivery"],
    })),
    retention: pictureIds.map((category) => ({
      category,
      limit: { after: { days: 28 }, from: "created" },
      onEnd: "delete",
    })),
    erasure: [
      {
        scope: "account",
        graceHours: 0,
        categories: Object.fromEntries(pictureIds.map((id) => [id, { effect: "erase" as const }])),
      },
    ],
    processors: minimalPolicy.processors.map((hosting) => ({ ...hosting, receives: pictureIds })),
    promises: Array.from({ length: PROMISES }, (_, at) => ({
      id: promiseId(at),
      kind: "expiry" as const,
      says: "A picture goes within 30 days",
      covers: [`picture-${at % STORES}`],
      within: { days: 30 },
      kept: {
        status: "bound" as const,
        keptBy: [
          { mechanism: "lifecycle" as const, store: `store-${at % STORES}` },
          { mechanism: "erasure" as const, scope: "account" as const },
        ],
      },
    })),
  };
}

/** AA0 ... AA99, BA0 ... : two letters and up to two digits. */
function promiseId(at: number): string {
  return `${String.fromCharCode(65 + Math.floor(at / 100))}A${at % 100}`;
}

describe("a policy of 500 stores and 1,000 promises", () => {
  it("is refused by nothing when nothing is wrong", () => {
    expect(checkPolicy(largePolicy()).problems).toEqual([]);
  });

  it("is refused once for a circle of 500 categories, of which the text names the first", () => {
    const policy = largePolicy();
    const categories = policy.categories.map((category, at) => ({
      ...category,
      derivedFrom: `picture-${(at + 1) % STORES}`,
    }));

    const { problems } = checkPolicy({ ...policy, categories });

    expect(problems.map(({ rule, path }) => ({ rule, path }))).toEqual([
      { rule: "derived-in-a-circle", path: "categories.picture-0.derivedFrom" },
    ]);
    expect(problems[0]?.what).toMatch(
      /^It is derived from itself: picture-0 from picture-1 .* from picture-9 from 490 more from picture-0\.$/,
    );
    expect(problems[0]?.promises).toHaveLength(PROMISES);
  });

  it("is refused once for each name that is wrong, and for nothing that follows from it", () => {
    const policy = largePolicy();
    const stores = policy.stores.map((store) => ({ ...store, categories: [...store.categories, "pictur"] }));

    const { problems } = checkPolicy({ ...policy, stores });

    expect(problems.map(({ rule, path }) => `${rule} ${path}`)).toEqual(
      numbers.map((at) => `undeclared-category stores.store-${at}.categories`),
    );
  });
});
