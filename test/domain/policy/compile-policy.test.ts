import { describe, expect, it } from "vitest";
import { policy } from "../../../policies/dream-portraits.ts";
import { compilePolicy, PolicyRefused } from "../../../shared/domain/policy/compile-policy.ts";
import type { PolicyDeclaration } from "../../../shared/domain/policy/policy.ts";

describe("a policy", () => {
  it("has one text whatever the order it was written in", () => {
    const { schema, service, ...rest } = policy;
    const { id, ...otherOfService } = service;

    const compiled = compilePolicy(policy);
    const reordered = compilePolicy({ ...rest, service: { ...otherOfService, id }, schema });

    expect(reordered.canonical).toBe(compiled.canonical);
    expect(reordered.digest).toBe(compiled.digest);
    expect(compiled.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it("has another digest when a promise changes", () => {
    const changed = { ...policy, backups: policy.backups, promises: policy.promises.slice(1) };
    expect(compilePolicy(changed).digest).not.toBe(compilePolicy(policy).digest);
  });

  it("states each of its seventeen promises, kept or not", () => {
    expect(compilePolicy(policy).policy.promises.map(({ id }) => id)).toEqual(
      Array.from({ length: 17 }, (_, at) => `DP${at + 1}`),
    );
  });

  it.each<[string, PolicyDeclaration, RegExp]>([
    [
      "a store declared twice",
      { ...policy, stores: [...policy.stores, ...policy.stores.slice(0, 1)] },
      /declared twice/,
    ],
    [
      "a category that no store holds",
      { ...policy, categories: [...policy.categories, { id: "voice", what: "A voice", sensitive: true }] },
      /categories.voice: no store holds it/,
    ],
    [
      "a category without an end",
      { ...policy, retention: policy.retention.slice(1) },
      /"original-photo" has no rule/,
    ],
    [
      "a versioned bucket for a 24-hour category",
      {
        ...policy,
        stores: policy.stores.map((store) => (store.id === "photos" ? { ...store, versioned: true } : store)),
      },
      /stores.photos: is versioned/,
    ],
    [
      "a promise kept by a scope that is not there",
      {
        ...policy,
        promises: [
          {
            id: "DP5",
            kind: "erasure",
            says: "Deleting the account removes all data of it",
            kept: { status: "bound", keptBy: [{ mechanism: "erasure", scope: "page" }] },
          },
        ],
      },
      /promises.DP5: kept by/,
    ],
    [
      "a key template without a slash after the subject",
      {
        ...policy,
        stores: policy.stores.map((store) =>
          store.id === "photos" ? { ...store, keyTemplate: "users/{subject}…" } : store,
        ),
      },
      /stores.0.keyTemplate: write it as/,
    ],
    [
      "an own record that is not declared",
      { ...policy, ownRecords: policy.ownRecords.slice(1) },
      /nothing is said of "tombstone"/,
    ],
  ])("is refused for %s", (_what, declaration, expected) => {
    expect(() => compilePolicy(declaration)).toThrow(PolicyRefused);
    expect(() => compilePolicy(declaration)).toThrow(expected);
  });

  it("is refused for a key nobody knows, which may be a promise that was mistyped", () => {
    const mistyped = { ...policy, retentoin: [] };
    expect(() => compilePolicy(mistyped)).toThrow(/Unrecognized key: "retentoin"/);
  });
});
