import { describe, expect, it } from "vitest";
import { policy as coloringBook } from "../../policies/coloring-book.ts";
import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { policy as gptImage } from "../../policies/gpt-image.ts";
import { policy as imageDesigner } from "../../policies/image-designer.ts";
import { policy as imageGen } from "../../policies/image-gen.ts";
import { closesAccount, scopeOf } from "../../shared/domain/erasure/scope.ts";
import type { PolicyDeclaration } from "../../shared/domain/policy/policy.ts";
import { checkLedger } from "../../shared/operations/check-ledger.ts";
import { certificateOf } from "../world/certificate-of.ts";
import { scopedWorld } from "../world/scoped-world.ts";
import { secondVerdict } from "../world/second-verdict.ts";

const POLICIES: Readonly<Record<string, PolicyDeclaration>> = {
  "coloring-book": coloringBook,
  "dream-portraits": dreamPortraits,
  "gpt-image": gptImage,
  "image-designer": imageDesigner,
  "image-gen": imageGen,
};
const worldOf = (id: string) => scopedWorld(POLICIES[id] ?? dreamPortraits);

/** Of each scope: the policy, what must be gone, and the first words of the letter. */
const SMALLER: readonly [string, string, (store: string, key: string) => boolean, RegExp][] = [
  [
    "coloring-book",
    "page:page-1",
    (store, key) => (store === "pages" || store === "projects") && /(\/pages\/|#PAGE#)page-1[/#]/.test(key),
    /^One page of yours at Coloring Book has been deleted/,
  ],
  [
    "coloring-book",
    "project:project-1",
    (store, key) => (store === "pages" || store === "projects") && /project-1[/#]/i.test(key),
    /^One project of yours at Coloring Book has been deleted/,
  ],
  [
    "dream-portraits",
    "image:image-1",
    (store, key) => (store === "portraits" || store === "catalogue") && /(^|\/)image-1$/.test(key),
    /^One image of yours at Dream Portraits has been deleted/,
  ],
  [
    "dream-portraits",
    "category:original-photo",
    (store) => store === "photos" || store === "landmarks",
    /^The facial data of yours at Dream Portraits that you named has been deleted/,
  ],
  [
    "dream-portraits",
    "category:facial-landmarks",
    (store) => store === "landmarks",
    /^The facial data of yours at Dream Portraits that you named has been deleted/,
  ],
];

describe.each(SMALLER)("less than an account: of %s %s", (id, scope, isMeant, letter) => {
  it("goes, and nothing else of anybody", async () => {
    const world = await worldOf(id);
    const [person, neighbour] = [world.settleEverywhere("1"), world.settleEverywhere("10")];
    const [mine, theirs] = [world.keysOf(person), world.keysOf(neighbour)];
    const requestId = await world.openScope(person, scope);

    const request = await world.erase(requestId, scope, () => {
      expect(world.accounts.maySignIn(person)).toBe(true);
    });

    expect(request.progress.state).toBe("completed");
    const rest = Object.entries(mine).map(([store, keys]) => [
      store,
      keys.filter((key) => !isMeant(store, key)),
    ]);
    expect(world.keysOf(person)).toEqual(Object.fromEntries(rest));
    expect(Object.values(rest).flat()).not.toEqual(Object.values(mine).flat());
    expect(world.keysOf(neighbour)).toEqual(theirs);
    expect(world.accounts.maySignIn(person)).toBe(true);
    expect(await world.accounts.addressOf(person)).toBe("1@people.example");
  });

  it("is certified by what it was, in words that both verifiers take", async () => {
    const world = await worldOf(id);
    const person = world.settleEverywhere("1");
    const requestId = await world.openScope(person, scope);
    const request = await world.erase(requestId, scope);

    const certificate = await certificateOf(world, requestId);
    const { body } = certificate;
    const wanted = scopeOf(scope);
    expect(body.scope).toBe(wanted.kind);
    if (wanted.kind === "category") expect(body.category).toBe(wanted.category);
    else expect(body.itemRef).toMatch(/^v1_[0-9a-f]{64}$/);
    expect(body.stores.map(({ left, retained, outcome }) => [left, retained, outcome])).toEqual(
      body.stores.map(() => [0, 0, "deleted"]),
    );
    expect(body.stores.length).toBeGreaterThan(0);
    // No record says that anybody else got anything, which is a gap each, and so is the account that goes on.
    // What stays in backups is one more, and has a last day.
    const { lastCopyGoneBy } = body.backups;
    expect(body.final).toBe(lastCopyGoneBy === undefined);
    expect(body.gaps[0]).toMatch(/^The account stays open, so the same can be stored anew;/);
    expect(body.gaps).toHaveLength(1 + body.processors.declared);
    expect(body.retained).toEqual([]);
    expect(secondVerdict(certificate, world.key)).toBe("Valid.\n");
    expect((await checkLedger(world)).findings).toEqual([]);
    // Permission to write from before the freeze has ended.
    world.clock.advance(3_600_000 + 300_000);
    const over = request.subjectId === undefined ? request : await world.erase(requestId, scope);
    expect(over).not.toHaveProperty("subjectId");
    expect(over).not.toHaveProperty("itemId");
  });

  it("is told to the person without any id, by the address that stays theirs", async () => {
    const world = await worldOf(id);
    const requestId = await world.openScope(world.settleEverywhere("1"), scope);
    await world.erase(requestId, scope);

    const [sent] = world.letters.sent;
    expect(sent?.to).toBe("1@people.example");
    expect(sent?.text).toMatch(letter);
    expect(sent?.text).toContain("Your account and everything else in it are as they were.");
    expect(sent?.subject).toMatch(/ has been deleted$/);
    const asked = scopeOf(scope);
    if ("id" in asked) expect(JSON.stringify(sent)).not.toContain(asked.id);
    expect(await world.register.readContact(requestId)).toBeUndefined();
  });

  it("names neither thing nor person in its evidence", async () => {
    const world = await worldOf(id);
    const requestId = await world.openScope(world.settleEverywhere("must-not-be-named"), scope);
    await world.erase(requestId, scope);
    const evidence = JSON.stringify([
      [...world.ledger.stored.values()],
      world.tree.leaves,
      await certificateOf(world, requestId),
    ]);
    expect(evidence).toContain(requestId);
    expect(evidence).not.toMatch(/must-not-be-named|page-1|project-1|image-1/);
  });
});

describe.each(["dream-portraits", "gpt-image", "image-designer", "image-gen"])("a minor of %s", (id) => {
  it("loses what an account loses, at once, and the record says that it was for that", async () => {
    const world = await worldOf(id);
    const [child, other] = [world.settleEverywhere("1"), world.settleEverywhere("10")];
    const theirs = world.keysOf(other);
    const requestId = await world.openScope(child, "minor");
    // No grace: it may run now.
    expect((await world.read(requestId)).progress).toMatchObject({ state: "verified" });

    const request = await world.erase(requestId, "minor", (step) => {
      if (step === "erase-stores") expect(world.accounts.maySignIn(child)).toBe(false);
    });

    expect(request).toMatchObject({ scope: "minor", progress: { state: "completed" } });
    expect(Object.values(world.keysOf(child)).flat()).toEqual([]);
    const { body } = await certificateOf(world, requestId);
    expect(body.scope).toBe("minor");
    for (const { legalBasis, until } of body.retained) {
      expect(legalBasis).not.toBe("");
      expect(until > body.issuedAt).toBe(true);
    }
    expect(world.keysOf(other)).toEqual(theirs);
    expect(world.letters.sent.map(({ text }) => text).join()).not.toContain("as you asked");
  });
});

it("names a queue that is not emptied for one person, with the day on which what it held is gone", async () => {
  const world = await scopedWorld(imageGen);
  const requestId = await world.openScope(world.settleEverywhere("1"), "account");
  await world.erase(requestId, "account");

  const { body } = await certificateOf(world, requestId);
  const goneBy = new Date(Date.parse(body.issuedAt) + 4 * 86_400_000).toISOString();
  expect(body.gaps.join("\n")).toMatch(new RegExp(`the queue failed-exports .* is gone by ${goneBy}\\.`));
});

it.each([
  ["coloring-book", "project-members", "dynamodb-mentions"],
  ["image-gen", "grievances", "dynamodb-index"],
])(
  "what is found by no key of the person is counted and certified by itself: %s, %s",
  async (id, store, kind) => {
    const world = await worldOf(id);
    const requestId = await world.openScope(world.settleEverywhere("1"), "account");
    await world.erase(requestId, "account");

    const certificate = await certificateOf(world, requestId);
    const counted = certificate.body.stores.find((one) => one.id === store);
    expect(counted).toMatchObject({ kind, found: 1, deleted: 1, left: 0, verifiedFound: 0 });
    expect(secondVerdict(certificate, world.key)).toBe("Valid.\n");
  },
);

describe("two erasures of one person", () => {
  it("of different things do not join, of the same they do, and each has its tombstone", async () => {
    const world = await scopedWorld(coloringBook);
    const person = world.settleEverywhere("1");
    const scopes = ["page:page-1", "page:page-2", "project:project-10", "account"];
    const ids: string[] = [];
    for (const scope of scopes) ids.push(await world.openScope(person, scope));
    expect(new Set(ids).size).toBe(scopes.length);
    for (const [at, scope] of scopes.entries()) {
      expect(await world.openScope(person, scope)).toBe(ids[at]);
    }

    for (const [at, scope] of scopes.entries()) await world.erase(ids[at] ?? "", scope);

    for (const id of ids) {
      const request = await world.read(id);
      expect(request.progress.state).toBe("completed");
      const tombstone = await world.tombstones.read(request.subjectRef, request);
      expect(tombstone).toMatchObject({ requestId: id, scope: request.scope });
      expect(tombstone?.itemRef).toBe(request.itemRef);
    }
    expect(Object.values(world.keysOf(person)).flat()).toEqual([]);
  });

  it("of one id under two kinds, or of two people, have references of their own", async () => {
    const world = await scopedWorld(coloringBook);
    const [one, other] = [world.settleEverywhere("1"), world.settleEverywhere("2")];
    const opened = [
      await world.openScope(one, "page:same"),
      await world.openScope(one, "project:same"),
      await world.openScope(other, "page:same"),
    ];
    const refs = await Promise.all(opened.map(async (id) => (await world.read(id)).itemRef));
    expect(new Set(refs).size).toBe(3);
    expect(closesAccount("page")).toBe(false);
  });
});
