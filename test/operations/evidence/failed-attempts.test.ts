import { beforeEach, describe, expect, it } from "vitest";
import type { Entry } from "../../../shared/domain/ledger/entry.ts";
import { LaneSealed } from "../../../shared/domain/ledger/lane.ts";
import { checkLedger } from "../../../shared/operations/check-ledger.ts";
import { sealFailedAttempts } from "../../../shared/operations/seal-failed-attempts.ts";
import type { ErasureWorld } from "../../world/erasure-world.ts";
import { begun, once } from "../../world/killed.ts";
import { untilNothingIsDue } from "../../world/look-again.ts";
import { mortalProcess } from "../../world/mortal-process.ts";

const MINUTE_MS = 60_000;
/** In the middle of a store: its lane has an intent, and no outcome. */
const AT_CALL = 60;

let world: ErasureWorld;
let requestId: string;

beforeEach(async () => {
  const story = await begun();
  ({ world, requestId } = story);
  const process = mortalProcess({ atCall: AT_CALL, side: "before" });
  await once(world, requestId, process).catch((error: unknown) => {
    if (!process.isDead) throw error;
  });
  world.executions.end(requestId, 1);
});

describe("the lanes of an attempt that was killed", () => {
  it("are open until a later attempt has its certificate, and in the tree from then on", async () => {
    expect(lanesOf(1).length).toBeGreaterThan(1);
    expect(await checkLedger(world)).toMatchObject({ lanesOpen: lanesOf(1).length, leaves: 0 });

    await nextAttempt();
    expect(await checkLedger(world)).toMatchObject({ lanesOpen: 0, findings: [] });
    const kinds = lanesOf(1).map((lane) => world.ledger.stored.get(lane)?.at(-1)?.body.kind);
    expect(kinds).toContain("abandoned");
  });

  it("show it when an entry is cut off, changed or added, as every lane does", async () => {
    await nextAttempt();
    const lane = lanesOf(1).find((name) => name.endsWith("/photos")) ?? "";
    const entries = world.ledger.stored.get(lane) ?? [];
    const [first] = entries;
    if (!first) throw new Error("The killed attempt wrote nothing about photos.");
    const changed: Entry = { ...first, at: "2026-11-23T09:00:00.000Z" };
    for (const tampered of [entries.slice(0, -1), [changed, ...entries.slice(1)], [...entries, first]]) {
      world.ledger.stored.set(lane, tampered);
      expect((await checkLedger(world)).findings.map(({ where }) => where)).toContain(lane);
    }
    world.ledger.stored.delete(lane);
    expect((await checkLedger(world)).findings.map(({ where }) => where)).toContain(lane);
  });

  it("take nothing more from what was thought dead", async () => {
    await nextAttempt();
    const lane = lanesOf(1).find((name) => name.endsWith("/photos")) ?? "";
    const late = { kind: "erase-ended", store: "photos", deleted: 1, left: 0, finished: true } as const;
    await expect(world.ledger.append(lane, "v1_x", late)).rejects.toThrow(LaneSealed);
  });

  it("are put there once: a later look does not do it again", async () => {
    await nextAttempt();
    const { leaves } = await checkLedger(world);
    const request = await world.read(requestId);
    expect(request.evidencedAttempt).toBe(2);
    await sealFailedAttempts(world, { ...request, attempt: 3, subjectId: world.settle("1", 0) }, ["photos"]);
    expect((await checkLedger(world)).leaves).toBe(leaves);

    await untilNothingIsDue(world, requestId);
    expect(await checkLedger(world)).toMatchObject({ lanesOpen: 0, findings: [] });
  });
});

function lanesOf(attempt: number): readonly string[] {
  return [...world.ledger.stored.keys()].filter((lane) => lane.startsWith(`${requestId}/${attempt}/`));
}

/** The drain finds the run lost, and starts the next one a minute later. */
async function nextAttempt(): Promise<void> {
  for (let minute = 0; minute < 2; minute += 1) {
    world.clock.advance(MINUTE_MS);
    await world.drainAndRun(requestId);
  }
  expect((await world.read(requestId)).progress.state).toBe("completed");
}
