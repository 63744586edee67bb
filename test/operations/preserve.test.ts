import { beforeEach, describe, expect, it } from "vitest";
import { sealIdOf } from "../../shared/domain/holds/hold-id.ts";
import { dueAt } from "../../shared/domain/requests/erasure-request.ts";
import { checkLedger } from "../../shared/operations/check-ledger.ts";
import { extendSeal } from "../../shared/operations/extend-seal.ts";
import { releaseHold } from "../../shared/operations/release-hold.ts";
import { certificateOf } from "../world/certificate-of.ts";
import {
  ADA,
  approved,
  countsOf,
  ENTRIES,
  GRACE,
  NOT_SEALED,
  openSealing,
  SEALED,
  type SealedStory,
  sealedPerson,
  worldWithPerson,
} from "../world/sealed-story.ts";
import { secondVerdict } from "../world/second-verdict.ts";
import { gateHolding } from "../world/stores/gates.ts";

const ALL = [...SEALED, ...NOT_SEALED];
/** A day of the virtual clock begins at ten o'clock: 365 days later it is the midnight after. */
const END = "2027-11-24T00:00:00.000Z";

describe("somebody who is preserved", () => {
  let story: SealedStory;
  beforeEach(async () => {
    story = await sealedPerson();
  });

  it("cannot sign in, loses nothing, and is under a seal of two people with its end", async () => {
    const { world, person, requestId } = story;
    expect(world.accounts.maySignIn(person)).toBe(false);
    expect(countsOf(world, person, ALL)).toEqual(
      [1, ENTRIES, ENTRIES, ENTRIES, ENTRIES].sort((a, b) => b - a),
    );
    const [seal] = await world.holds.active();
    expect(seal).toMatchObject({
      holdId: sealIdOf(requestId),
      owner: "ada and grace",
      legalBasis: "GDPR Art. 17(3)(b), (e)",
      reviewOn: END.slice(0, 10),
      seal: { by: [ADA, GRACE], until: END, stores: SEALED, requestId },
    });
    expect(JSON.stringify(seal)).not.toMatch(/person-1|hotline/);
  });

  it("is certified as sealed, by references alone, and not for good", async () => {
    const { world, requestId } = story;
    const certificate = await certificateOf(world, requestId);
    expect(secondVerdict(certificate, world.key)).toBe("Valid.\n");
    const { body } = certificate;
    expect(body).toMatchObject({ scope: "preserve-and-report", final: false });
    expect(body.stores.map(({ id }) => id).sort()).toEqual(SEALED.toSorted());
    for (const store of body.stores) {
      const found = store.kind === "cognito" ? 1 : ENTRIES;
      expect(store).toMatchObject({ found, deleted: 0, left: 0, retained: found, verifiedFound: found });
      expect(store.outcome).toBe("retained-until");
    }
    const request = await world.read(requestId);
    expect(body.sealed).toMatchObject({
      holdId: sealIdOf(requestId),
      until: END,
      planDigest: request.approval?.planDigest,
      approvedAt: request.approval?.at,
      statement: expect.stringMatching(/^Nothing was deleted/),
    });
    expect(body.retained.map(({ category, until }) => [category, until])).toEqual([
      ["generated-image", END],
      ["catalogue-entry", END],
      ["account", END],
    ]);
    expect(body.gaps.join(" ")).toMatch(/Not sealed.*photos, landmarks/);
    expect(body.gaps.join(" ")).toMatch(/AWS goes on deleting by age in catalogue/);
    expect(JSON.stringify(body)).not.toMatch(/\b(ada|grace)\b|hotline|person-1/);
    expect((await checkLedger(world)).findings).toEqual([]);
  });

  it("is not told, and their address is not kept", async () => {
    const { world, person, requestId } = story;
    expect(await world.register.readContact(requestId)).toBeUndefined();
    await lifted(story);
    await world.drainAndRun(requestId);
    expect((await world.read(requestId)).progress.state).toBe("completed");
    expect(world.letters.sent).toEqual([]);
    expect(JSON.stringify(await world.tasks.list(10))).not.toContain(person);
  });

  it("has what came by old permission sealed and counted, and never purged", async () => {
    const { world, person, requestId } = story;
    const late = dueAt(await world.read(requestId)) ?? "";
    // An hour after the freeze permission has ended, and five minutes later every upload that began with it.
    expect(late).toBe("2026-11-23T11:05:00.000Z");
    for (const id of ["portraits", "catalogue"]) world.store(id).put(person, ["late"]);
    world.clock.set(late);
    await world.drainAndRun(requestId);

    expect(countsOf(world, person, ["portraits", "catalogue"])).toEqual([ENTRIES + 1, ENTRIES + 1]);
    const { body } = await certificateOf(world, requestId);
    expect(body.attempt).toBe(2);
    expect(body.stores.find(({ id }) => id === "portraits")).toMatchObject({
      retained: ENTRIES + 1,
      deleted: 0,
    });
    expect(body.lateWrites).toMatchObject({ purged: 0 });
  });

  it("is said to have less when something else took it", async () => {
    const { world, person, requestId } = story;
    const allButOne = gateHolding(({ id }) => id !== "entry-0");
    await world.store("catalogue").eraser.erase(person, allButOne, async () => undefined);
    world.clock.set(dueAt(await world.read(requestId)) ?? "");
    await world.drainAndRun(requestId);
    const { body } = await certificateOf(world, requestId);
    expect(body.stores.find(({ id }) => id === "catalogue")).toMatchObject({
      found: ENTRIES - 1,
      deleted: 0,
    });
    expect(body.gaps.join(" ")).toContain(`1 of ${ENTRIES} entries that were under the seal in catalogue`);
  });

  it("is counted three times at most while ever more comes, and certified as other code sees it", async () => {
    const { world, person } = await worldWithPerson();
    const requestId = await openSealing(world, person);
    await approved(world, requestId);
    let more = 0;
    world.store("portraits").verifier.countRemaining = async () => {
      more += 1;
      return ENTRIES + more;
    };
    await world.run(requestId);
    expect((await world.read(requestId)).progress.state).toBe("waiting");
    const { body } = await certificateOf(world, requestId);
    expect(body.stores.find(({ id }) => id === "portraits")?.retained).toBe(ENTRIES + 3);
  });

  it("is copied by a person from where AWS deletes by age, asked once", async () => {
    const { world, requestId } = story;
    const [task] = await world.tasks.openAbout(requestId);
    expect(task).toMatchObject({ kind: "copy-sealed", needs: expect.stringContaining("catalogue") });
    world.clock.set(dueAt(await world.read(requestId)) ?? "");
    await world.drainAndRun(requestId);
    expect(await world.tasks.openAbout(requestId)).toHaveLength(1);
  });
});

