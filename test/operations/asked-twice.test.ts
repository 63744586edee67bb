import { beforeEach, describe, expect, it } from "vitest";
import { approveRequest } from "../../shared/operations/approve-request.ts";
import { closeTask } from "../../shared/operations/close-task.ts";
import { pauseRequest } from "../../shared/operations/pause-request.ts";
import { refuseRequest } from "../../shared/operations/refuse-request.ts";
import { withdrawRequest } from "../../shared/operations/withdraw-request.ts";
import type { ErasureWorld } from "../world/erasure-world.ts";
import { gracefulWorld } from "../world/graceful-world.ts";
import { begun, placed, release } from "../world/held-story.ts";

const ADA = { kind: "staff", name: "ada" } as const;
const GRACE = { kind: "staff", name: "grace" } as const;
const PERSON = { kind: "subject" } as const;
const HOLD_ID = `hold_${"0".repeat(26)}`;

let world: ErasureWorld;
beforeEach(async () => {
  world = await gracefulWorld();
});

// The answer to a call may be lost on its way back; whoever calls then calls again.
describe("asking for the same a second time", () => {
  it("places one hold, and says so as the first time", async () => {
    const { world } = await begun();
    const asked = { holdId: HOLD_ID, store: "tickets" };
    const first = await placed(world, asked);
    world.clock.advance(1_000);
    expect(await placed(world, asked)).toEqual(first);
    expect(await world.holds.active()).toHaveLength(1);
  });

  it("is refused a hold that says something else, or that was released since", async () => {
    const { world } = await begun();
    await placed(world, { holdId: HOLD_ID, store: "tickets" });
    for (const other of [{ reason: "Claim 13" }, { by: GRACE }, { store: "projects" }]) {
      const answer = await placed(world, { holdId: HOLD_ID, store: "tickets", ...other });
      expect(answer).toMatchObject({ placed: false });
    }
    expect(await world.holds.active()).toMatchObject([{ reason: "Claim 12", placedBy: ADA }]);
    await release(world, HOLD_ID);
    const again = await placed(world, { holdId: HOLD_ID, store: "tickets" });
    expect(again).toMatchObject({ placed: false, why: expect.stringContaining("released") });
  });

  it("closes a task once, and is refused with other evidence", async () => {
    await world.open(world.settle("1", 1), ADA);
    await world.drain();
    const taskId = (await world.tasks.listOpen(1))[0]?.taskId ?? "";
    const closing = {
      by: GRACE,
      evidence: { what: "Looked", reference: "T-1" },
      policy: world.compiled.policy,
    };
    const first = await closeTask(world, taskId, closing);
    world.clock.advance(1_000);
    expect(await closeTask(world, taskId, closing)).toEqual(first);
    const other = { ...closing, evidence: { what: "Looked", reference: "T-2" } };
    expect(await closeTask(world, taskId, other)).toMatchObject({ because: "closed-already" });
    expect(await closeTask(world, taskId, { ...closing, by: ADA })).toMatchObject({
      because: "closed-already",
    });
  });

  it("approves a plan once, and counts it once", async () => {
    const requestId = await world.open(world.settle("1", 1), ADA);
    await world.drain();
    const { progress } = await world.read(requestId);
    const planDigest = progress.state === "waiting-for-approval" ? progress.planDigest : "";
    const approval = { requestId, planDigest, by: GRACE.name };
    expect(await approveRequest(world, approval)).toMatchObject({ approved: true });
    expect(await approveRequest(world, approval)).toMatchObject({ approved: true });
    expect(await world.register.countInHour(`approved by ${GRACE.name}`, world.clock.now())).toBe(2);
    const other = { ...approval, planDigest: "0".repeat(64) };
    expect(await approveRequest(world, other)).toMatchObject({ because: "not-waiting-for-approval" });
  });

  it("takes a request back once, for staff and for the person whose it was", async () => {
    for (const [by, subject] of [[GRACE], [PERSON, "1"]] as const) {
      const requestId = await world.open(world.settle("1", 1), by.kind === "staff" ? ADA : PERSON);
      const withdrawal = { requestId, by, ...(subject === undefined ? {} : { subject }) };
      const first = await withdrawRequest(world, withdrawal);
      world.clock.advance(1_000);
      expect(first).toMatchObject({ ended: true });
      expect(await withdrawRequest(world, withdrawal)).toEqual(first);
    }
  });

  it("refuses a request once, and is told that it has ended when the ground is another", async () => {
    const requestId = await world.open(world.settle("1", 1));
    const refusal = { requestId, by: ADA, ground: "not-applicable", reason: "None of it" } as const;
    const first = await refuseRequest(world, refusal);
    expect(await refuseRequest(world, refusal)).toEqual(first);
    const other = { ...refusal, ground: "public-health" } as const;
    expect(await refuseRequest(world, other)).toMatchObject({ because: "ended-already" });
  });

  it("pauses a request once, and tells another person that it is paused", async () => {
    const requestId = await world.open(world.settle("1", 1));
    const first = await pauseRequest(world, requestId, ADA);
    world.clock.advance(1_000);
    expect(await pauseRequest(world, requestId, ADA)).toEqual(first);
    expect(await pauseRequest(world, requestId, GRACE)).toMatchObject({ because: "paused-already" });
  });
});
