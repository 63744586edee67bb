import type { Entry, EntryBody } from "../domain/ledger/entry.ts";
import { isSealed, sealedLane } from "../domain/ledger/lane.ts";
import { laneLeaf, type SealedLane } from "../domain/ledger/leaf.ts";
import type { ClockedService } from "../domain/retention/clocked-service.ts";
import { EXPIRED_BY, expiryLane, restoreLane } from "../domain/retention/expiry-lane.ts";
import { type AnchorCheckpointPorts, anchorCheckpoint } from "./anchor-checkpoint.ts";
import { appendLeaves } from "./append-leaves.ts";
import type { Ledger, TreeStore } from "./ports.ts";

/** Entries that stand before an effect in the lanes of the clock. */
const INTENTS: readonly EntryBody["kind"][] = ["expire-intended", "restore-removing", "restore-handing-over"];

export interface SealExpiryLanesPorts extends AnchorCheckpointPorts {
  readonly ledger: Ledger;
  readonly tree: TreeStore;
}

/**
 * Closes the clock's lanes of a day that is over, puts their ends into the tree, and signs it: from then on nothing can
 * be added to what was deleted that day, changed in it, or taken away, unseen. Run twice it adds the same leaves again.
 *
 * @returns the lanes that were closed; none if nothing was due that day.
 */
export async function sealExpiryLanes(
  ports: SealExpiryLanesPorts,
  service: ClockedService,
  day: Date,
): Promise<readonly SealedLane[]> {
  const sealed: SealedLane[] = [];
  for (const lane of lanesOf(service, day)) {
    const entries = await ports.ledger.readLane(lane);
    if (entries.length === 0) continue;
    if (!isSealed(entries)) {
      await ports.ledger.append(lane, undefined, { kind: "sealed", remaining: unendedBatches(entries) });
    }
    sealed.push(sealedLane(lane, await ports.ledger.readLane(lane)));
  }
  if (sealed.length === 0) return sealed;
  const { edge } = await appendLeaves(ports.tree, sealed.map(laneLeaf));
  await anchorCheckpoint(ports, service, edge);
  return sealed;
}

function lanesOf({ stores, buckets }: ClockedService, day: Date): readonly string[] {
  const ofStores = [...stores.keys()].flatMap((store) =>
    EXPIRED_BY.filter((by) => by !== "restore").flatMap((by) =>
      Array.from({ length: buckets.shards }, (_, shard) => expiryLane(by, store, shard, day)),
    ),
  );
  // A store that comes back need not be on the clock, so one lane has them all.
  return [...ofStores, restoreLane(day)];
}

/** A process that dies between a deletion and its outcome leaves an intent; the next one finds its things absent. */
function unendedBatches(entries: readonly Entry[]): number {
  const ended = new Set(entries.flatMap(({ body }) => ("intended" in body ? [body.intended] : [])));
  return entries.filter(({ body, index }) => INTENTS.includes(body.kind) && !ended.has(index)).length;
}
