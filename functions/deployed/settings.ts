import {
  type DeploymentSetting,
  deploymentSetting,
  TIME_VARIABLES,
} from "../../shared/adapters/aws/deployment.ts";
import type { TimeScale } from "../../shared/adapters/clock/scaled-time.ts";

/** Returns a setting of this function: the one place where functions read their environment. */
export function setting(name: DeploymentSetting): string {
  return deploymentSetting(process.env, name);
}

/** Says whether this runs on the embedded AWS, where a caller may name the member of staff they are. */
export function hasLocalActors(): boolean {
  return process.env.LETHE_LOCAL_ACTORS === "yes";
}

/** Returns how time runs here; undefined where it runs as it does everywhere. */
export function timeScale(): TimeScale | undefined {
  const { [TIME_VARIABLES.scale]: scale, [TIME_VARIABLES.origin]: origin } = process.env;
  return scale === undefined || origin === undefined ? undefined : { scale: Number(scale), origin };
}
