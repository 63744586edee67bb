import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { demoClock } from "../../local/demo/demo-clock.ts";
import { sendAway } from "../../local/demo/send-away.ts";
import { storePerson } from "../../local/demo/store-person.ts";
import { measureDroppedFromCache } from "../../local/measure/dropped-from-cache.ts";
import { recordedStandIns } from "../../local/stand-ins/at-the-desk.ts";
import { PartyStatesSchema } from "../../local/stand-ins/desk.ts";
import { openStandIns } from "../../local/stand-ins/local-stand-ins.ts";
import { dynamodbProcessorAsks } from "../../shared/adapters/aws/dynamodb-processor-asks.ts";
import { dynamodbRequestRegister } from "../../shared/adapters/aws/dynamodb-request-register.ts";
import { dynamodbDuties } from "../../shared/adapters/clock/dynamodb-duties.ts";
import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import { CertificateBodySchema } from "../../shared/domain/ledger/certificate.ts";
import { processorsWithCopies } from "../../shared/domain/policy/copies-elsewhere.ts";
import { storesSealed } from "../../shared/domain/policy/sealed-stores.ts";
import { TaskSchema } from "../../shared/domain/tasks/task.ts";
import { askAgainAt } from "../../shared/operations/ask-again.ts";
import { type Service, startService, storesOf } from "./service.ts";

const OBJECTS = 2;
const PATIENTLY = { timeout: 60_000, interval: 500 };
const CountsSchema = z.record(z.string(), z.number());
const ReportSchema = z.looseObject({
  requestId: z.string(),
  state: z.string(),
  reason: z.string().optional(),
  certificate: z.string().nullable(),
  processors: z.array(
    z.looseObject({ id: z.string(), outcome: z.string().nullable(), gap: z.string().nullable() }),
  ),
});
const ListedSchema = z.object({ tasks: z.array(TaskSchema.extend({ overdue: z.boolean() })) });
const HoldsSchema = z.array(z.looseObject({ holdId: z.string(), owner: z.string() }));

/** Of each policy, the third party that says it deleted and did not. */
const LIAR: Readonly<Record<string, string>> = { "gpt-image": "openai", "image-designer": "openrouter" };

const DROPPED = { mechanism: { mechanism: "dropped-from-cache", store: "work" } };

/** Which policies declare which of the two scopes that delete nothing. */
const DECLARED = {
  "gpt-image": ["processors", "preserve-and-report"],
  "image-designer": ["processors", "preserve-and-report"],
  "dream-portraits": ["preserve-and-report"],
  "image-gen": ["preserve-and-report"],
} as const;

