import { describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { policy as imageGen } from "../../policies/image-gen.ts";
import type { RecordedScope } from "../../shared/domain/erasure/scope.ts";
import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import { itemReference, subjectReference } from "../../shared/domain/erasure/subject-reference.ts";
import { compilePolicy } from "../../shared/domain/policy/compile-policy.ts";
import type { PolicyDeclaration } from "../../shared/domain/policy/policy.ts";
import { knownName, type NamedThing } from "../../shared/domain/retention/named-thing.ts";
import { mayRead } from "../../shared/operations/may-read.ts";
import type { KnownThing } from "../../shared/operations/ports.ts";
import { virtualClock } from "../world/clock.ts";
import { fixedSubjectKeys, inMemoryTombstones } from "../world/small-ports.ts";

const ANN = subjectIdOf("ann");
const PHOTO = { store: "photos", key: "users/ann/photo.jpg" };
const PORTRAIT = { store: "portraits", key: "users/ann/7.png" };
const STORED = "2026-11-23T10:00:00.000Z";
/** 24 hours, and an hour before they are over. */
const DUE = "2026-11-24T09:00:00.000Z";
const BEFORE_DUE = "2026-11-24T08:59:59.999Z";

/** One thing that was told of or not, and what the store says of it. */
function looking({
  declaration = dreamPortraits,
  facts = [`created@${STORED}`],
  takenAt,
  storedAt,
  now = BEFORE_DUE,
}: {
  readonly declaration?: PolicyDeclaration;
  readonly facts?: readonly string[];
  readonly takenAt?: string;
  readonly storedAt?: string;
  readonly now?: string;
} = {}) {
  const { policy } = compilePolicy(declaration);
  const tombstones = inMemoryTombstones();
  const subjectKeys = fixedSubjectKeys();
  const records = {
    read: async (things: readonly KnownThing["thing"][]) =>
      things.map((thing) =>
        facts.length === 0
          ? undefined
          : { thing, facts: new Set(facts), keepUntil: now, ...(takenAt ? { takenAt } : {}) },
      ),
  };
  const ports = {
    records,
    tombstones,
    subjectKeys,
    clock: virtualClock(now),
    storedAt: async () => storedAt,
  };
  return {
    mayRead: (named: NamedThing) => mayRead(ports, policy, knownName(policy, named)),
    erase: async (scope: RecordedScope, erasedAt: string) => {
      const subjectRef = subjectReference(await subjectKeys.current(), policy.service.id, ANN);
      await tombstones.put({
        schema: "lethe.tombstone/1",
        service: policy.service.id,
        region: "eu-central-1",
        requestId: "req_1",
        subjectRef,
        ...scope,
        erasedAt,
        expiresAt: "2028-01-01T00:00:00.000Z",
      });
    },
    imageRef: async (id: string) =>
      itemReference(await subjectKeys.current(), policy.service.id, ANN, { kind: "image", id }),
  };
}

describe("a thing", () => {
  it("may be read until the clock would delete it, and is told until when", async () => {
    expect(await looking().mayRead(PHOTO)).toEqual({
      readable: true,
      because: "its time is not over",
      until: DUE,
    });
  });

  it("may not be read from then on, though it be still there", async () => {
    expect(await looking({ now: DUE }).mayRead(PHOTO)).toEqual({
      readable: false,
      because: `its time was over at ${DUE}`,
    });
  });

  it("may not be read after the event that ends it sooner", async () => {
    const facts = [`created@${STORED}`, "generation-completed@2026-11-23T10:05:00.000Z"];
    expect(await looking({ facts }).mayRead(PHOTO)).toMatchObject({ readable: false });
  });

  it("may not be read once the sweeper has taken it", async () => {
    const taken = looking({ takenAt: "2026-11-24T08:59:00.000Z" });
    expect(await taken.mayRead(PHOTO)).toMatchObject({ readable: false });
  });

  it("may be read again if it was stored again after that", async () => {
    const again = { takenAt: DUE, facts: [`created@${STORED}`, "created@2026-11-24T10:00:00.000Z"] };
    const later = looking({ ...again, now: "2026-11-24T10:00:01.000Z" });
    expect(await later.mayRead(PHOTO)).toMatchObject({ readable: true });
  });

  it("is not read if nobody can tell since when it is there", async () => {
    expect(await looking({ facts: [] }).mayRead(PHOTO)).toMatchObject({
      readable: false,
      because: "it is not known when it was stored",
    });
  });

  it("of which no event came yet is judged by when the store says that it was stored", async () => {
    expect(await looking({ facts: [], storedAt: STORED }).mayRead(PHOTO)).toMatchObject({ until: DUE });
    const late = looking({ facts: [], storedAt: STORED, now: DUE });
    expect(await late.mayRead(PHOTO)).toMatchObject({ readable: false });
  });

  it("that nothing ends but an erasure needs no record of its creation", async () => {
    expect(await looking({ facts: [] }).mayRead(PORTRAIT)).toEqual({
      readable: true,
      because: "its time is not over",
    });
  });
});

describe("a thing of the erased", () => {
  it.each<RecordedScope>([{ scope: "account" }, { scope: "minor" }, { scope: "preserve-and-report" }])(
    "may not be read, whenever it was stored: $scope",
    async (scope) => {
      const world = looking();
      await world.erase(scope, "2026-11-23T09:00:00.000Z");
      const reads = [world.mayRead(PHOTO), world.mayRead(PORTRAIT)];
      const expected = scope.scope === "preserve-and-report" ? [true, false] : [false, false];
      expect((await Promise.all(reads)).map(({ readable }) => readable)).toEqual(expected);
    },
  );

  it("may be read again where it was stored after an erasure that left the account", async () => {
    const world = looking();
    await world.erase({ scope: "category", category: "original-photo" }, "2026-11-23T09:59:59.999Z");
    expect(await world.mayRead(PHOTO)).toMatchObject({ readable: true });
    await world.erase({ scope: "category", category: "facial-landmarks" }, STORED);
    expect(await world.mayRead(PHOTO)).toMatchObject({ readable: true });
    const before = looking();
    await before.erase({ scope: "category", category: "original-photo" }, STORED);
    expect(await before.mayRead(PHOTO)).toMatchObject({
      readable: false,
      because: "it was erased or sealed",
    });
  });

  it("is told from others of the person by its id", async () => {
    const world = looking();
    await world.erase({ scope: "image", itemRef: await world.imageRef("7.png") }, STORED);
    expect(await world.mayRead(PORTRAIT)).toMatchObject({ readable: false });
    expect(await world.mayRead({ ...PORTRAIT, key: "users/ann/77.png" })).toMatchObject({ readable: true });
    expect(await world.mayRead({ ...PORTRAIT, key: "users/ben/7.png" })).toMatchObject({ readable: true });
  });

  it("may be read where a law keeps it", async () => {
    const world = looking({ declaration: imageGen, facts: [`created@${STORED}`] });
    await world.erase({ scope: "account" }, STORED);
    const invoice = { store: "billing", item: { owner: "SUBJECT#ann", invoice: "1" } };
    expect(await world.mayRead(invoice)).toMatchObject({ readable: true });
    expect(await world.mayRead({ store: "free-work", key: "users/ann/1" })).toMatchObject({
      readable: false,
    });
  });
});
