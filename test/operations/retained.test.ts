import { beforeEach, describe, expect, it } from "vitest";
import { policy as imageGen } from "../../policies/image-gen.ts";
import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import { newHoldId } from "../../shared/domain/holds/hold-id.ts";
import { placeHold } from "../../shared/operations/place-hold.ts";
import { releaseHold } from "../../shared/operations/release-hold.ts";
import { certificateOf } from "../world/certificate-of.ts";
import { type ErasureWorld, erasureWorld } from "../world/erasure-world.ts";
import { ENTRIES, begun as invoicesBegun, WITH_INVOICES } from "../world/killed.ts";
import { untilNothingIsDue } from "../world/look-again.ts";
import { scopedWorld } from "../world/scoped-world.ts";
import { KEPT_UNTIL } from "../world/stores/in-memory-retained-store.ts";
import { INVOICE_KEPT } from "../world/with-invoices.ts";

const STAFF = { kind: "staff", name: "ada" } as const;
const HOLDABLE = { holdable: true, holdException: { promise: "DP1", legalBasis: "GDPR Art. 17(3)(e)" } };
const PASSES = 3;

let world: ErasureWorld;
let person: SubjectId;
let requestId: string;

beforeEach(async () => {
  ({ world, person, requestId } = await invoicesBegun());
});

const invoices = () => world.retainedStore("invoices");
const bodyOf = async (id: string) => (await certificateOf(world, id)).body;
const laneOf = async (attempt = 1) =>
  (await world.ledger.readLane(`${requestId}/${attempt}/invoices`)).map(({ body }) => body);

describe("what a duty keeps of an erased account", () => {
  it("is cut, under a pseudonym, and stated with what is in it, why and until when", async () => {
    await world.run(requestId);

    expect(invoices().holds(person)).toEqual([]);
    expect(invoices().kept(person)).toHaveLength(ENTRIES);
    const { retained, stores, final } = await bodyOf(requestId);
    const { legalBasis, keeps } = INVOICE_KEPT;
    const pseudonymised = { store: "invoices", records: ENTRIES, keeps };
    expect(retained).toContainEqual({ category: "invoice", legalBasis, until: KEPT_UNTIL, pseudonymised });
    expect(stores.find(({ id }) => id === "invoices")).toMatchObject({
      ...{ found: ENTRIES, deleted: 0, pseudonymised: ENTRIES, left: 0, retained: 0 },
      ...{ outcome: "retained-until", verifiedFound: 0 },
    });
    // Nothing of it is to be deleted by this request any more: its end comes by itself.
    expect(final).toBe(true);
  });

  it("is told to the person in the letter", async () => {
    await world.run(requestId);
    const [line = ""] = /^- Invoices:.*(\n {2}.*)*/m.exec(world.letters.sent[0]?.text ?? "") ?? [];
    expect(line.replace(/\n +/g, " ")).toMatch(
      new RegExp(
        `^- Invoices: kept under a pseudonym in place of your account, ${ENTRIES} records cut down to invoice, amount, until 20 November 2036 at \\d\\d:\\d\\d UTC \\(GDPR Art\\. 6\\(1\\)\\(c\\): a tax law\\)$`,
      ),
    );
  });

  it("is written down before and after, in the lane of its store", async () => {
    await world.run(requestId);
    expect(await laneOf()).toEqual([
      { kind: "retain-intended", store: "invoices", planned: ENTRIES },
      {
        ...{ kind: "retain-ended", store: "invoices", pseudonymised: ENTRIES },
        ...{ deleted: 0, left: 0, finished: true },
      },
      { kind: "sealed", remaining: 0 },
    ]);
  });

  it("is not spoken of if there is nothing of it", async () => {
    world = await erasureWorld({}, WITH_INVOICES);
    const id = await world.open(world.settle("nobody", 0));
    await world.drainAndRun(id);
    expect((await bodyOf(id)).retained.map(({ category }) => category)).not.toContain("invoice");
    expect(world.letters.sent[0]?.text).not.toContain("Invoices");
  });

  it("is kept once when it is erased again, and the later certificate says so, too", async () => {
    await world.run(requestId);
    await untilNothingIsDue(world, requestId);
    const again = await world.open(person);
    await world.drainAndRun(again);

    expect(again).not.toBe(requestId);
    expect(invoices().kept(person)).toHaveLength(ENTRIES);
    const { retained, stores } = await bodyOf(again);
    expect(retained).toContainEqual(
      expect.objectContaining({ pseudonymised: expect.objectContaining({ records: ENTRIES }) }),
    );
    expect(stores.find(({ id }) => id === "invoices")).toMatchObject({
      found: 0,
      pseudonymised: 0,
      outcome: "retained-until",
    });
  });

  it("has nothing to do with who signs up again", async () => {
    await world.run(requestId);
    const anew = world.settle("7c1d", 3);
    await untilNothingIsDue(world, requestId);
    expect(invoices().holds(anew)).toHaveLength(3);
    expect(invoices().kept(anew)).toEqual([]);
    expect(invoices().kept(person)).toHaveLength(ENTRIES);
  });

  it.each(["account", "minor"])(
    "of the service with tax records, erased as %s, is said (IG1)",
    async (scope) => {
      const scoped = await scopedWorld(imageGen);
      const subject = scoped.settleEverywhere("1");
      const records = scoped.keysOf(subject).billing?.length;
      const id = await scoped.openScope(subject, scope);
      await scoped.erase(id, scope);

      expect(records).toBeGreaterThan(0);
      expect(Object.values(scoped.keysOf(subject)).flat()).toEqual([]);
      const { body } = await certificateOf(scoped, id);
      expect(body.retained).toContainEqual(
        expect.objectContaining({
          category: "billing-record",
          legalBasis: "CGST Act 2017 s. 36 (India)",
          pseudonymised: expect.objectContaining({ store: "billing", records }),
        }),
      );
      expect(scoped.letters.sent[0]?.text).toMatch(/Invoices and payments.*under a\s+pseudonym.*CGST/s);
    },
  );
});