describe.each(Object.entries(DECLARED))("scopes of %s that delete nothing", (policy, declared) => {
  const [person, neighbour] = [subjectIdOf("person-1"), subjectIdOf("person-10")];
  let service: Service;
  let where: string;
  let standIns: ReadonlySet<string>;
  let stopStandIns: () => Promise<void>;

  beforeAll(async () => {
    service = await startService(policy);
    where = await storesOf(service);
    writeFileSync(join(service.home, "public.pem"), service.publicKeyPem);
    await storePerson(service.demo, person, OBJECTS);
    const { aws, home, demo, outputs } = service;
    const running = await openStandIns({ aws, home, demo, outputs });
    stopStandIns = running.stop;
    standIns = new Set(running.parties.keys());
    const desk = recordedStandIns(home);
    // Only where they are asked: an account that is sealed or erased here is another story.
    if (!desk || LIAR[policy] === undefined) return;
    for (const one of [person, neighbour]) await sendAway(demo.sending, desk, one);
  });
  afterAll(async () => {
    await stopStandIns();
    await service.stop();
  });

  it.runIf(declared.some((scope) => scope === "processors"))(
    "have third parties asked, catch the one that lies, and end when each has done it or a person has its answer",
    async () => {
      const before = await counts();
      const ids = processorsWithCopies(service.demo.compiled.policy, { scope: "processors" }).map(
        ({ id }) => id,
      );
      const [called, byPerson] = [true, false].map((is) => ids.filter((id) => standIns.has(id) === is));
      const plan = await lethe(0, "erase", "--subject", person, "--scope", "processors", "--plan");
      for (const id of ids) expect(plan.stdout).toContain(id);
      const none = await lethe(1, "erase", "--subject", person, "--scope", "processors:nobody");
      expect(none.stderr).toContain(`there are ${ids.join(", ")}`);
      expect((await lethe(2, "demo", "processor", LIAR[policy] ?? "", "--fault", "shy")).stderr).toContain(
        "lies",
      );
      await lethe(0, "demo", "processor", LIAR[policy] ?? "", "--fault", "lies");

      const asked = await report(3, "erase", "--subject", person, "--scope", "processors", "--wait");
      const first = await verified(asked.certificate);
      expect(first).toMatchObject({ final: false, stores: [] });
      expect(asked.processors.map(({ id, outcome }) => [id, outcome])).toEqual(
        ids.map((id) => [
          id,
          outcomeOf(id, { isLying: id === LIAR[policy], isCalled: called?.includes(id) }),
        ]),
      );
      const liar = asked.processors.find(({ id }) => id === LIAR[policy]);
      expect(liar?.gap).toContain("it said that it was done, and they were still there when looked at");
      const seen = await parties();
      for (const { id, holds } of seen) {
        expect([id, heldOf(holds, person) > 0, heldOf(holds, neighbour) > 0]).toEqual([
          id,
          id === LIAR[policy],
          true,
        ]);
      }
      expect(seen.flatMap(({ undocumented }) => undocumented)).toEqual([]);

      const tasks = (await listed()).filter(({ requestId }) => requestId === asked.requestId);
      expect(tasks.flatMap(({ processor }) => processor ?? []).toSorted()).toEqual(byPerson?.toSorted());
      for (const { taskId } of tasks) {
        const evidence = ["--evidence", "TICKET-17", "--note", "Answered by letter: it is deleted."];
        await lethe(0, "task", "done", taskId, ...evidence, "--as", "grace");
      }
      await lethe(0, "demo", "processor", LIAR[policy] ?? "", "--fault", "none");
      await askedAgainNow(service, asked.requestId);
      await quarterOfAnHourLater(asked.requestId);
      const ended = await inState("completed", asked.requestId);
      const last = await verified(ended.certificate);
      expect(last).toMatchObject({ final: true, attempt: 2 });
      expect(ended.processors.find(({ id }) => id === LIAR[policy])?.outcome).toBe("deleted");
      for (const { id, holds } of await parties()) {
        expect([id, heldOf(holds, person), heldOf(holds, neighbour) > 0]).toEqual([id, 0, true]);
      }
      expect(await counts()).toEqual(before);
    },
  );

  it.runIf(policy === "image-designer")(
    "leave the clock to it, which has the cached copy of what it deletes dropped",
    async () => {
      const desk = recordedStandIns(service.home);
      const { demo, outputs, aws } = service;
      const clock = demoClock(
        demo,
        demo.compiled.policy,
        Object.assign({}, ...Object.values(outputs)),
        aws.endpoint,
      );
      const sweeping = {
        ...clock,
        pause: () => service.invoke("SweepFunctionName").then(() => clock.pause(250)),
      };
      const seen = desk ? await measureDroppedFromCache(sweeping, desk) : [];
      expect(seen).toEqual([
        { ...DROPPED, held: true, how: expect.stringContaining("had its copy no more") },
      ]);
    },
  );

  it("seal what there is by two people, keep it from every erasure, and let it go by two people", async () => {
    const before = await counts();
    const scope = ["--subject", person, "--scope", "preserve-and-report"];
    expect((await lethe(1, "erase", ...scope)).stderr).toContain("Only staff seal data");
    expect((await lethe(1, "erase", ...scope, "--as-staff", "--as", "ada")).stderr).toContain("say why");
    const asked = await report(
      3,
      ...["erase", ...scope, "--as-staff", "--as", "ada", "--reason", "Report 12 of the hotline", "--wait"],
    );
    expect((await lethe(1, "approve", asked.requestId, "--as", " Ada")).stderr).toMatch(/another|second/i);
    await lethe(0, "approve", asked.requestId, "--as", "grace");
    const sealed = await inState("waiting", asked.requestId, /two people extend or lift/);
    const certificate = await verified(sealed.certificate);
    const ids = storesSealed(service.demo.compiled.policy).map(({ id }) => id);
    expect(certificate).toMatchObject({ scope: "preserve-and-report", final: false });
    expect(certificate.stores.map(({ id, deleted, left }) => [id, deleted, left])).toEqual(
      ids.map((id) => [id, 0, 0]),
    );
    expect(certificate.stores.reduce((sum, { retained }) => sum + retained, 0)).toBeGreaterThan(0);
    expect(await counts()).toEqual(before);

    const erasure = await report(3, "erase", "--subject", person, "--wait");
    const after = await counts();
    for (const id of ids) expect([id, after[id]]).toEqual([id, before[id]]);

    const [seal] = HoldsSchema.parse(JSON.parse((await lethe(0, "hold", "list", "--json")).stdout));
    const holdId = seal?.holdId ?? "";
    expect(seal?.owner).toBe("ada and grace");
    const day = certificate.sealed?.until.slice(0, 10) ?? "";
    expect((await lethe(1, "hold", "extend", holdId, "--until", day, "--as", "ada")).stderr).toContain(
      "later",
    );
    await lethe(3, "hold", "release", holdId, "--as", "ada");
    expect((await lethe(1, "hold", "release", holdId, "--as", "ADA")).stderr).toContain("two people");
    for (const id of ids) expect((await counts())[id]).toBe(before[id]);
    await lethe(0, "hold", "release", holdId, "--as", "grace");

    await inState("completed", erasure.requestId);
    for (const id of ids) expect([id, (await counts())[id]]).toEqual([id, 0]);
    const lifted = await verified((await inState("completed", asked.requestId)).certificate);
    expect(lifted).toMatchObject({ final: true, sealed: { liftedAt: expect.any(String) } });
  });

  async function parties() {
    const { stdout } = await lethe(0, "demo", "processor", "--json");
    return PartyStatesSchema.parse(JSON.parse(stdout));
  }

  async function lethe(exitCode: number, ...args: readonly string[]) {
    const ended = await service.lethe(...args);
    expect([args.join(" "), ended.exitCode, ended.stderr]).toEqual([
      args.join(" "),
      exitCode,
      expect.any(String),
    ]);
    return ended;
  }

  async function report(exitCode: number, ...args: readonly string[]) {
    return ReportSchema.parse(JSON.parse((await lethe(exitCode, ...args, "--json")).stdout));
  }

  async function inState(state: string, requestId: string, reason = /(?:)/u) {
    return vi.waitFor(async () => {
      await service.drain();
      const { stdout } = await service.lethe("status", requestId, "--json");
      const found = ReportSchema.parse(JSON.parse(stdout));
      expect(found.state).toBe(state);
      expect(found.reason ?? "").toMatch(reason);
      return found;
    }, PATIENTLY);
  }

  /** What a certificate says that both verifiers take. */
  async function verified(file: string | null) {
    const key = join(service.home, "public.pem");
    await lethe(0, "verify", file ?? "", "--key", key);
    return CertificateBodySchema.parse(JSON.parse(readFileSync(file ?? "", "utf8")).body);
  }

  async function listed() {
    const { stdout } = await service.lethe("tasks", "--json");
    return ListedSchema.parse(JSON.parse(stdout)).tasks;
  }

  /** What waits for answers is looked at then. */
  async function quarterOfAnHourLater(requestId: string): Promise<void> {
    const register = dynamodbRequestRegister(service.demo.documents, service.output("RequestsTable"));
    const request = await register.read(requestId);
    if (request?.progress.state !== "waiting") throw new Error(`Request ${requestId} does not wait.`);
    const progress = { ...request.progress, dueAt: new Date().toISOString() };
    expect(await register.update({ ...request, progress })).toBeDefined();
  }

  /** What another client counts of the person, by the id of the store. */
  async function counts(): Promise<Readonly<Record<string, number>>> {
    const found = CountsSchema.parse(await service.boto3("count", where, person));
    const ids = new Map(
      Object.entries(service.demo.bindings.stores).map(([store, place]) => [place.id, store]),
    );
    return Object.fromEntries(
      Object.entries(found).map(([place, count]) => [ids.get(place) ?? place, count]),
    );
  }
});

