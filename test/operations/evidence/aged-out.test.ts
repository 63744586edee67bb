import { beforeEach, describe, expect, it } from "vitest";
import { mayHaveAgedOut } from "../../../shared/domain/ledger/aged-out.ts";
import { newRequestId, openedAtOf } from "../../../shared/domain/requests/request-id.ts";
import { checkLedger } from "../../../shared/operations/check-ledger.ts";
import { type ErasureWorld, erasureWorld } from "../../world/erasure-world.ts";

const DAY_MS = 86_400_000;
const OPENED = new Date("2026-11-23T10:00:00.123Z");

describe("a request id", () => {
  it("says when it was made, whatever chance added", () => {
    for (const byte of [0, 255]) expect(openedAtOf(newRequestId(OPENED, random(byte)))).toEqual(OPENED);
    expect(openedAtOf("req_none")).toBeUndefined();
  });
});

describe("a lane", () => {
  it("may have aged out from the end of its days on, and not a millisecond before", () => {
    const lane = `${newRequestId(OPENED, random(7))}/1/photos`;
    const end = OPENED.getTime() + 30 * DAY_MS;
    expect([end - 1, end].map((at) => mayHaveAgedOut(lane, 30, new Date(at)))).toEqual([false, true]);
    expect(mayHaveAgedOut("no request/1/photos", 30, new Date(end))).toBe(false);
  });
});

describe("the evidence, when entries go by the end that the policy gives them", () => {
  let world: ErasureWorld;
  let lanes: readonly string[];
  beforeEach(async () => {
    world = await erasureWorld();
    await world.drainAndRun(await world.open(world.settle("1", 3)));
    lanes = [...world.ledger.stored.keys()];
  });

  it("is whole: lanes that are gone, or gone in part, have aged out and are not damaged", async () => {
    const [first = "", second = ""] = lanes;
    world.clock.advance(world.ledgerDays * DAY_MS);
    world.ledger.stored.delete(first);
    world.ledger.stored.set(second, (world.ledger.stored.get(second) ?? []).slice(1));
    expect(await checkLedger(world)).toMatchObject({ findings: [], lanesAgedOut: lanes.length });
  });

  it("is damaged where one is gone a day too early", async () => {
    world.clock.advance((world.ledgerDays - 1) * DAY_MS);
    world.ledger.stored.delete(lanes[0] ?? "");
    const { findings, lanesAgedOut } = await checkLedger(world);
    expect(findings.map(({ where }) => where)).toEqual([lanes[0]]);
    expect(lanesAgedOut).toBe(0);
  });
});

function random(byte: number): Uint8Array {
  return new Uint8Array(10).fill(byte);
}
