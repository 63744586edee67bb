import { describe, expect, it } from "vitest";
import type { RequestRegister } from "../../shared/operations/ports.ts";
import { requestNumber } from "../world/requests.ts";

const EXPIRES = 1_900_000_000;
const LATER = new Date("2027-01-01T00:00:00.000Z");

/** Holds for every register, in memory or on AWS; `make` returns an empty one. */
export function requestRegisterContract(make: () => Promise<RequestRegister>): void {
  describe("a request register", () => {
    it("keeps a request as it was opened", async () => {
      const register = await make();
      const request = requestNumber(1, { reason: "asked in the app" });

      expect(await register.open(request)).toEqual({ opened: true });
      expect(await register.read(request.requestId)).toEqual(request);
      expect(await register.read(requestNumber(2).requestId)).toBeUndefined();
    });

    it("lets one person have one request at a time, and names the one that is open", async () => {
      const register = await make();
      const first = requestNumber(1);
      const second = { ...requestNumber(2), subjectRef: first.subjectRef };
      await register.open(first);

      expect(await register.open(second)).toEqual({ opened: false, activeRequestId: first.requestId });
      expect(await register.read(second.requestId)).toBeUndefined();
      expect(await register.open(requestNumber(3))).toEqual({ opened: true });
    });

    it("gives the lease back when a request has completed", async () => {
      const register = await make();
      const first = requestNumber(1);
      await register.open(first);
      await register.update({
        ...first,
        progress: { state: "completed", certificateKey: "c", expiresAtEpochSeconds: EXPIRES },
      });

      const second = { ...requestNumber(2), subjectRef: first.subjectRef };
      expect(await register.open(second)).toEqual({ opened: true });
    });

    it("looks again at one that has completed when it is due, and leaves the lease to whoever has it now", async () => {
      const register = await make();
      const first = requestNumber(1);
      const completed = { state: "completed", certificateKey: "c", expiresAtEpochSeconds: EXPIRES } as const;
      await register.open(first);
      const looked = {
        dueAt: first.openedAt,
        lateWrites: { until: first.openedAt, deletedBefore: 1, look: "due" as const },
      };
      const ended = await register.update({ ...first, progress: { ...completed, ...looked } });
      const second = { ...requestNumber(2), subjectRef: first.subjectRef };
      await register.open(second);

      expect(await dueIds(register, new Date(first.openedAt))).toEqual([first.requestId]);
      expect(ended && (await register.update({ ...ended, progress: completed }))).toMatchObject({
        progress: completed,
      });

      expect(await dueIds(register, new Date(first.openedAt))).toEqual([]);
      const third = { ...requestNumber(3), subjectRef: first.subjectRef };
      expect(await register.open(third)).toEqual({ opened: false, activeRequestId: second.requestId });
    });

    it("changes a request only from the revision the change was based on", async () => {
      const register = await make();
      const request = requestNumber(1);
      await register.open(request);
      const change = { ...request, attempt: 1 };

      const writes = await Promise.all([register.update(change), register.update(change)]);

      expect(writes.filter((written) => written !== undefined)).toEqual([{ ...change, revision: 2 }]);
      expect(await register.read(request.requestId)).toEqual({ ...change, revision: 2 });
    });

    it("lists what is due by now, earliest first, the very moment included", async () => {
      const register = await make();
      const [early, late] = [requestNumber(1), requestNumber(2)];
      await register.open(late);
      await register.open(early);
      const dueOf = (at: string) => dueIds(register, new Date(at));

      expect(await dueOf("2026-11-23T10:00:00.999Z")).toEqual([]);
      expect(await dueOf("2026-11-23T10:00:01.000Z")).toEqual([early.requestId]);
      expect(await dueOf("2026-11-23T10:00:02.000Z")).toEqual([early.requestId, late.requestId]);
      expect(await dueIds(register, LATER, 1)).toEqual([early.requestId]);
    });

    it("says of what is due which state it is in, also when its due time stays", async () => {
      const register = await make();
      const request = requestNumber(1);
      await register.open(request);
      const { requestId, progress } = request;
      const dueAt = "dueAt" in progress ? (progress.dueAt ?? "") : "";
      expect(await register.dueBy(LATER, 10)).toEqual([{ requestId, state: progress.state }]);

      await register.update({ ...request, progress: { state: "running", dueAt } });
      expect(await register.dueBy(LATER, 10)).toEqual([{ requestId, state: "running" }]);
    });

    it("counts what runs, a look at what has completed included", async () => {
      const register = await make();
      const [first, second] = [requestNumber(1), requestNumber(2)];
      const dueAt = first.openedAt;
      for (const request of [first, second]) await register.open(request);
      expect(await register.countRun()).toBe(0);

      const one = await register.update({ ...first, progress: { state: "running", dueAt } });
      await register.update({ ...second, progress: { state: "running", dueAt } });
      expect(await register.countRun()).toBe(2);

      const completed = { state: "completed", certificateKey: "c", expiresAtEpochSeconds: EXPIRES } as const;
      const lateWrites = { until: dueAt, deletedBefore: 1 };
      const due = await register.update({
        ...first,
        ...one,
        progress: { ...completed, dueAt, lateWrites: { ...lateWrites, look: "due" } },
      });
      expect(await register.countRun()).toBe(1);
      await register.update({
        ...first,
        ...due,
        progress: { ...completed, dueAt, lateWrites: { ...lateWrites, look: "running" } },
      });
      expect(await register.countRun()).toBe(2);
    });

    it("moves a due time, keeps one that stays, and ends it with the request", async () => {
      const register = await make();
      const request = requestNumber(1);
      await register.open(request);

      const same = await register.update({ ...request, attempt: 1 });
      expect(await dueIds(register, LATER)).toEqual([request.requestId]);

      const dueAt = "2026-12-01T00:00:00.000Z";
      const moved = await register.update({ ...request, ...same, progress: { state: "running", dueAt } });
      expect(await dueIds(register, new Date("2026-11-30T00:00:00.000Z"))).toEqual([]);
      expect(await dueIds(register, LATER)).toEqual([request.requestId]);

      await register.update({
        ...request,
        ...moved,
        progress: { state: "completed", certificateKey: "c", expiresAtEpochSeconds: EXPIRES },
      });
      expect(await dueIds(register, LATER)).toEqual([]);
    });

    it("lists the newest first, up to a number", async () => {
      const register = await make();
      for (const number of [2, 1, 3]) await register.open(requestNumber(number));

      const newest = await register.list(2);

      expect(newest.map(({ requestId }) => requestId)).toEqual(
        [3, 2].map((number) => requestNumber(number).requestId),
      );
    });

    it("counts deletions that are reported at the same time, and forgets none", async () => {
      const register = await make();
      const { requestId } = requestNumber(1);
      await register.startStoreProgress(requestId, {
        storeId: "photos",
        kind: "s3",
        found: 30,
        bytes: 9,
        deletedByCall: 5,
        leftBehind: [],
        left: 0,
      });
      await Promise.all([1, 2, 3, 4].map((deleted) => register.addDeleted(requestId, "photos", deleted)));
      const leftBehind = [{ idHash: "b".repeat(64), code: "AccessDenied" }];
      await register.recordLeft(requestId, "photos", { left: 1, leftBehind });
      const verified = { found: 1, at: "2026-11-23T11:00:00.000Z" };
      await register.recordVerified(requestId, "photos", verified);

      expect(await register.readStoreProgress(requestId)).toEqual([
        {
          storeId: "photos",
          kind: "s3",
          found: 30,
          bytes: 9,
          deletedByCall: 15,
          leftBehind,
          left: 1,
          verified,
        },
      ]);
    });

    it("refuses to count deletions of a store that was never begun", async () => {
      const register = await make();
      await expect(register.addDeleted(requestNumber(1).requestId, "photos", 1)).rejects.toThrow();
    });

    it("stops everything once, and remembers the first who would go on", async () => {
      const register = await make();
      const at = "2026-11-23T10:00:00.000Z";
      const by = (name: string) => ({ by: { kind: "staff" as const, name }, at });
      expect(await register.pausedAll()).toBeUndefined();
      expect(await register.askToResumeAll(by("ada"))).toBeUndefined();

      await register.pauseAll({ by: { kind: "breaker" }, at });
      await register.pauseAll(by("grace"));
      const asked = await Promise.all(["ada", "grace"].map((name) => register.askToResumeAll(by(name))));

      const [first] = asked;
      expect(["ada", "grace"].map(by)).toContainEqual(first?.resumeAsked);
      expect(await register.pausedAll()).toEqual({
        by: { kind: "breaker" },
        at,
        resumeAsked: first?.resumeAsked,
      });
      await register.resumeAll();
      await register.resumeAll();
      expect(await register.pausedAll()).toBeUndefined();
    });

    it("counts what is done in an hour, each once, and begins anew with the next", async () => {
      const register = await make();
      const count = (what: string, at: string) => register.countInHour(what, new Date(at));
      const counts = [1, 2, 3, 4].map(() => count("opened by ada", "2026-11-23T10:59:59.999Z"));
      expect((await Promise.all(counts)).toSorted()).toEqual([1, 2, 3, 4]);
      expect(await count("opened by grace", "2026-11-23T10:59:59.999Z")).toBe(1);
      expect(await count("opened by ada", "2026-11-23T11:00:00.000Z")).toBe(1);
    });

    it("keeps a plan, and an address until it is forgotten", async () => {
      const register = await make();
      const { requestId, subjectRef, policyDigest } = requestNumber(1);
      const plan = {
        schema: "lethe.plan/1" as const,
        requestId,
        subjectRef,
        scope: "account" as const,
        policyDigest,
        madeAt: "2026-11-23T10:00:00.000Z",
        stores: [{ id: "photos", kind: "s3" as const, found: 1, bytes: 2, digest: "c".repeat(64) }],
      };
      await register.putPlan(plan);
      const asked = { rightsRequestId: "rrq_01k85260tlrs1ius24j8q81jtd", language: "de" } as const;
      await register.keepContact(requestId, { address: "other@example.com", asked }, EXPIRES);
      await register.keepContact(requestId, { address: "person@example.com" }, EXPIRES);

      expect(await register.readPlan(requestId)).toEqual(plan);
      expect(await register.readContact(requestId)).toEqual({ address: "person@example.com", asked });
      await register.forgetContact(requestId);
      expect(await register.readContact(requestId)).toBeUndefined();
    });
  });
}

async function dueIds(register: RequestRegister, now: Date, limit = 10): Promise<readonly string[]> {
  return (await register.dueBy(now, limit)).map(({ requestId }) => requestId);
}