/** What the first certificate says of each: a revoked grant, or payloads at fal.ai, cannot be looked at. */
function outcomeOf(
  id: string,
  { isLying, isCalled }: { readonly isLying: boolean; readonly isCalled: boolean | undefined },
): string {
  if (!isCalled) return "attestation-requested";
  if (isLying) return "not-possible";
  return ["google-oauth", "fal"].includes(id) ? "accepted-unverified" : "deleted";
}

/** How much of what a third party has was sent of a person; one id begins with the other. */
function heldOf(holds: readonly string[], person: string): number {
  return holds.filter((reference) => reference.includes(`${person}-`)).length;
}

/** What was to be asked about in a minute is asked about now. */
async function askedAgainNow({ demo, output, invoke }: Service, requestId: string): Promise<void> {
  const now = new Date();
  const dueAt = now.toISOString();
  const asks = dynamodbProcessorAsks(demo.documents, output("DisclosuresTable"));
  for await (const ask of asks.of(requestId)) {
    const { standing } = ask;
    if (standing.state !== "open") continue;
    await asks.note({ ...ask, tries: ask.tries + 1, standing: { ...standing, nextAt: dueAt } });
  }
  const duties = dynamodbDuties(demo.documents, output("DisclosuresTable"));
  await duties.put({ ...askAgainAt(requestId, undefined, now), dueAt });
  await invoke("AskAgainFunctionName");
}
