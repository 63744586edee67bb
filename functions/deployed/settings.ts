import { z } from "zod";
import {
  DEPLOYMENT_VARIABLES,
  DeploymentIncomplete,
  type DeploymentSetting,
  deploymentSetting,
} from "../../shared/adapters/aws/deployment.ts";

/** Returns a setting of this function: the one place where functions read their environment. */
export function setting(name: DeploymentSetting): string {
  return deploymentSetting(process.env, name);
}

/**
 * Returns how many erasures this deployment runs at once.
 *
 * @throws {DeploymentIncomplete} if it does not say, or says no number.
 */
export function runsAtOnceMax(): number {
  const parsed = z.coerce.number().int().positive().safeParse(setting("runsAtOnceMax"));
  if (parsed.success) return parsed.data;
  throw new DeploymentIncomplete(`${DEPLOYMENT_VARIABLES.runsAtOnceMax} is no number of runs: deploy again.`);
}

/** Says whether this runs on the embedded AWS, where a caller may name the member of staff they are. */
export function hasLocalActors(): boolean {
  return process.env.LETHE_LOCAL_ACTORS === "yes";
}
