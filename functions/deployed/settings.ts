import { z } from "zod";
import { type DeploymentSetting, deploymentSetting } from "../../shared/adapters/aws/deployment.ts";

/** Returns a setting of this function: the one place where functions read their environment. */
export function setting(name: DeploymentSetting): string {
  return deploymentSetting(process.env, name);
}

/** Returns how many erasures this deployment runs at once. */
export function runsAtOnceMax(): number {
  return z.coerce.number().int().positive().parse(setting("runsAtOnceMax"));
}

/** Says whether this runs on the embedded AWS, where a caller may name the member of staff they are. */
export function hasLocalActors(): boolean {
  return process.env.LETHE_LOCAL_ACTORS === "yes";
}
