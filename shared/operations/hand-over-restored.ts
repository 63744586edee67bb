import type { RestoredThing } from "../domain/restore/restored-thing.ts";
import { restoreLane } from "../domain/retention/expiry-lane.ts";
import { type Cleaned, type CleanRestoredPorts, cleanPage, type WorkedCopy } from "./clean-restored.ts";
import { judgeRestored } from "./judge-restored.ts";
import { notToComeBack, type VerifyRestoredPorts } from "./verify-restored.ts";

/** What cleaned a copy and what looked at it again do not agree: nothing of this page was handed over. */
export class RestoreNotClean extends Error {
  override readonly name = "RestoreNotClean";
}

export interface HandOverPorts extends CleanRestoredPorts, VerifyRestoredPorts {
  readonly holds: CleanRestoredPorts["holds"];
  readonly decisions: VerifyRestoredPorts["decisions"];
  readonly tombstones: CleanRestoredPorts["tombstones"] & VerifyRestoredPorts["tombstones"];
}

/** What of one page went back to its store; the rest of it was cleaned first. */
export interface HandedOver extends Cleaned {
  readonly handedOver: number;
  readonly thereAlready: number;
}

/**
 * Gives one page back to its store, each thing only if both ways of judging let it; afterwards it is judged once more,
 * and who was erased in that moment is taken back. What was given back goes from quarantine.
 *
 * @throws {RestoreNotClean} before anything is given back, if the two do not agree.
 */
export async function handOverPage(
  ports: HandOverPorts,
  copy: WorkedCopy,
  page: readonly RestoredThing[],
): Promise<HandedOver> {
  const { ledger, clock } = ports;
  const { quarantined, gate } = copy;
  const cleaned = await cleanPage(ports, copy, page);
  const { coming } = cleaned;
  const wrong = await notToComeBack(ports, copy, coming);
  if (wrong.length > 0) {
    throw new RestoreNotClean(
      `${wrong.length} of ${coming.length} things of store ${quarantined.storeId} passed the first look and not the second: nothing of them was handed over. See docs/runbook.md.`,
    );
  }
  if (coming.length === 0) return { ...cleaned, handedOver: 0, thereAlready: 0 };
  const lane = restoreLane(clock.now());
  const store = quarantined.storeId;
  const { index: intended } = await ledger.append(lane, undefined, {
    kind: "restore-handing-over",
    store,
    things: coming.length,
  });
  const how = await quarantined.handOver(coming);
  const given = coming.filter((_, at) => how[at] === "handed-over");
  const stays = new Set(await staying(ports, copy, given));
  const back = given.filter((one) => !stays.has(one));
  if (back.length > 0) await quarantined.takeBack(back, gate);
  const done = coming.filter((one) => !back.includes(one));
  const gone = await quarantined.remove(done, gate);
  const thereAlready = coming.length - given.length;
  const handedOver = given.length - back.length;
  await ledger.append(lane, undefined, {
    kind: "restore-handed-over",
    store,
    intended,
    handedOver,
    thereAlready,
    takenBack: back.length,
  });
  return {
    ...cleaned,
    handedOver,
    thereAlready,
    held: cleaned.held + gone.filter((one) => one === "held").length,
  };
}

async function staying(ports: HandOverPorts, copy: WorkedCopy, page: readonly RestoredThing[]) {
  const verdicts = await judgeRestored(ports, copy, page);
  return page.filter((_, at) => {
    const verdict = verdicts[at];
    return verdict === "stays" || verdict === "sealed";
  });
}
