import { setTimeout as pause } from "node:timers/promises";
import type { StoreProgress } from "../shared/domain/erasure/store-progress.ts";
import type { ErasureRequest } from "../shared/domain/requests/erasure-request.ts";
import type { RequestRegister } from "../shared/operations/ports.ts";
import { CommandFailed } from "./exit-codes.ts";
import { grouped, type Terminal } from "./terminal.ts";

const LOOK_EVERY_MS = 250;

/**
 * Follows a request until it has ended, or waits for a person or a date that has not come; what each store has come to
 * is said as it changes. Stopping to follow does not stop the request.
 */
export async function follow(
  register: RequestRegister,
  requestId: string,
  terminal: Terminal,
): Promise<ErasureRequest> {
  const said = new Map<string, string>();
  const say = (what: string, line: string): void => {
    if (said.get(what) === line) return;
    said.set(what, line);
    terminal.progress(`  ${what.padEnd(12)} ${line}`);
  };
  for (;;) {
    const request = await register.read(requestId);
    if (!request)
      throw new CommandFailed(`There is no request ${requestId}: list them with \`lethe requests\`.`);
    say("request", request.progress.state.replaceAll("-", " "));
    for (const store of await register.readStoreProgress(requestId)) say(store.storeId, progressLine(store));
    if (isAtRest(request, new Date())) return request;
    await pause(LOOK_EVERY_MS);
  }
}

/** A date that has come is not waited for: the drain takes the request up again. */
function isAtRest({ progress, paused }: ErasureRequest, now: Date): boolean {
  if (paused) return true;
  switch (progress.state) {
    case "completed":
    case "withdrawn":
    case "refused":
    case "grace":
    case "waiting-for-approval":
      return true;
    case "waiting":
      return progress.dueAt > now.toISOString();
    default:
      return false;
  }
}

function progressLine({ found, deletedByCall, left, verified, sealed }: StoreProgress): string {
  if (sealed) return `${grouped(verified?.found ?? found)} sealed, nothing deleted`;
  const records = verified?.kept?.records ?? 0;
  const done = records > 0 ? "cut or deleted" : "deleted";
  const deleted = `${grouped(deletedByCall)} of ${grouped(Math.max(found, deletedByCall + left))} ${done}`;
  const stuck = left > 0 ? `, ${grouped(left)} could not be` : "";
  const looked = verified
    ? `, ${verified.found === 0 ? "verified absent" : `${grouped(verified.found)} still there`}`
    : "";
  const kept = records > 0 ? `, ${grouped(records)} kept under a pseudonym` : "";
  return `${deleted}${stuck}${looked}${kept}`;
}
