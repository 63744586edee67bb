import { describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../../policies/dream-portraits.ts";
import { type PolicyDeclaration, PolicySchema } from "../../../shared/domain/policy/policy.ts";
import { newRestore } from "../../../shared/domain/restore/restore.ts";
import type { Surrounding } from "../../../shared/domain/restore/restored-around.ts";
import { lookForCopies, noteRestore } from "../../../shared/operations/watch-restores.ts";
import { virtualClock } from "../../world/clock.ts";
import { inMemoryRestores } from "../../world/restore/in-memory-restores.ts";
import { inMemoryTasks } from "../../world/tasks.ts";

const DAY_MS = 86_400_000;
const COPY: Surrounding = {
  kind: "table",
  name: "by-hand",
  keyAttributes: ["owner", "item"],
  isEmpty: false,
};
/** One whose catalogue can be restored. */
const RESTORABLE: PolicyDeclaration = {
  ...dreamPortraits,
  stores: dreamPortraits.stores.map((store) =>
    store.id === "catalogue" ? { ...store, pointInTimeRecoveryDays: 7 } : store,
  ),
};

function watched(declaration: PolicyDeclaration = dreamPortraits, beside: readonly Surrounding[] = []) {
  const clock = virtualClock();
  const ports = {
    clock,
    restores: inMemoryRestores(),
    tasks: inMemoryTasks(),
    surroundings: {
      async *places() {
        yield* beside;
      },
    },
  };
  // A copy that outlives a promise is for the checks of the policy to refuse, and not what these tests are about.
  const policy = PolicySchema.parse(declaration);
  const service = {
    policy,
    bindings: { stores: {} },
    quarantineBucket: "quarantine",
    region: "eu-central-1",
  };
  const open = async () =>
    (await ports.tasks.listOpen(10)).map(({ kind, needs, dueAt }) => ({ kind, needs, dueAt }));
  return { ports, service, open, clock };
}

describe("restores around the one way", () => {
  it("are a task that is due in a day, by the call that made one", async () => {
    const { ports, service, open } = watched();
    await noteRestore(ports, service, { call: "ImportTable", from: [], to: "by-hand" });
    expect(await open()).toEqual([
      {
        kind: "restored-around",
        needs: expect.stringContaining("by-hand"),
        dueAt: "2026-11-24T10:00:00.000Z",
      },
    ]);
  });

  it("are the same task by what lies beside the stores, again each time it is closed and they are there", async () => {
    const { ports, service, open, clock } = watched(dreamPortraits, [COPY]);
    for (const _round of [1, 2]) {
      expect(await lookForCopies(ports, service)).toEqual({ flagged: ["by-hand"] });
      await lookForCopies(ports, service);
      const tasks = await ports.tasks.listOpen(10);
      expect(tasks).toHaveLength(1);
      clock.advance(1);
      const evidence = { what: "Looked.", reference: "T-1" };
      const by = { kind: "staff", name: "ada" } as const;
      const at = clock.now().toISOString();
      const done = { state: "done", by, at, evidence, expiresAtEpochSeconds: 1 } as const;
      for (const { taskId } of tasks) await ports.tasks.close(taskId, done);
    }
    expect(await open()).toEqual([]);
  });

  it("are nothing where there is none", async () => {
    const { ports, service, open } = watched();
    expect(await lookForCopies(ports, service)).toEqual({ flagged: [] });
    expect(await open()).toEqual([]);
  });
});

describe("a service whose copies nobody has restored for a quarter", () => {
  it("asks for a drill, and says when the last one was", async () => {
    const { ports, service, open, clock } = watched(RESTORABLE);
    await lookForCopies(ports, service);
    expect(await open()).toMatchObject([
      { kind: "restore-drill", needs: expect.stringContaining("none was ever restored") },
    ]);

    const done = watched(RESTORABLE);
    const endedAt = clock.now().toISOString();
    const about = {
      service: "dream-portraits",
      region: "eu-central-1",
      storeId: "catalogue",
      slot: "catalogue",
      pointId: "p",
      copiedAt: endedAt,
    };
    await done.ports.restores.open({ ...newRestore(about, clock.now()), state: "completed", endedAt });
    done.clock.advance(90 * DAY_MS - 1);
    await lookForCopies(done.ports, done.service);
    expect(await done.open()).toEqual([]);
    done.clock.advance(1);
    await lookForCopies(done.ports, done.service);
    expect(await done.open()).toMatchObject([
      { kind: "restore-drill", needs: expect.stringContaining(endedAt) },
    ]);
  });

  it("is asked for none if there is no copy", async () => {
    const { ports, service, open } = watched();
    await lookForCopies(ports, service);
    expect(await open()).toEqual([]);
  });
});
