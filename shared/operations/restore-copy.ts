import type { Policy } from "../domain/policy/policy.ts";
import { hasEnded, type Restore } from "../domain/restore/restore.ts";
import { countedVerdicts, noVerdicts, type VerdictCounts } from "../domain/restore/restored-thing.ts";
import {
  type Cleaned,
  type CleanRestoredPorts,
  cleanPage,
  type WorkedCopy,
  workedCopy,
} from "./clean-restored.ts";
import { STOP_BEFORE_DEADLINE_MS } from "./delete-gate.ts";
import { type HandOverPorts, handOverPage, RestoreNotClean } from "./hand-over-restored.ts";
import { judgeRestored } from "./judge-restored.ts";
import type { Quarantine, Restores } from "./ports.ts";
import { notToComeBack } from "./verify-restored.ts";

/** What is still wrong after so many passes will not be right after one more: a person has to look. */
const PASSES_MAX = 3;

export interface RestoreCopyPorts extends HandOverPorts {
  readonly restores: Restores;
  readonly quarantine: Quarantine;
}

/** A restore of this id is not on record; nothing was done. */
export class RestoreUnknown extends Error {
  override readonly name = "RestoreUnknown";
}

/**
 * Takes a restore as far as time allows: the copy is brought into quarantine, cleaned of what does not come back,
 * looked at again by other code, and handed over page by page. Run again after a death at any call it goes on; nothing
 * that is not clean is ever handed over.
 *
 * @throws {RestoreNotClean} if the two ways of looking do not come to agree.
 */
export async function restoreCopy(
  ports: RestoreCopyPorts,
  policy: Policy,
  restoreId: string,
): Promise<Restore> {
  for (;;) {
    const restore = await ports.restores.read(restoreId);
    if (!restore) throw new RestoreUnknown(`There is no restore ${restoreId}.`);
    const next = hasEnded(restore) ? undefined : await stepOf(ports, policy, restore);
    if (!next) return restore;
    const stored = await ports.restores.update(next);
    // Another run went on meanwhile, and goes on.
    if (!stored) return next;
    if (next.state === restore.state) return stored;
  }
}

/** @returns how the restore stands afterwards; undefined if it has to be waited for. */
async function stepOf(
  ports: RestoreCopyPorts,
  policy: Policy,
  restore: Restore,
): Promise<Restore | undefined> {
  switch (restore.state) {
    case "bringing-back":
      return (await ports.quarantine.bringBack(restore)) === "whole"
        ? { ...restore, state: "cleaning" }
        : undefined;
    case "cleaning":
      return clean(ports, policy, restore);
    case "verifying":
      return verify(ports, policy, restore);
    case "handing-over":
      return handOver(ports, policy, restore);
    case "completed":
    case "abandoned":
      return undefined;
  }
}

async function clean(ports: RestoreCopyPorts, policy: Policy, restore: Restore): Promise<Restore> {
  if (restore.passes >= PASSES_MAX) {
    throw new RestoreNotClean(
      `Restore ${restore.restoreId} is not clean after ${PASSES_MAX} passes: it stays in quarantine, and nothing was handed over. See docs/runbook.md.`,
    );
  }
  let so = restore;
  let [held, left] = [0, 0];
  for (const copy of copiesOf(ports, policy, restore)) {
    for await (const page of copy.quarantined.list()) {
      if (isTimeUp(ports)) return so;
      const cleaned = await cleanPage(ports, copy, page);
      so = withRemoved(so, cleaned);
      held += cleaned.held;
      left += cleaned.left;
    }
  }
  return left > 0 ? so : { ...so, held, passes: restore.passes + 1, state: "verifying" };
}

/** Only what a hold keeps in quarantine may be there and not come back. */
async function verify(ports: RestoreCopyPorts, policy: Policy, restore: Restore): Promise<Restore> {
  let wrong = 0;
  for (const copy of copiesOf(ports, policy, restore)) {
    for await (const page of copy.quarantined.look()) {
      if (isTimeUp(ports)) return restore;
      wrong += (await notToComeBack(ports, copy, page)).length;
    }
  }
  return { ...restore, state: wrong > restore.held ? "cleaning" : "handing-over" };
}

async function handOver(ports: RestoreCopyPorts, policy: Policy, restore: Restore): Promise<Restore> {
  let so = restore;
  let held = 0;
  for (const copy of copiesOf(ports, policy, restore)) {
    for await (const page of copy.quarantined.list()) {
      if (isTimeUp(ports)) return so;
      const done = await handOverPage(ports, copy, page);
      const { handedOver, thereAlready } = so;
      so = withRemoved(so, done);
      so = {
        ...so,
        handedOver: handedOver + done.handedOver,
        thereAlready: thereAlready + done.thereAlready,
      };
      held += done.held;
    }
  }
  so = { ...so, held };
  if (!(await ports.quarantine.putAway(so))) return so;
  return { ...so, state: "completed", endedAt: ports.clock.now().toISOString() };
}

/**
 * Ends a restore of which nothing more is to come back: what lies in quarantine goes, through the gate.
 *
 * @returns how it stands: not ended yet if a hold keeps something there, or time was up.
 */
export async function abandonRestore(
  ports: RestoreCopyPorts,
  policy: Policy,
  restore: Restore,
): Promise<Restore> {
  if (hasEnded(restore)) return restore;
  for (const { quarantined, gate } of copiesOf(ports, policy, restore)) {
    for await (const page of quarantined.list()) {
      if (isTimeUp(ports)) return restore;
      await quarantined.remove(page, gate);
    }
  }
  if (!(await ports.quarantine.putAway(restore))) return restore;
  const endedAt = ports.clock.now().toISOString();
  return (await ports.restores.update({ ...restore, state: "abandoned", endedAt })) ?? restore;
}

/** What a restore would come to, while nothing of it is changed. */
export async function planRestore(
  ports: Pick<RestoreCopyPorts, "quarantine"> & CleanRestoredPorts,
  policy: Policy,
  restore: Restore,
): Promise<VerdictCounts> {
  let counts = noVerdicts();
  for (const copy of copiesOf(ports, policy, restore)) {
    for await (const page of copy.quarantined.list()) {
      counts = countedVerdicts(counts, await judgeRestored(ports, copy, page));
    }
  }
  return counts;
}

function copiesOf(
  ports: Pick<RestoreCopyPorts, "quarantine"> & CleanRestoredPorts,
  policy: Policy,
  restore: Restore,
): readonly WorkedCopy[] {
  return ports.quarantine
    .stores(restore)
    .map((quarantined) => workedCopy(ports, policy, quarantined, restore.copiedAt));
}

function isTimeUp({ remainingMs }: Pick<RestoreCopyPorts, "remainingMs">): boolean {
  return remainingMs() < STOP_BEFORE_DEADLINE_MS;
}

function withRemoved(restore: Restore, { removed, cut }: Cleaned): Restore {
  const { erased, expired, objected, undated, nobodys } = restore.removed;
  return {
    ...restore,
    removed: {
      erased: erased + removed.erased,
      expired: expired + removed.expired,
      objected: objected + removed.objected,
      undated: undated + removed.undated,
      nobodys: nobodys + removed.nobodys,
    },
    cut: restore.cut + cut,
  };
}
