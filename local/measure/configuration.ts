import type { MechanismName } from "../../shared/domain/policy/mechanism.ts";
import { mechanismsNamedBy } from "../../shared/domain/policy/mechanisms-named.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import type { SynthesisedStack } from "../cloud-assembly.ts";
import type { LocalAws } from "../local-environment.ts";
import type { Seen } from "../measured.ts";
import { ReadBackDifference, readBack } from "../read-back.ts";

/** Guards whose settings are read back from every bucket, table, role and log group; networks are not. */
const READ_BACK: readonly MechanismName[] = [
  "lifecycle",
  "time-to-live",
  "log-retention",
  "purpose-tags",
  "region-boundary",
  "declared-places-only",
  "encryption-required",
];

/** Reads the settings of every stack back once more, and returns what that says of each guard made of settings. */
export async function measureConfiguration(
  aws: LocalAws,
  policy: Policy,
  stacks: readonly SynthesisedStack[],
): Promise<readonly Seen[]> {
  const named = mechanismsNamedBy(policy).filter(({ mechanism }) => READ_BACK.includes(mechanism));
  if (named.length === 0) return [];
  const fault = await faultIn(aws, stacks);
  const how = fault ?? "the settings of every bucket, table, role and log group are those of the templates";
  return named.map((mechanism) => ({ mechanism, held: fault === undefined, how }));
}

async function faultIn(aws: LocalAws, stacks: readonly SynthesisedStack[]): Promise<string | undefined> {
  try {
    for (const stack of stacks) await readBack({ aws, stack });
    return undefined;
  } catch (error) {
    if (error instanceof ReadBackDifference) return error.message.split("\n").slice(0, 2).join(" ");
    throw error;
  }
}
