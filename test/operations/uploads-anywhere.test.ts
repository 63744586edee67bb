import { describe, expect, it } from "vitest";
import { checkLedger } from "../../shared/operations/check-ledger.ts";
import { certificateOf } from "../world/certificate-of.ts";
import { erasureWorld, runSteps } from "../world/erasure-world.ts";
import { WITH_INVOICES } from "../world/killed.ts";
import { untilNothingIsDue } from "../world/look-again.ts";
import { portsThrough } from "../world/ports-through.ts";
import { uploading } from "../world/uploading.ts";

/** Two batches of each store, so that uploads land between batches too. */
const ENTRIES = 12;
const SIDES = ["before", "after"] as const;
const LATE = "late";

/** Every call of an erasure, each in a world of its own, on a slow machine. */
const TIMEOUT_MS = 60_000;

describe("an upload at any call of an erasure", { timeout: TIMEOUT_MS }, () => {
  it.each(SIDES)(
    "is purged, and never certified absent while it was there, landing %s the call",
    async (side) => {
      let purgedLater = 0;
      for (let atCall = 0; ; atCall += 1) {
        const world = await erasureWorld({}, WITH_INVOICES);
        const person = world.settle("1", ENTRIES);
        const requestId = await world.open(person);
        await world.drain();
        const stores = world.stores.filter(({ kind }) => kind !== "cognito");
        const there = (id: string) => world.store(id).holds(person).includes(LATE);
        const passage = uploading({ atCall, side, isThere: there }, () => {
          for (const store of stores) store.put(person, [LATE]);
        });

        await runSteps(portsThrough(passage, world), await world.stepOf(requestId), (_name, step) => step());
        world.executions.end(requestId, 1);

        const where = `uploaded ${side} call ${atCall}, ${passage.calls[atCall]}`;
        expect(passage.unseen, where).toEqual([]);
        expect((await world.read(requestId)).progress.state, where).toBe("completed");
        const first = await certificateOf(world, requestId);
        expect(
          first.body.stores.map(({ verifiedFound }) => verifiedFound),
          where,
        ).toEqual(world.stores.map(() => 0));
        // What lands after a store was looked into is what the gap in this certificate is about.
        if (stores.some(({ storeId }) => there(storeId))) {
          purgedLater += 1;
          expect(first.body.gaps[0], where).toContain("could be used until");
        }

        await untilNothingIsDue(world, requestId);
        // The last call of all is no call: there nothing was uploaded.
        const isUploaded = atCall < passage.calls.length;
        expect(world.retainedStore("invoices").kept(person), where).toHaveLength(
          isUploaded ? ENTRIES + 1 : ENTRIES,
        );
        for (const store of world.stores) expect(store.holds(person), where).toEqual([]);
        const last = await certificateOf(world, requestId);
        expect(last.body, where).toMatchObject({ final: true, gaps: [] });
        expect((await checkLedger(world)).findings, where).toEqual([]);
        if (passage.calls.length <= atCall) {
          expect(atCall).toBeGreaterThan(100);
          return expect(purgedLater).toBeGreaterThan(5);
        }
      }
    },
  );
});
