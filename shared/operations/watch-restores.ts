import type { Policy } from "../domain/policy/policy.ts";
import { hasEnded } from "../domain/restore/restore.ts";
import {
  isRestoredAround,
  type KnownPlaces,
  looksLikeCopy,
  type RecordedRestore,
} from "../domain/restore/restored-around.ts";
import { newTask } from "../domain/tasks/task.ts";
import type { Clock, Restores, Surroundings, Tasks } from "./ports.ts";

/** A restore that nobody has done for a quarter may not work when it has to: ours. */
const DRILL_EVERY_DAYS = 90;
const DAY_MS = 86_400_000;
const RESTORES_READ_MAX = 100;
/** So many names fit into a task; the others are found again when these are gone. */
const NAMES_MAX = 5;

export interface WatchRestoresPorts {
  readonly restores: Pick<Restores, "list">;
  readonly surroundings: Surroundings;
  readonly tasks: Tasks;
  readonly clock: Clock;
}

/** The service, and where it is. */
export interface WatchedService extends Omit<KnownPlaces, "openRestores"> {
  readonly region: string;
}

/** What was found beside the stores, by name. */
export interface SeenAround {
  readonly flagged: readonly string[];
}

/** Asks a person to look at a restore that somebody made around the one way in which what was erased stays away. */
export async function noteRestore(
  ports: Pick<WatchRestoresPorts, "restores" | "tasks" | "clock">,
  service: WatchedService,
  recorded: RecordedRestore,
): Promise<SeenAround> {
  const known = { ...service, openRestores: await openRestores(ports) };
  if (!isRestoredAround(recorded, known)) return { flagged: [] };
  const what = recorded.to ?? `what ${recorded.call} made`;
  await askToLook(ports, service, [what]);
  return { flagged: [what] };
}

/**
 * Looks at every bucket and table of the account for what our stores hold, whatever call brought it there; and asks for
 * a drill if no restore has completed for a quarter.
 */
export async function lookForCopies(ports: WatchRestoresPorts, service: WatchedService): Promise<SeenAround> {
  const known = { ...service, openRestores: await openRestores(ports) };
  const flagged: string[] = [];
  for await (const seen of ports.surroundings.places()) {
    if (looksLikeCopy(seen, known)) flagged.push(seen.name);
  }
  if (flagged.length > 0) await askToLook(ports, service, flagged);
  await askForDrill(ports, service);
  return { flagged };
}

async function openRestores({ restores }: Pick<WatchRestoresPorts, "restores">): Promise<readonly string[]> {
  const all = await restores.list(RESTORES_READ_MAX);
  return all.filter((restore) => !hasEnded(restore)).map(({ restoreId }) => restoreId);
}

async function askToLook(
  { tasks, clock }: Pick<WatchRestoresPorts, "tasks" | "clock">,
  { policy, region }: WatchedService,
  names: readonly string[],
): Promise<void> {
  const needs = `Delete what was brought back or copied by hand, in which the erased may be, or declare it in the policy; bring copies back by lethe restore: ${names.slice(0, NAMES_MAX).join(", ")}.`;
  await tasks.open(
    newTask("restored-around", { service: policy.service.id, region }, { needs, now: clock.now() }),
  );
}

async function askForDrill(
  { restores, tasks, clock }: WatchRestoresPorts,
  { policy, region }: WatchedService,
): Promise<void> {
  if (!canBeRestored(policy)) return;
  const now = clock.now();
  const done = (await restores.list(RESTORES_READ_MAX)).filter(({ state }) => state === "completed");
  const last = done
    .map(({ endedAt = "" }) => endedAt)
    .sort()
    .at(-1);
  const since = new Date(now.getTime() - DRILL_EVERY_DAYS * DAY_MS).toISOString();
  if (last !== undefined && last > since) return;
  const needs = `Restore a copy by lethe restore, as docs/runbook.md says under game day: ${last === undefined ? "none was ever restored" : `the last restore was completed at ${last}`}.`;
  await tasks.open(newTask("restore-drill", { service: policy.service.id, region }, { needs, now }));
}

/** Without a vault and a point-in-time window there is nothing to restore from. */
function canBeRestored({ backups, stores }: Policy): boolean {
  return (
    backups.vaults.length > 0 ||
    stores.some((store) => store.kind === "dynamodb" && store.pointInTimeRecoveryDays > 0)
  );
}