describe("what cuts records, and does it badly", () => {
  it.each([
    ["leaves an attribute that nobody needs", () => invoices().cutBadly("entry-3")],
    ["misses a record", () => invoices().hide(person, "entry-3")],
  ])("is caught by the verifier, and nothing is certified as done: %s", async (_, goWrong) => {
    goWrong();
    await world.run(requestId);

    const request = await world.read(requestId);
    expect(request.progress).toMatchObject({
      state: "waiting",
      reason: expect.stringContaining("1 in invoices could not be deleted"),
    });
    expect((await laneOf()).filter(({ kind }) => kind === "retain-ended")).toHaveLength(PASSES);
    const { final, stores, retained } = await bodyOf(requestId);
    expect(final).toBe(false);
    expect(stores.find(({ id }) => id === "invoices")).toMatchObject({
      verifiedFound: 1,
      outcome: "not-possible",
    });
    expect(retained).toContainEqual(
      expect.objectContaining({ pseudonymised: expect.objectContaining({ records: ENTRIES - 1 }) }),
    );
    expect(world.letters.sent).toEqual([]);
    const tasks = await world.tasks.openAbout(requestId);
    expect(tasks.map(({ kind }) => kind)).toContain("left-behind");
  });
});

describe("a hold over records that a duty keeps a part of", () => {
  it("leaves them whole and under the person's id, lists them, and they are cut once it is released", async () => {
    const retention = WITH_INVOICES.retention.map((rule) =>
      rule.category === "invoice" ? { ...rule, ...HOLDABLE } : rule,
    );
    world = await erasureWorld({ retention }, WITH_INVOICES);
    person = world.settle("1", ENTRIES);
    requestId = await world.open(person);
    const placed = await placeHold(world, world.compiled.policy, {
      ...{ owner: "Legal", reason: "Claim 12", legalBasis: "GDPR Art. 17(3)(e)", reviewOn: "2027-06-01" },
      ...{ by: STAFF, region: "eu-central-1", store: "invoices", item: "entry-4" },
      holdId: newHoldId(world.clock.now(), new Uint8Array(16).fill(9)),
    });
    await world.drainAndRun(requestId);

    expect(invoices().holds(person)).toEqual(["entry-4"]);
    expect(invoices().kept(person)).toHaveLength(ENTRIES - 1);
    expect((await bodyOf(requestId)).stores.find(({ id }) => id === "invoices")).toMatchObject({
      ...{ found: ENTRIES, deleted: 0, pseudonymised: ENTRIES - 1, left: 0, retained: 1 },
      leftBehind: [{ code: "LegalHold", retainedUntil: "2027-06-01T00:00:00.000Z" }],
    });

    const holdId = placed.placed ? placed.hold.holdId : "";
    await releaseHold(world, world.compiled.policy, { holdId, by: STAFF });
    await world.drainAndRun(requestId);
    expect((await world.read(requestId)).progress.state).toBe("completed");
    expect(invoices().holds(person)).toEqual([]);
    expect(invoices().kept(person)).toHaveLength(ENTRIES);
  });
});
