import { beforeEach, describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { PolicySchema } from "../../shared/domain/policy/policy.ts";
import type { ClockMetricName } from "../../shared/domain/retention/clock-metrics.ts";
import { extendDeadline } from "../../shared/domain/rights/extend-deadline.ts";
import type { RightsRequest } from "../../shared/domain/rights/rights-request.ts";
import { doDuties } from "../../shared/operations/do-duties.ts";
import { planDueDateReport, planDueDates, watchDueDates } from "../../shared/operations/watch-due-dates.ts";
import { inMemoryDuties } from "../world/clock/duties.ts";
import { virtualClock } from "../world/clock.ts";
import { owedRequestNumber } from "../world/owed-request.ts";
import { inMemoryTasks } from "../world/tasks.ts";

const OF = { service: "dream-portraits", region: "eu-central-1", policy: PolicySchema.parse(dreamPortraits) };
const RECEIVED = "2026-11-01T10:00:00.000Z";
const [REPLY, ANSWER] = ["2026-11-03T10:00:00.000Z", "2026-12-01T10:00:00.000Z"];

/** A service with the requests that a test puts there. */
function watched() {
  const stored = new Map<string, RightsRequest>();
  const seen: Partial<Record<ClockMetricName, number>>[] = [];
  const [tasks, duties, clock] = [inMemoryTasks(), inMemoryDuties(), virtualClock(RECEIVED)];
  const ports = {
    ...{ tasks, duties, clock },
    rights: { read: async (id: string) => structuredClone(stored.get(id)) },
    metrics: { put: async (values: (typeof seen)[number]) => void seen.push(values) },
  };
  return {
    ...ports,
    put: (request: RightsRequest) => void stored.set(request.rightsRequestId, request),
    open: async () => (await tasks.listOpen(10)).map(({ kind, dueAt }) => [kind, dueAt]),
    told: () => seen.at(-1),
    /** Does what is due at a moment. */
    at: async (now: string) => {
      clock.set(now);
      const { failed } = await doDuties(ports, watchDueDates(ports, OF));
      expect(failed).toEqual([]);
    },
  };
}

const NOTHING = { RightsRequestsDueSoon: 0, RightsRequestsOverdue: 0 };
const SOON = { RightsRequestsDueSoon: 1, RightsRequestsOverdue: 0 };
const OVERDUE = { RightsRequestsDueSoon: 0, RightsRequestsOverdue: 1 };
const reply = { what: "reply-in-substance", at: REPLY, source: "DP7" } as const;
const answer = { what: "answer", at: ANSWER, source: "DP7" } as const;
let world: ReturnType<typeof watched>;
let request: RightsRequest;

beforeEach(async () => {
  world = watched();
  request = owedRequestNumber(1, { dueDates: [reply, answer] });
  await planDueDates(world.duties, request);
  await planDueDateReport(world.duties, world.clock.now());
  world.put(request);
});

const change = (changes: Partial<RightsRequest>) => {
  request = { ...request, ...changes };
  world.put(request);
};

describe("a rights request that waits", () => {
  it("makes no sound before half of its time, and then opens a task with its date", async () => {
    await world.at("2026-11-02T09:59:59.999Z");
    expect([await world.open(), world.told()]).toEqual([[], NOTHING]);
    await world.at("2026-11-02T10:00:00.000Z");
    expect(await world.open()).toEqual([["reply-in-substance", REPLY]]);
    expect(world.told()).toEqual(SOON);
    const [task] = await world.tasks.openAbout(request.rightsRequestId);
    expect(task?.needs).toContain("DP7");
  });

  it("is told again at three quarters and nine tenths, with one task for all", async () => {
    for (const at of ["2026-11-02T10:00:00.000Z", "2026-11-02T22:00:00.000Z", "2026-11-03T05:12:00.000Z"]) {
      await world.at(at);
      expect([(await world.open()).length, world.told()]).toEqual([1, SOON]);
    }
  });

  it("is in time in the last second, overdue in the next, and stays so each minute until it is done", async () => {
    await world.at("2026-11-03T10:00:00.999Z");
    expect(world.told()).toEqual(SOON);
    await world.at("2026-11-03T10:00:01.000Z");
    expect(world.told()).toEqual(OVERDUE);
    await world.at("2026-11-20T10:00:00.000Z");
    expect(world.told()).toEqual(OVERDUE);
    change({ dueDates: [{ ...reply, doneAt: "2026-11-20T10:00:00.000Z" }, answer] });
    await world.at("2026-11-20T10:01:00.000Z");
    expect(world.told()).toEqual(SOON);
    expect(await world.open()).toEqual([["answer-request", ANSWER]]);
  });

  it("is found overdue after an outage over all of its warnings", async () => {
    await world.at("2026-12-02T00:00:00.000Z");
    expect(await world.open()).toEqual([
      ["reply-in-substance", REPLY],
      ["answer-request", ANSWER],
    ]);
    expect(world.told()).toEqual(OVERDUE);
  });

  it("opens its task again if somebody closes it and still owes an answer", async () => {
    await world.at("2026-12-01T10:00:01.000Z");
    for (const { taskId } of await world.tasks.listOpen(10)) {
      const evidence = { what: "Looked.", reference: "TICKET-1" };
      const by = { kind: "staff", name: "grace" } as const;
      const done = { state: "done", by, at: ANSWER, evidence, expiresAtEpochSeconds: 1_900_000_000 } as const;
      await world.tasks.close(taskId, done);
    }
    await world.at("2026-12-02T10:00:01.000Z");
    expect((await world.open()).length).toBe(2);
  });
});

describe("a rights request that is done", () => {
  it("makes no sound at all if it was in time", async () => {
    change({ dueDates: [reply, answer].map((one) => ({ ...one, doneAt: "2026-11-01T12:00:00.000Z" })) });
    for (const at of ["2026-11-02T10:00:00.000Z", "2026-11-16T10:00:00.000Z", "2027-01-01T00:00:00.000Z"]) {
      await world.at(at);
      expect([await world.open(), world.told()]).toEqual([[], NOTHING]);
    }
    expect((await world.duties.dueBy(new Date("2030-01-01"), 10)).map(({ kind }) => kind)).toEqual([
      "report-due-dates",
    ]);
  });

  it("has its task closed within a minute, with what shows it", async () => {
    await world.at("2026-11-16T10:00:00.000Z");
    expect((await world.open()).length).toBe(2);
    change({
      standing: { state: "answered", at: "2026-11-16T10:00:30.000Z", expiresAtEpochSeconds: 1_900_000_000 },
    });
    await world.at("2026-11-16T10:01:00.000Z");
    expect([await world.open(), world.told()]).toEqual([[], NOTHING]);
    const [closed] = await world.tasks.list(1);
    expect(closed?.progress).toMatchObject({ state: "done", by: { kind: "system" } });
  });

  it("that was never written ends its watch", async () => {
    const other = owedRequestNumber(2);
    await planDueDates(world.duties, other);
    await world.at("2026-12-03T00:00:00.000Z");
    const left = await world.duties.dueBy(new Date("2030-01-01"), 10);
    expect(left.filter(({ about }) => about.rightsRequestId === other.rightsRequestId)).toEqual([]);
  });
});

describe("a rights request whose answer is put off", () => {
  it("has the later date in its task, and is warned of by that one", async () => {
    const later = "2027-02-01T10:00:00.000Z";
    change({ dueDates: [{ ...answer, extendableTo: later }] });
    await world.at("2026-11-16T10:00:00.000Z");
    expect(await world.open()).toEqual([["answer-request", ANSWER]]);
    const put = extendDeadline(request, { reason: "Many images.", now: world.clock.now() });
    if (!put.extended) throw new Error("It can be put off.");
    await planDueDates(world.duties, put.request);
    world.put(put.request);
    await world.at("2026-12-01T10:00:01.000Z");
    expect(world.told()).toEqual(NOTHING);
    await world.at("2026-12-17T10:00:00.000Z");
    expect(await world.open()).toEqual([["answer-request", later]]);
    expect(world.told()).toEqual(SOON);
    await world.at("2027-02-01T10:00:01.000Z");
    expect(world.told()).toEqual(OVERDUE);
  });
});

describe("requests", () => {
  it("are counted once each, however much of them is owed, and a mail that nobody has read is none", async () => {
    const others = [2, 3].map((number) => owedRequestNumber(number));
    for (const other of others) {
      await planDueDates(world.duties, other);
      world.put(other);
    }
    await world.at("2026-11-16T10:00:00.000Z");
    expect(world.told()).toEqual({ RightsRequestsDueSoon: 2, RightsRequestsOverdue: 1 });
    expect((await world.open()).length).toBe(4);
  });
});
