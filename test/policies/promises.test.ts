import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { policy as coloringBook } from "../../policies/coloring-book.ts";
import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { policy as gptImage } from "../../policies/gpt-image.ts";
import { policy as imageDesigner } from "../../policies/image-designer.ts";
import { policy as imageGen } from "../../policies/image-gen.ts";
import { checkPolicy } from "../../shared/domain/policy/check-policy.ts";
import { compilePolicy } from "../../shared/domain/policy/compile-policy.ts";
import { storesErasedBy } from "../../shared/domain/policy/erasure-targets.ts";
import type { PolicyDeclaration } from "../../shared/domain/policy/policy.ts";
import { problemText } from "../../shared/domain/policy/problem-text.ts";

const ROOT = join(import.meta.dirname, "../..");
type Service = "coloringBook" | "dreamPortraits" | "imageDesigner" | "gptImage" | "imageGen";

const POLICIES: Readonly<Record<Service, PolicyDeclaration>> = {
  coloringBook,
  dreamPortraits,
  imageDesigner,
  gptImage,
  imageGen,
};

/** Every sentence of the five published texts that binds somebody, with its kind. */
const PUBLISHED: Readonly<Record<Service, Readonly<Record<string, string>>>> = {
  coloringBook: {
    CB1: "erasure",
    CB2: "erasure",
    CB3: "erasure",
    CB4: "expiry",
    CB5: "erasure",
    CB6: "erasure",
    CB7: "guard",
    CB8: "guard",
    CB9: "guard",
    CB10: "right",
    CB11: "notice",
    CB12: "guard",
    CB13: "guard",
    CB14: "deadline",
    CB15: "notice",
  },
  dreamPortraits: {
    DP1: "expiry",
    DP2: "expiry",
    DP3: "guard",
    DP4: "erasure",
    DP5: "erasure",
    DP6: "erasure",
    DP7: "deadline",
    DP8: "right",
    DP9: "erasure",
    DP10: "guard",
    DP11: "guard",
    DP12: "guard",
    DP13: "guard",
    DP14: "notice",
    DP15: "guard",
    DP16: "guard",
    DP17: "guard",
  },
  imageDesigner: {
    ID1: "expiry",
    ID2: "right",
    ID3: "expiry",
    ID4: "expiry",
    ID5: "erasure",
    ID6: "right",
    ID7: "erasure",
    ID8: "notice",
    ID9: "erasure",
    ID10: "guard",
    ID11: "right",
    ID12: "guard",
    ID13: "guard",
    ID14: "notice",
    ID15: "guard",
  },
  gptImage: {
    GI1: "erasure",
    GI2: "erasure",
    GI3: "expiry",
    GI4: "expiry",
    GI5: "right",
    GI6: "erasure",
    GI7: "erasure",
    GI8: "erasure",
    GI9: "guard",
    GI10: "right",
    GI11: "guard",
    GI12: "guard",
    GI13: "expiry",
    GI14: "notice",
    GI15: "guard",
  },
  imageGen: {
    IG1: "erasure",
    IG2: "erasure",
    IG3: "right",
    IG4: "right",
    IG5a: "deadline",
    IG5b: "deadline",
    IG6: "right",
    IG7: "right",
    IG8: "guard",
    IG9: "right",
    IG10: "guard",
    IG11: "notice",
    IG12: "notice",
    IG13: "erasure",
    IG14: "guard",
    IG15: "guard",
    IG16: "guard",
    IG17: "guard",
    IG18: "expiry",
    IG19: "notice",
  },
};

const TEXT_CONFLICTS = ["DP10", "DP12", "ID15", "GI12"];
/** Kept by people, and no document is on record. */
const WITHOUT_DOCUMENT = ["CB13", "DP16", "DP17", "GI11", "GI15", "IG17"];

const policies = Object.entries(POLICIES);
const promises = policies.flatMap(([, { promises }]) => promises);

describe("the promises of the five services", () => {
  it.each(Object.keys(PUBLISHED))("stand in the policy of %s, each once, in order, with its kind", (name) => {
    const policy = policies.find(([key]) => key === name)?.[1];
    const published = Object.entries(PUBLISHED).find(([key]) => key === name)?.[1];
    expect(policy?.promises.map(({ id, kind }) => [id, kind])).toEqual(Object.entries(published ?? {}));
  });

  it("are eighty-two: 15, 17, 15, 15 and 20", () => {
    expect(policies.map(([, { promises }]) => promises.length)).toEqual([15, 17, 15, 15, 20]);
    expect(new Set(promises.map(({ id }) => id)).size).toBe(82);
  });

  it("are said in words of our own, no two alike", () => {
    expect(new Set(promises.map(({ says }) => says)).size).toBe(82);
  });

  it("are reported as conflicts where the published text contradicts itself or the world", () => {
    const conflicts = promises.filter(({ kept }) => kept.status === "text-conflict");
    expect(conflicts.map(({ id }) => id).toSorted()).toEqual(TEXT_CONFLICTS.toSorted());
  });

  it("claim no document that nobody has", () => {
    expect(promises.filter(({ kept }) => kept.status.startsWith("attested"))).toEqual([]);
    for (const { id, kept } of promises.filter((promise) => WITHOUT_DOCUMENT.includes(promise.id))) {
      expect(`${id}: ${kept.status}: ${JSON.stringify(kept)}`).toMatch(
        /not-yet.*reference, owner and review date/,
      );
    }
  });
});

