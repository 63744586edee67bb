import { beforeEach, describe, expect, it } from "vitest";
import type { Step } from "../../shared/domain/erasure/step.ts";
import { deleteGate } from "../../shared/operations/delete-gate.ts";
import type { Holds } from "../../shared/operations/ports.ts";
import { holdNumber, inMemoryHolds, sealNumber } from "../world/holds.ts";
import { inMemoryRequestRegister } from "../world/request-register.ts";
import { requestNumber } from "../world/requests.ts";

const RUNNING = requestNumber(1, {
  attempt: 1,
  progress: { state: "running", dueAt: "2026-11-23T10:01:00.000Z" },
});
const { service, region, requestId, subjectRef } = RUNNING;
const STEP: Step = { schema: "lethe.step/1", service, region, requestId, attempt: 1 };
const STORE = { subjectRef, storeId: "tickets", categories: ["support-ticket"], mayBeHeld: true };
const THINGS = ["a", "b"].map((id) => ({ id, item: id }));

describe("the gate before every call that deletes", () => {
  let register: ReturnType<typeof inMemoryRequestRegister>;
  let holds: Holds & { reads: number; notes: string[] };
  const ask = (changes: Partial<typeof STORE> = {}, step = STEP, remainingMs = 900_000) =>
    deleteGate({ register, holds, remainingMs: () => remainingMs }, step, { ...STORE, ...changes });

  beforeEach(async () => {
    register = inMemoryRequestRegister();
    await register.open(RUNNING);
    const inMemory = inMemoryHolds();
    holds = {
      ...inMemory,
      reads: 0,
      notes: [],
      active: async () => {
        holds.reads += 1;
        return inMemory.active();
      },
      noteHeldBack: async (holdId, request) => {
        holds.notes.push(`${holdId} ${request}`);
      },
    };
  });

  it("lets all go that no hold is on, and reads the holds before each call", async () => {
    const gate = ask();
    expect(await gate.mayDelete(THINGS)).toEqual({ proceed: true, free: THINGS, held: [] });
    await gate.mayDelete(THINGS);
    expect(holds.reads).toBe(2);
    expect(holds.notes).toEqual([]);
  });

  it("keeps what one is on from the very next call, names the one reviewed last, and notes each once", async () => {
    const gate = ask();
    await gate.mayDelete(THINGS);
    await holds.place(holdNumber(1));
    await holds.place(holdNumber(2, { reviewOn: "2028-01-01" }));
    const held = THINGS.map((entry) => ({
      ...{ entry, holdId: holdNumber(2).holdId },
      retainedUntil: "2028-01-01T00:00:00.000Z",
    }));
    for (const _ of [1, 2]) expect(await gate.mayDelete(THINGS)).toEqual({ proceed: true, free: [], held });
    expect(holds.notes).toEqual([1, 2].map((one) => `${holdNumber(one).holdId} ${requestId}`));
  });

  it("keeps nothing in a store that may not be held", async () => {
    await holds.place(holdNumber(1));
    expect(await ask({ mayBeHeld: false }).mayDelete(THINGS)).toMatchObject({ free: THINGS, held: [] });
  });

  it("keeps what is sealed in a store that may not be held, and in no store that the seal does not name", async () => {
    await holds.place(sealNumber(1, { subjectRef, stores: ["tickets"] }));
    expect(await ask({ mayBeHeld: false }).mayDelete(THINGS)).toMatchObject({ free: [] });
    expect(await ask({ mayBeHeld: false, storeId: "photos" }).mayDelete(THINGS)).toMatchObject({
      free: THINGS,
    });
    expect(await ask({ subjectRef: "v1_another" }).mayDelete(THINGS)).toMatchObject({ free: THINGS });
  });

  it("is shut to an attempt that another has taken over from, and to a request that has stopped", async () => {
    expect(await ask({}, { ...STEP, attempt: 2 }).mayDelete(THINGS)).toMatchObject({ proceed: false });
    const waiting = { state: "waiting", reason: "later", dueAt: "2026-11-24T10:00:00.000Z" } as const;
    await register.update({ ...RUNNING, progress: waiting });
    expect(await ask().mayDelete(THINGS)).toMatchObject({ proceed: false });
  });

  it("is shut while the request is paused", async () => {
    const paused = { by: { kind: "staff", name: "ada" }, at: "2026-11-23T10:00:00.000Z" } as const;
    await register.update({ ...RUNNING, paused });
    expect(await ask().mayDelete(THINGS)).toMatchObject({ proceed: false, reason: "the request is paused" });
  });

  it("is shut in the last minute", async () => {
    expect(await ask({}, STEP, 60_000).mayDelete(THINGS)).toMatchObject({ proceed: true });
    expect(await ask({}, STEP, 59_999).mayDelete(THINGS)).toMatchObject({ proceed: false });
  });

  it("lets nothing go when the holds cannot be read", async () => {
    holds.active = () => Promise.reject(new Error("away"));
    await expect(ask().mayDelete(THINGS)).rejects.toThrow("away");
  });
});
