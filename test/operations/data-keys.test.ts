import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import {
  CategoryWithoutOwnKey,
  KEY_CACHED_MS,
  KeyDestroyed,
  SubjectErased,
  sealedClient,
} from "../../client/sealed.ts";
import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import { subjectReference } from "../../shared/domain/erasure/subject-reference.ts";
import type { Hold } from "../../shared/domain/holds/hold.ts";
import { type ErasureWorld, erasureWorld } from "../world/erasure-world.ts";
import { holdNumber } from "../world/holds.ts";
import { ownKeyPolicy } from "../world/own-key-policy.ts";

const FACE = "facial-landmarks";
const TEXT = Buffer.from("the corners of the eyes");
let world: ErasureWorld;
let person: SubjectId;

beforeEach(async () => {
  world = await erasureWorld({}, ownKeyPolicy);
  person = world.settle("1", 2);
});

/** Another process of the service: what it remembers, nobody else does. */
const client = () => sealedClient({ ...world, policy: async () => world.compiled, random: randomBytes });
const refOf = async (subject: SubjectId) =>
  subjectReference(await world.subjectKeys.current(), world.compiled.policy.service.id, subject);

describe("what is encrypted under a person's own key", () => {
  it("opens for them, wherever its copies lie, until they are erased; then no copy does", async () => {
    const sealed = await client().seal(person, FACE, TEXT);
    const copies = [sealed, structuredClone(sealed), Buffer.from(sealed)];
    for (const copy of copies)
      expect(Buffer.from(await client().open(person, FACE, copy)).equals(TEXT)).toBe(true);

    await world.drainAndRun(await world.open(person));

    for (const copy of copies) await expect(client().open(person, FACE, copy)).rejects.toThrow(KeyDestroyed);
  });

  it("is closed before the first thing is deleted, with the intent on record before", async () => {
    const sealed = await client().seal(person, FACE, TEXT);
    const requestId = await world.open(person);
    await world.drain();
    world.store("portraits").failNext("erase", new Error("away"));
    await world.run(requestId);
    expect(world.store("portraits").holds(person)).toHaveLength(2);
    await expect(client().open(person, FACE, sealed)).rejects.toThrow(KeyDestroyed);
    const lane = await world.ledger.readLane(`${requestId}/1/subject`);
    expect(lane.map(({ body }) => body)).toEqual(
      expect.arrayContaining([
        { kind: "keys-destruction-intended", keys: 2 },
        { kind: "keys-destroyed", keys: 2, held: 0 },
      ]),
    );
  });

  it("goes with the face alone if only that is erased, and a neighbour's never does", async () => {
    const neighbour = world.settle("10", 2);
    const theirs = await client().seal(neighbour, FACE, TEXT);
    const photo = await client().seal(person, "original-photo", TEXT);
    await world.drainAndRun(
      await world.open(person, { kind: "subject" }, world, { kind: "category", category: FACE }),
    );
    expect(Buffer.from(await client().open(neighbour, FACE, theirs)).equals(TEXT)).toBe(true);
    expect(Buffer.from(await client().open(person, "original-photo", photo)).equals(TEXT)).toBe(true);
    expect(await world.dataKeys.read(await refOf(person), FACE)).toBeUndefined();
  });

  it("opens from memory for a minute more at most, and not in the next one", async () => {
    const process = client();
    const sealed = await process.seal(person, FACE, TEXT);
    await process.open(person, FACE, sealed);
    await world.dataKeys.destroy(await refOf(person), [FACE]);
    world.clock.advance(KEY_CACHED_MS - 1);
    expect(Buffer.from(await process.open(person, FACE, sealed)).equals(TEXT)).toBe(true);
    world.clock.advance(1);
    await expect(process.open(person, FACE, sealed)).rejects.toThrow(KeyDestroyed);
  });

  it("is kept while a seal stands over any of it", async () => {
    await client().seal(person, FACE, TEXT);
    const seal: NonNullable<Hold["seal"]> = {
      ...{
        stores: ["landmarks"],
        until: "2027-11-24T00:00:00.000Z",
        planDigest: "0".repeat(64),
        revision: 1,
      },
      requestId: "req_00000000000000000000000001",
      by: [
        { kind: "staff", name: "ada" },
        { kind: "staff", name: "grace" },
      ],
    };
    await world.holds.place({ ...holdNumber(1, { covers: { subjectRef: await refOf(person) } }), seal });
    await world.drainAndRun(await world.open(person));
    expect(await world.dataKeys.read(await refOf(person), FACE)).toBeDefined();
  });

  it("is not called erased if the key is still there", async () => {
    await client().seal(person, FACE, TEXT);
    world.dataKeys.destroyNothingOnce();
    const requestId = await world.open(person);
    expect((await world.drainAndRun(requestId)).progress.state).not.toBe("completed");
    world.clock.advance(3_600_000);
    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
    expect(await world.dataKeys.read(await refOf(person), FACE)).toBeUndefined();
  });

  it("is not written any more once they were erased, and only of categories that the policy marks", async () => {
    await expect(client().seal(person, "generated-image", TEXT)).rejects.toThrow(CategoryWithoutOwnKey);
    await world.drainAndRun(await world.open(person));
    await expect(client().seal(person, FACE, TEXT)).rejects.toThrow(SubjectErased);
    expect(await world.dataKeys.read(await refOf(person), FACE)).toBeUndefined();
  });
});