describe("a promise of which a part is kept", () => {
  it.each([
    ["ID2", ["consent-gate", "clock"], /withdrawing consent/],
    ["IG19", ["right"], /the page in the app/],
  ])("is called not kept, with that part and what is missing: %s", (id, keptBy, missing) => {
    const kept = statusOf(id);
    if (kept.status !== "not-yet") throw new Error(`${id} is ${kept.status}.`);
    expect(kept.keptBy?.map(({ mechanism }) => mechanism)).toEqual(keptBy);
    expect(kept.missing).toMatch(missing);
  });

  it("is not one whose channel another promises: what deleting does is done (DP5)", () => {
    expect(statusOf("DP5")).toEqual({
      status: "bound",
      keptBy: [{ mechanism: "erasure", scope: "account" }, { mechanism: "watched-copies" }],
    });
    expect(statusOf("DP7")).toMatchObject({ status: "bound" });
  });

  it("is not one whose dates are watched: of every right that the policy offers, by their rules (DP7, IG5a, IG5b)", () => {
    for (const { right, deadlines } of compilePolicy(dreamPortraits).policy.rights) {
      expect(
        deadlines.map(({ what, source }) => [what, source]),
        right,
      ).toEqual([
        ["reply-in-substance", "DP7"],
        ["answer", "DP7"],
      ]);
    }
    for (const id of ["DP7", "IG5a", "IG5b"]) {
      const kept = statusOf(id);
      if (kept.status !== "bound") throw new Error(`${id} is ${kept.status}.`);
      expect(kept.keptBy.every(({ mechanism }) => mechanism === "due-date")).toBe(true);
    }
  });

  it.each([
    ["CB2", "page"],
    ["CB3", "project"],
    ["DP4", "image"],
    ["DP9", "minor"],
  ])("is not one that an erasure keeps whole: %s by the scope %s", (id, scope) => {
    expect(statusOf(id)).toEqual({ status: "bound", keptBy: [{ mechanism: "erasure", scope }] });
  });

  it.each([
    ["CB1", ["erasure", "right"]],
    ["CB14", ["right"]],
    ["DP6", ["erasure", "right"]],
    ["ID5", ["erasure", "right"]],
    ["IG3", ["right"]],
    ["IG4", ["right", "consent-gate"]],
    ["IG13", ["erasure", "report-of-minor"]],
    ["GI10", ["right"]],
  ])("is not one that a mail or the form is enough for: %s", (id, keptBy) => {
    const kept = statusOf(id);
    if (kept.status !== "bound") throw new Error(`${id} is ${kept.status}.`);
    expect(kept.keptBy.map(({ mechanism }) => mechanism)).toEqual(keptBy);
  });

  it("is not one whose tickets can be erased alone, and with them nothing else of the person (ID4)", () => {
    const { policy } = compilePolicy(imageDesigner);
    const asked = storesErasedBy(policy, { kind: "category", category: "support-ticket" });
    expect(asked.map(({ id }) => id)).toEqual(["tickets"]);
    expect(storesErasedBy(policy, { kind: "category", category: "account" })).toEqual([]);
    expect(statusOf("ID4")).toMatchObject({ keptBy: [{}, { mechanism: "erasure", scope: "category" }] });
  });

  it.each([
    ["CB4", ["clock", "clock", "erasure", "erasure", "erasure"]],
    ["ID4", ["clock", "erasure"]],
    ["DP1", ["clock", "clock"]],
    ["DP2", ["clock", "clock", "watched-copies"]],
    ["GI3", ["clock", "watched-copies"]],
    ["GI13", ["clock", "clock", "watched-copies"]],
    ["DP13", ["clock", "clock", "isolated-processing", "isolated-processing", "declared-places-only"]],
    ["ID3", ["log-retention"]],
    ["GI4", ["clock"]],
    ["GI9", ["declared-places-only", "clock", "clock", "clock"]],
    ["IG18", ["clock", "clock"]],
  ])("is not one that ends by itself in time: %s", (id, keptBy) => {
    const kept = statusOf(id);
    if (kept.status !== "bound") throw new Error(`${id} is ${kept.status}.`);
    expect(kept.keptBy.map(({ mechanism }) => mechanism)).toEqual(keptBy);
  });

  it.each(["CB5", "IG2"])("is not one whose backups are bounded, listed and looked for: %s", (id) => {
    expect(statusOf(id)).toEqual({
      status: "bound",
      keptBy: [{ mechanism: "erasure", scope: "account" }, { mechanism: "watched-copies" }],
    });
  });

  it("names both what leaves billing alone and what ends it (IG1)", () => {
    expect(statusOf("IG1")).toEqual({
      status: "bound",
      keptBy: [
        { mechanism: "erasure", scope: "account" },
        { mechanism: "clock", category: "billing-record" },
      ],
    });
    const { erasure } = compilePolicy(imageGen).policy;
    const account = erasure.find(({ scope }) => scope === "account")?.categories;
    expect(account?.account).toEqual({ effect: "erase" });
    expect(account?.["billing-record"]).toMatchObject({ effect: "retain", retentionDays: 2922 });
  });
});

