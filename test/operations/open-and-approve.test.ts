import { beforeEach, describe, expect, it } from "vitest";
import { ACCOUNT } from "../../shared/domain/erasure/scope.ts";
import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import type { Actor, ErasureRequest } from "../../shared/domain/requests/erasure-request.ts";
import { STAFF_REQUESTS_PER_HOUR_MAX } from "../../shared/domain/requests/hourly-limits.ts";
import { approveRequest } from "../../shared/operations/approve-request.ts";
import { openRequest, RequestBusy, TooManyByOnePerson } from "../../shared/operations/open-request.ts";
import type { RequestRegister } from "../../shared/operations/ports.ts";
import { type VirtualClock, virtualClock } from "../world/clock.ts";
import { inMemoryRequestRegister } from "../world/request-register.ts";
import { fixedSubjectKeys } from "../world/small-ports.ts";

const PERSON: Actor = { kind: "subject" };
const ADA: Actor = { kind: "staff", name: "ada" };
const PLAN = "d".repeat(64);
let register: RequestRegister;
let clock: VirtualClock;

beforeEach(() => {
  register = inMemoryRequestRegister();
  clock = virtualClock();
});

describe("opening a request", () => {
  it("lets the person's own run at once", async () => {
    const { request, joined } = await open(PERSON);

    expect(joined).toBe(false);
    expect(request.progress).toEqual({ state: "verified", dueAt: clock.now().toISOString() });
    expect(await register.dueBy(clock.now(), 10)).toMatchObject([{ requestId: request.requestId }]);
  });

  it("lets one by staff wait for a plan", async () => {
    const { request } = await open(ADA);
    expect(request.progress.state).toBe("open");
    expect(request.openedBy).toEqual(ADA);
  });

  it("joins the one that is open, and does not open a second", async () => {
    const first = await open(PERSON);
    clock.advance(1000);
    const second = await open(PERSON);

    expect(second).toEqual({ request: first.request, joined: true });
    expect(await register.list(10)).toHaveLength(1);
  });

  it("opens one of two that come at the same moment", async () => {
    const both = await Promise.all([open(PERSON), open(PERSON)]);
    expect(both.map(({ joined }) => joined).sort()).toEqual([false, true]);
    expect(await register.list(10)).toHaveLength(1);
  });

  it("makes a request of staff the person's own when they ask too", async () => {
    await open(ADA);
    const { request, joined } = await open(PERSON);
    expect(joined).toBe(true);
    expect(request.progress.state).toBe("verified");
  });

  it("does not let staff's word run what waits for approval", async () => {
    const waiting = await waitingForApproval();
    const { request } = await open(ADA);
    expect(request).toEqual(waiting);
  });

  it("looks again at once at one that waits for a date", async () => {
    const { request } = await open(PERSON);
    await register.update({
      ...request,
      progress: { state: "waiting", reason: "a lock", dueAt: "2027-01-01T00:00:00.000Z" },
    });

    await open(PERSON);

    expect(await register.dueBy(clock.now(), 10)).toMatchObject([{ requestId: request.requestId }]);
  });

  it("is refused to one member of staff above so many an hour, whatever their session is called", async () => {
    const role = "arn:aws:sts::111111111111:assumed-role/support";
    const opening = (number: number) =>
      openRequest(ports(), {
        ...asked({ kind: "staff", name: `${role}/session-${number}` }),
        subject: subjectIdOf(`somebody-${number}`),
      });
    for (let number = 0; number < STAFF_REQUESTS_PER_HOUR_MAX; number += 1) await opening(number);
    await expect(opening(98)).rejects.toThrow(TooManyByOnePerson);
    expect((await open(PERSON)).request.openedBy).toEqual(PERSON);
    clock.advance(3_600_000);
    expect((await opening(99)).joined).toBe(false);
  });

  it("gives up on one that keeps changing, and says so", async () => {
    const restless: RequestRegister = {
      ...register,
      open: async () => ({ opened: false, activeRequestId: "req_gone" }),
    };
    await expect(openRequest({ ...ports(), register: restless }, asked(PERSON))).rejects.toThrow(RequestBusy);
  });
});

describe("approving a request", () => {
  it("lets it run when another person has seen the plan", async () => {
    const { requestId } = await waitingForApproval();
    const approval = await approve(requestId, "grace");

    expect(approval).toMatchObject({ approved: true, request: { progress: { state: "verified" } } });
    expect((await register.read(requestId))?.approval).toEqual({
      by: { kind: "staff", name: "grace" },
      at: clock.now().toISOString(),
      planDigest: PLAN,
    });
  });

  it.each([
    ["opened-by-the-same-person", "ada", PLAN],
    ["plan-has-changed", "grace", "e".repeat(64)],
  ])("is refused as %s, and changes nothing", async (because, by, planDigest) => {
    const before = await waitingForApproval();
    const approval = await approveRequest(
      { register, clock },
      { requestId: before.requestId, planDigest, by },
    );

    expect(approval).toEqual({ approved: false, because });
    expect(await register.read(before.requestId)).toEqual(before);
  });

  it.each([
    ["arn:aws:sts::1:assumed-role/support/ada", "arn:aws:sts::1:assumed-role/support/grace"],
    ["arn:aws:iam::1:user/ada", "arn:aws:iam::1:user/ada"],
    ["ada", "ADA "],
  ])("is refused to %s for what %s opened", async (opener, approver) => {
    const before = await waitingForApproval({ kind: "staff", name: opener });
    expect(await approve(before.requestId, approver)).toEqual({
      approved: false,
      because: "opened-by-the-same-person",
    });
    expect(await register.read(before.requestId)).toEqual(before);
  });

  it("is refused to one person above so many an hour", async () => {
    const { requestId } = await waitingForApproval();
    for (let number = 0; number < STAFF_REQUESTS_PER_HOUR_MAX; number += 1) {
      await register.countInHour("approved by grace", clock.now());
    }
    expect(await approve(requestId, "grace")).toEqual({ approved: false, because: "too-many-by-one-person" });
    expect(await approve(requestId, "edsger")).toMatchObject({ approved: true });
  });

  it("is refused twice over: the second of two people finds it approved", async () => {
    const { requestId } = await waitingForApproval();
    await approve(requestId, "grace");
    expect(await approve(requestId, "edsger")).toEqual({
      approved: false,
      because: "not-waiting-for-approval",
    });
  });

  it("is refused for a request that is not there", async () => {
    expect(await approve("req_none", "grace")).toEqual({ approved: false, because: "no-such-request" });
  });
});

function ports() {
  return {
    register,
    subjectKeys: fixedSubjectKeys(),
    clock,
    random: (bytes: number) => new Uint8Array(bytes),
  };
}

function asked(actor: Actor) {
  return {
    subject: subjectIdOf("person-1"),
    scope: ACCOUNT,
    actor,
    service: "dream-portraits",
    region: "eu-central-1",
    policyDigest: "a".repeat(64),
  };
}

function open(actor: Actor) {
  return openRequest(ports(), asked(actor));
}

function approve(requestId: string, by: string) {
  return approveRequest({ register, clock }, { requestId, planDigest: PLAN, by });
}

async function waitingForApproval(actor: Actor = ADA): Promise<ErasureRequest> {
  const { request } = await open(actor);
  const dueAt = "2026-11-24T10:00:00.000Z";
  const waiting = await register.update({
    ...request,
    progress: { state: "waiting-for-approval", planDigest: PLAN, dueAt },
  });
  if (!waiting) throw new Error("The request changed meanwhile.");
  return waiting;
}
