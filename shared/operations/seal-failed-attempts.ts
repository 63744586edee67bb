import { laneOf } from "../domain/erasure/step.ts";
import { isSealed, sealedLane } from "../domain/ledger/lane.ts";
import { type Leaf, laneLeaf } from "../domain/ledger/leaf.ts";
import { appendLeaves } from "./append-leaves.ts";
import type { Ledger, TreeStore } from "./ports.ts";
import type { RunningRequest } from "./running-request.ts";

export interface SealFailedAttemptsPorts {
  readonly ledger: Ledger;
  readonly tree: TreeStore;
}

/**
 * Closes the lanes of every attempt of a request that came to no certificate, and puts their ends into the tree, so that
 * the next signed checkpoint covers them too. Run twice it puts the same ends there once more.
 *
 * What an attempt that was thought dead writes afterwards is refused.
 *
 * @param targets what the lanes of an attempt are about.
 * @throws {LaneBroken} if entries of one do not form a chain.
 */
export async function sealFailedAttempts(
  { ledger, tree }: SealFailedAttemptsPorts,
  request: RunningRequest,
  targets: readonly string[],
): Promise<void> {
  const leaves: Leaf[] = [];
  for (let attempt = (request.evidencedAttempt ?? 0) + 1; attempt < request.attempt; attempt += 1) {
    for (const target of targets) {
      const lane = laneOf({ requestId: request.requestId, attempt }, target);
      const entries = await ledger.readLane(lane);
      if (entries.length === 0) continue;
      if (!isSealed(entries)) await ledger.append(lane, request.subjectRef, { kind: "abandoned" });
      leaves.push(laneLeaf(sealedLane(lane, await ledger.readLane(lane))));
    }
  }
  if (leaves.length > 0) await appendLeaves(tree, leaves);
}
