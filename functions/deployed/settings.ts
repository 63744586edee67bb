import { z } from "zod";
import {
  DEPLOYMENT_VARIABLES,
  DeploymentIncomplete,
  type DeploymentSetting,
  deploymentSetting,
  TIME_VARIABLES,
} from "../../shared/adapters/aws/deployment.ts";
import type { TimeScale } from "../../shared/adapters/clock/scaled-time.ts";

/** Returns a setting of this function: the one place where functions read their environment. */
export function setting(name: DeploymentSetting): string {
  return deploymentSetting(process.env, name);
}

/**
 * Returns a setting that is a whole number above nothing, such as days.
 *
 * @throws {DeploymentIncomplete} if it is not set, or is something else.
 */
export function numberSetting(name: "runsAtOnceMax" | "ledgerDays"): number {
  const parsed = z.coerce.number().int().positive().safeParse(setting(name));
  if (parsed.success) return parsed.data;
  throw new DeploymentIncomplete(`${DEPLOYMENT_VARIABLES[name]} is no whole number: deploy again.`);
}

/** Says whether this runs on the embedded AWS, where a caller may name the member of staff they are. */
export function hasLocalActors(): boolean {
  return process.env.LETHE_LOCAL_ACTORS === "yes";
}

/** Says whether this runs on the embedded AWS, where stand-ins answer for third parties and nobody else is asked. */
export function asksStandIns(): boolean {
  return process.env.LETHE_STAND_INS === "yes";
}

/** Says whether this runs on the embedded AWS, where copies are buckets and tables and no recovery points. */
export function hasLocalCopies(): boolean {
  return process.env.LETHE_LOCAL_COPIES === "yes";
}

/** Returns how time runs here; undefined where it runs as it does everywhere. */
export function timeScale(): TimeScale | undefined {
  const { [TIME_VARIABLES.scale]: scale, [TIME_VARIABLES.origin]: origin } = process.env;
  return scale === undefined || origin === undefined ? undefined : { scale: Number(scale), origin };
}