describe("the seal", () => {
  it.each([
    ["an account", "account"],
    ["a minor", "minor"],
  ] as const)(
    "keeps what it covers from an erasure of %s that came first, and from one that comes after",
    async (_, kind) => {
      for (const order of ["before", "after"]) {
        const { world, person } = await worldWithPerson();
        const erasing = () => world.open(person, { kind: "subject" }, world, { kind });
        const first = order === "before" ? await erasing() : undefined;
        if (first) await world.drain();
        const sealing = await openSealing(world, person);
        await approved(world, sealing);
        await world.run(sealing);
        const erasure = first ?? (await erasing());
        if (!first) await world.drain();
        await world.run(erasure);

        const { progress } = await world.read(erasure);
        expect(progress, order).toMatchObject({ state: "waiting", dueAt: END });
        expect(countsOf(world, person, SEALED)).toEqual([ENTRIES, ENTRIES, 1]);
        expect(countsOf(world, person, NOT_SEALED)).toEqual([0, 0]);

        await lifted({ world, person, requestId: sealing });
        await world.drainAndRun(erasure);
        expect((await world.read(erasure)).progress.state).toBe("completed");
        expect(countsOf(world, person, ALL)).toEqual([0, 0, 0, 0, 0]);
      }
    },
  );

  it("keeps what comes late from an erasure that had completed", async () => {
    const { world, person } = await worldWithPerson();
    const erasure = await world.open(person);
    await world.drainAndRun(erasure);
    world.store("portraits").put(person, ["late"]);
    const sealing = await openSealing(world, person);
    await approved(world, sealing);
    await world.run(sealing);
    world.clock.set(dueAt(await world.read(erasure)) ?? "");
    await world.drain();
    await world.run(erasure);
    expect(countsOf(world, person, ["portraits"])).toEqual([1]);
  });

  it("is lifted by nobody alone: the first asks, and another one lifts it", async () => {
    const { world, requestId } = await sealedPerson();
    const holdId = sealIdOf(requestId);
    const by = (name: string) =>
      releaseHold(world, world.compiled.policy, { holdId, by: { kind: "staff", name } });
    expect(await by("ada")).toMatchObject({ because: "needs-a-second-person" });
    expect(await by(" Ada")).toMatchObject({ because: "asked-by-the-same-person" });
    expect(await world.holds.active()).toHaveLength(1);
    await expect(
      world.holds.release(holdId, { by: ADA, at: world.clock.now().toISOString() }, 1),
    ).rejects.toMatchObject({ name: "SealNeedsTwoPeople" });
    expect(await by("grace")).toMatchObject({ isFirst: true, lookedAtAgain: [requestId] });
    expect(await world.holds.active()).toEqual([]);

    await world.drainAndRun(requestId);
    const { body } = await certificateOf(world, requestId);
    expect(secondVerdict(await certificateOf(world, requestId), world.key)).toBe("Valid.\n");
    expect(body).toMatchObject({ final: true, sealed: { liftedAt: world.clock.now().toISOString() } });
    expect(await world.read(requestId)).not.toHaveProperty("subjectId");
    expect(await world.tasks.openAbout(requestId)).toEqual([]);
  });

  it("asks two people in time before its end, and no more once they have extended it", async () => {
    const { world, requestId } = await sealedPerson();
    const holdId = sealIdOf(requestId);
    await untilAsked(world, requestId);
    expect(world.clock.now().toISOString()).toBe("2027-10-25T00:00:00.000Z");
    const [task] = (await world.tasks.openAbout(requestId)).filter(({ kind }) => kind === "preserve-ends");
    expect(task).toMatchObject({ dueAt: END, needs: expect.stringMatching(/extend.*or lift/) });

    const extend = (name: string, until: string) =>
      extendSeal(world, world.compiled.policy, { holdId, until, by: { kind: "staff", name } });
    expect(await extend("ada", "2027-11-24")).toMatchObject({ outcome: "not-later" });
    expect(await extend("ada", "2029-01-01")).toMatchObject({ outcome: "too-long" });
    expect(await extend("ada", "2028-06-30")).toEqual({ outcome: "needs-a-second-person" });
    expect(await extend("ada", "2028-06-30")).toEqual({ outcome: "asked-by-the-same-person" });
    expect(await extend("grace", "2028-07-01")).toEqual({ outcome: "needs-a-second-person" });
    expect((await world.holds.read(holdId))?.seal?.until).toBe(END);
    expect(await extend("ada", "2028-07-01")).toMatchObject({ outcome: "extended" });

    await world.drainAndRun(requestId);
    expect((await world.tasks.openAbout(requestId)).map(({ kind }) => kind)).not.toContain("preserve-ends");
    const { body } = await certificateOf(world, requestId);
    expect(body.sealed?.until).toBe("2028-07-01T00:00:00.000Z");
    expect(body.retained.every(({ until }) => until === body.sealed?.until)).toBe(true);
  });

  it("stands when its end has passed and nobody decided, and asks again", async () => {
    const { world, person, requestId } = await sealedPerson();
    for (let looks = 0; looks < 20 && world.clock.now().toISOString() < "2028-02-01"; looks += 1) {
      world.clock.set(dueAt(await world.read(requestId)) ?? "");
      await world.drainAndRun(requestId);
    }
    expect(countsOf(world, person, SEALED)).toEqual([ENTRIES, ENTRIES, 1]);
    expect(await world.holds.active()).toHaveLength(1);
    expect((await world.tasks.openAbout(requestId)).map(({ kind }) => kind)).toContain("preserve-ends");
  });
});

async function untilAsked(world: SealedStory["world"], requestId: string): Promise<void> {
  for (let looks = 0; looks < 20; looks += 1) {
    const kinds = (await world.tasks.openAbout(requestId)).map(({ kind }) => kind);
    if (kinds.includes("preserve-ends")) return;
    world.clock.set(dueAt(await world.read(requestId)) ?? "");
    await world.drainAndRun(requestId);
  }
}

async function lifted({ world, requestId }: SealedStory): Promise<void> {
  const asked = { holdId: sealIdOf(requestId) };
  await releaseHold(world, world.compiled.policy, { ...asked, by: ADA });
  await releaseHold(world, world.compiled.policy, { ...asked, by: GRACE });
}