describe("what AI providers may keep", () => {
  const found = policies.flatMap(([, policy]) =>
    checkPolicy(policy).problems.filter(({ rule }) => rule === "processor-keeps-too-long"),
  );

  it("is promised by GI1 and CB6", () => {
    const promised = promises.filter((promise) => "withinAtProcessors" in promise).map(({ id }) => id);
    expect(promised).toEqual(["CB6", "GI1"]);
  });

  it("is more than GI1 promises, which everybody who checks is told", () => {
    expect(found).toMatchObject([{ path: "processors.openai.retention", promises: ["GI1"] }]);
    expect(statusOf("GI1").status).toBe("not-yet");
  });
});

describe("the five policies", () => {
  it.each(policies)("are refused for nothing: %s", (name, policy) => {
    const errors = checkPolicy(policy, { today: "2026-11-24" }).problems.filter(
      ({ severity }) => severity === "error",
    );
    expect(errors.map((problem) => problemText(name, problem)).join("\n\n")).toBe("");
  });

  it("have five digests", () => {
    expect(new Set(policies.map(([, policy]) => compilePolicy(policy).digest)).size).toBe(5);
  });

  it.each(policies)("say of each category what erasing an account does to it: %s", (_, policy) => {
    for (const { scope, categories } of policy.erasure) {
      if (scope !== "account" && scope !== "minor") continue;
      expect(Object.keys(categories).toSorted()).toEqual(policy.categories.map(({ id }) => id).toSorted());
    }
  });

  it.each(policies)("do one and the same to everything in a store, per scope: %s", (_, policy) => {
    for (const { scope, categories } of policy.erasure) {
      for (const store of policy.stores) {
        const effects = new Set(store.categories.map((category) => categories[category]?.effect));
        expect(`${scope} ${store.id}: ${effects.size}`).toBe(`${scope} ${store.id}: 1`);
      }
    }
  });

  it("make a backup where one is published, and nowhere else", () => {
    const backedUp = policies.flatMap(([name, policy]) => {
      const { stores, backups } = compilePolicy(policy).policy;
      for (const store of stores)
        if (store.kind === "dynamodb") expect(store.pointInTimeRecoveryDays).toBe(0);
      return backups.vaults.map(({ stores: copied }) => `${name}: ${copied.join(", ")}`);
    });
    expect(backedUp).toEqual(["coloringBook: pages, projects", "imageGen: billing"]);
  });

  it.each(policies)("make no backup of and wait for nobody with a minor's data: %s", (_, policy) => {
    const { stores, backups } = compilePolicy(policy).policy;
    const copied = backups.vaults.flatMap((vault) => vault.stores);
    const minor = policy.erasure.find(({ scope }) => scope === "minor");
    for (const { id, categories } of stores) {
      if (!minor || !copied.includes(id)) continue;
      // What a law wants kept of everybody.
      for (const category of categories) expect(minor.categories[category]?.effect).toBe("retain");
    }
    for (const { scope, graceHours } of policy.erasure) {
      if (scope === "minor" || scope === "category") expect(graceHours).toBe(0);
    }
  });

  it.each(policies)("can tell in each store where one thing of a scope of things is: %s", (_, policy) => {
    const compiled = compilePolicy(policy).policy;
    for (const { scope, categories } of compiled.erasure) {
      if (scope !== "project" && scope !== "page" && scope !== "image") continue;
      const stores = storesErasedBy(compiled, { kind: scope, id: "1" });
      const covered = stores.flatMap((store) => store.categories);
      expect(covered.toSorted()).toEqual(Object.keys(categories).toSorted());
    }
  });

  it("hold no address but under example", () => {
    const files = readdirSync(join(ROOT, "policies")).map((name) => join(ROOT, "policies", name));
    expect(files.length).toBe(5);
    const addresses = files.flatMap((file) => readFileSync(file, "utf8").match(/[\w.+-]+@[\w.-]+/g) ?? []);
    // Of the services, and of the one third party that is asked by letter.
    expect(addresses.length).toBe(6);
    for (const address of addresses) expect(address).toMatch(/\.example$/);
  });
});

function statusOf(id: string) {
  const promise = promises.find((one) => one.id === id);
  if (promise === undefined) throw new Error(`There is no promise ${id}.`);
  return promise.kept;
}
