import { describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { doDuties } from "../../shared/operations/do-duties.ts";
import { watchCopies } from "../../shared/operations/watch-copies.ts";
import { watchLastCopy } from "../../shared/operations/watch-last-copy.ts";
import { backedUpWorld, DAY_MS, erased } from "../world/backups/backed-up-world.ts";
import { certificateOf } from "../world/certificate-of.ts";
import { drainAndLook } from "../world/look-again.ts";

describe("the backups of an erasure", () => {
  it("are none where no plan makes one and none is found: the first certificate is the last", async () => {
    const world = await backedUpWorld({ backups: dreamPortraits.backups });
    const requestId = await erased(world);
    const { body } = await certificateOf(world, requestId);
    expect(world.letters.sent.at(-1)?.text).not.toContain("Backups");
    expect(body).toMatchObject({ final: true, backups: { declared: 0, lookedAt: expect.any(String) } });
    expect(body.backups).not.toHaveProperty("lastCopyGoneBy");
    expect(await world.tasks.listOpen(10)).toEqual([]);
  });

  it("are listed per store, with the last day any can be there: those of now, and one that may be in the making", async () => {
    const world = await backedUpWorld();
    world.recoveryPoints.take("portraits", { place: world.vault, keptDays: 34 });
    world.clock.advance(3 * DAY_MS);
    const at = world.clock.now();

    const requestId = await erased(world);

    const { body } = await certificateOf(world, requestId);
    const lastDay = new Date(at.getTime() + 35 * DAY_MS).toISOString();
    expect(body.final).toBe(false);
    expect(body.backups).toMatchObject({
      declared: 1,
      lastCopyGoneBy: lastDay,
      stores: [{ store: "portraits", copies: 1, withoutEnd: 0, lastDay }],
    });
    expect(body.backups.statement).toContain(lastDay);
    expect((await world.read(requestId)).progress.state).toBe("completed");
    expect(world.letters.sent.at(-1)?.text).toMatch(/Backups of whole stores may still hold it until .*2026/);
  });

  it("say no day where somebody made a copy that nobody ever deletes", async () => {
    const world = await backedUpWorld({ backups: dreamPortraits.backups });
    const requestId = await erased(world, () => {
      world.recoveryPoints.take("catalogue", { kind: "table-backup", keptDays: null });
    });
    const { body } = await certificateOf(world, requestId);
    expect(body.final).toBe(false);
    expect(body.backups).toMatchObject({ stores: [{ store: "catalogue", copies: 1, withoutEnd: 1 }] });
    expect(body.backups.statement).toMatch(/nothing ends/);
  });

  it("of later than the erasure hold nothing of it, and move no day", async () => {
    const world = await backedUpWorld({ backups: dreamPortraits.backups });
    const requestId = await erased(world);
    world.clock.advance(1000);
    world.recoveryPoints.take("portraits", { place: "elsewhere", keptDays: null });
    await world.lookOnLastDay();
    expect((await certificateOf(world, requestId)).body.final).toBe(true);
  });

  it("keep the day they had when another attempt deletes nothing more", async () => {
    const world = await backedUpWorld();
    const requestId = await erased(world);
    const first = (await certificateOf(world, requestId)).body;

    world.clock.advance(2 * 60 * 60_000);
    await drainAndLook(world, requestId);
    const later = (await certificateOf(world, requestId)).body;

    expect(later.attempt).toBe(2);
    expect(later.backups.lastCopyGoneBy).toBe(first.backups.lastCopyGoneBy);
  });

  it("get another day when what came late was deleted", async () => {
    const world = await backedUpWorld();
    const requestId = await erased(world);
    const first = (await certificateOf(world, requestId)).body;

    world.clock.advance(10 * 60_000);
    world.store("portraits").put(world.subject, ["late"]);
    await drainAndLook(world, requestId);
    const later = (await certificateOf(world, requestId)).body;

    expect(later.attempt).toBe(2);
    expect(later.backups.lastCopyGoneBy).toBe(
      new Date(Date.parse(first.backups.lastCopyGoneBy ?? "") + 10 * 60_000).toISOString(),
    );
  });
});

describe("on the last day of the copies", () => {
  it("they are looked for, and the final certificate follows under the same request", async () => {
    const world = await backedUpWorld();
    world.recoveryPoints.take("portraits", { place: world.vault, keptDays: 34 });
    const requestId = await erased(world);
    const first = (await certificateOf(world, requestId)).body;
    const key = (await world.read(requestId)).progress;

    world.clock.set(first.backups.lastCopyGoneBy ?? "");
    world.clock.advance(-1000);
    await world.doDuties();
    expect((await certificateOf(world, requestId)).body.final).toBe(false);

    world.clock.advance(1000);
    world.recoveryPoints.ageOut();
    expect(await world.doDuties()).toMatchObject({ failed: [] });

    const last = await certificateOf(world, requestId);
    expect(last.body).toMatchObject({ final: true, attempt: first.attempt + 1, backups: { declared: 1 } });
    expect(last.body.backups.statement).toMatch(/looked for, and none/);
    expect(last.body.lanes.map(({ lane }) => lane)).toContain(`${requestId}/2/copies-gone`);
    expect((await world.read(requestId)).progress).not.toEqual(key);
    const again = await world.doDuties();
    expect(again.done.filter((id) => id.startsWith("look-for-last-copy"))).toEqual([]);
  });

  it.each([
    ["expires and stays", (world: World) => world.recoveryPoints.loseRole()],
    [
      "is answered as deleted and stays",
      (world: World) => {
        world.recoveryPoints.loseRole();
        world.recoveryPoints.deleteNothing();
      },
    ],
  ])(
    "one that %s is found by looking, and a person gets the task, each day until it is gone",
    async (_, dial) => {
      const world = await backedUpWorld();
      const pointId = world.recoveryPoints.take("portraits", { place: world.vault, keptDays: 34 });
      const requestId = await erased(world);
      dial(world);

      await world.lookOnLastDay();
      expect((await certificateOf(world, requestId)).body.final).toBe(false);
      expect((await world.tasks.openAbout(requestId)).map(({ kind }) => kind)).toEqual(["copy-not-gone"]);

      world.clock.advance(DAY_MS);
      await world.doDuties();
      expect((await certificateOf(world, requestId)).body.final).toBe(false);

      world.recoveryPoints.forget(pointId);
      world.clock.advance(DAY_MS);
      await world.doDuties();
      expect((await certificateOf(world, requestId)).body.final).toBe(true);
      expect(await world.tasks.openAbout(requestId)).toEqual([]);
    },
  );

  it("a continuous copy that was stopped keeps what it held for as long as it said, not as the new one says", async () => {
    const world = await backedUpWorld({}, { copies: "continuous", retentionDays: 30 });
    const old = world.recoveryPoints.begin("portraits", 30, "continuous", world.vault);
    const requestId = await erased(world);
    world.clock.advance(5 * DAY_MS);
    world.recoveryPoints.changeWindow(old, 1);
    const stoppedUntil = new Date(world.clock.now().getTime() + 30 * DAY_MS);

    world.clock.set((await certificateOf(world, requestId)).body.backups.lastCopyGoneBy ?? "");
    await world.doDuties();
    expect((await certificateOf(world, requestId)).body.final).toBe(false);

    world.clock.set(stoppedUntil.toISOString());
    world.recoveryPoints.ageOut();
    await world.doDuties();
    expect((await certificateOf(world, requestId)).body.final).toBe(true);
  });

  it("a window that has moved on holds nothing of it any more, and nothing has to be deleted", async () => {
    const world = await backedUpWorld({}, { copies: "continuous", retentionDays: 30 });
    world.recoveryPoints.begin("portraits", 30, "continuous", world.vault);
    const requestId = await erased(world);
    world.clock.advance(30 * DAY_MS - 1);
    await world.doDuties();
    expect((await certificateOf(world, requestId)).body.final).toBe(false);
    world.clock.advance(2);
    await world.doDuties();
    expect((await certificateOf(world, requestId)).body.final).toBe(true);
  });

  it("a listing that fails certifies nothing, and is tried again", async () => {
    const world = await backedUpWorld();
    const requestId = await erased(world);
    world.clock.set((await certificateOf(world, requestId)).body.backups.lastCopyGoneBy ?? "");
    world.recoveryPoints.failNext("list", new Error("throttled"));
    const { failed } = await doDuties(world, watchLastCopy(world));
    expect(failed.map(({ dutyId }) => dutyId)).toEqual([`look-for-last-copy/${requestId}`]);
    expect((await certificateOf(world, requestId)).body.final).toBe(false);
    await doDuties(world, watchLastCopy(world));
    expect((await certificateOf(world, requestId)).body.final).toBe(true);
  });

  it("killed between the certificate and its record, it comes to the same", async () => {
    const world = await backedUpWorld();
    const requestId = await erased(world);
    world.clock.set((await certificateOf(world, requestId)).body.backups.lastCopyGoneBy ?? "");
    const dying = {
      ...world,
      register: { ...world.register, update: () => Promise.reject(new Error("killed")) },
    };
    expect((await doDuties(dying, watchLastCopy(dying))).failed).toHaveLength(1);
    await doDuties(world, watchLastCopy(world));
    const { body } = await certificateOf(world, requestId);
    expect(body).toMatchObject({ final: true, attempt: 2 });
  });
});

type World = Awaited<ReturnType<typeof backedUpWorld>>;

describe("copies are watched", () => {
  it("and nothing is asked of anybody while each is as the policy says", async () => {
    const world = await backedUpWorld();
    world.recoveryPoints.take("portraits", { place: world.vault, keptDays: 34 });
    await world.watch();
    expect(await world.tasks.listOpen(10)).toEqual([]);
  });

  it.each([
    ["in a vault that nobody declared", { place: "somebodys" }, /no recovery point in somebodys is declared/],
    ["on demand", { kind: "table-backup", keptDays: null }, /no backup on demand is declared/],
    ["of a deleted table", { kind: "system-backup" }, /no backup of a deleted table is declared/],
    [
      "as an export",
      { kind: "export", place: "s3://somewhere", keptDays: null },
      /no export in s3:\/\/somewhere/,
    ],
    ["in the right vault for too long", { place: "vault", keptDays: 36 }, /it is kept until/],
    ["in the right vault for ever", { place: "vault", keptDays: null }, /nobody ever deletes it/],
  ] as const)("one that somebody made is a task within a day: %s", async (_, taking, because) => {
    const world = await backedUpWorld();
    const place = "place" in taking && taking.place === "vault" ? { place: world.vault } : {};
    const pointId = world.recoveryPoints.take("portraits", { ...taking, ...place });
    await world.watch();
    const [task, ...others] = await world.tasks.listOpen(10);
    expect(others).toEqual([]);
    expect(task).toMatchObject({ kind: "copy-not-declared", needs: expect.stringMatching(because) });
    // It may be somebody's only way back: a person decides.
    expect(world.recoveryPoints.contentsOf(pointId).objects).toHaveLength(3);
  });

  it.each(["continuous", "point-in-time"] as const)(
    "a window that nobody declared, too: %s",
    async (kind) => {
      const world = await backedUpWorld();
      world.recoveryPoints.begin("portraits", 7, kind, world.vault);
      await world.watch();
      expect((await world.tasks.listOpen(10)).map(({ kind: of }) => of)).toEqual(["copy-not-declared"]);
    },
  );

  it("what is past its end is deleted, and looked for again", async () => {
    const world = await backedUpWorld();
    world.recoveryPoints.take("portraits", { place: world.vault, keptDays: 34 });
    world.recoveryPoints.loseRole();
    world.clock.advance(36 * DAY_MS);
    world.recoveryPoints.ageOut();
    expect(await world.recoveryPoints.listOf("portraits")).toMatchObject([{ state: "expired" }]);
    await world.watch();
    expect(await world.recoveryPoints.listOf("portraits")).toEqual([]);
    expect(await world.tasks.listOpen(10)).toEqual([]);
  });

  it.each([
    ["is locked", (world: World, id: string) => world.recoveryPoints.lock(id)],
    ["is answered with success and not done", (world: World) => world.recoveryPoints.deleteNothing()],
  ])("what cannot be deleted is a task: the deletion %s", async (_, dial) => {
    const world = await backedUpWorld();
    const pointId = world.recoveryPoints.take("portraits", { place: world.vault, keptDays: 34 });
    world.recoveryPoints.loseRole();
    dial(world, pointId);
    world.clock.advance(36 * DAY_MS);
    world.recoveryPoints.ageOut();
    await world.watch();
    expect((await world.tasks.listOpen(10)).map(({ kind }) => kind)).toEqual(["copy-not-gone"]);
  });

  it("and nothing is deleted while everything is paused", async () => {
    const world = await backedUpWorld();
    world.recoveryPoints.take("portraits", { place: world.vault, keptDays: 34 });
    world.recoveryPoints.loseRole();
    world.clock.advance(36 * DAY_MS);
    world.recoveryPoints.ageOut();
    await world.register.pauseAll({ by: { kind: "breaker" }, at: world.clock.now().toISOString() });
    await world.watch();
    expect(await world.recoveryPoints.listOf("portraits")).toHaveLength(1);
    expect((await world.tasks.listOpen(10)).map(({ kind }) => kind)).toEqual(["copy-not-gone"]);
  });

  it("twice a day", async () => {
    const world = await backedUpWorld();
    const duty = {
      dutyId: "watch-copies",
      kind: "watch-copies",
      about: {},
      dueAt: world.clock.now().toISOString(),
    };
    const next = await watchCopies(world, world.of)["watch-copies"](duty);
    expect(next?.dueAt).toBe(new Date(world.clock.now().getTime() + DAY_MS / 2).toISOString());
  });
});
