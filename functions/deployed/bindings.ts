import type { Bindings } from "../../shared/domain/policy/bindings.ts";
import { records } from "./records.ts";
import { setting } from "./settings.ts";

/** Where the stores of the service are is not on record: the deployment did not finish. */
export class BindingsNotOnRecord extends Error {
  override readonly name = "BindingsNotOnRecord";
}

/** A deployment that moves a store changes its functions as well; what is warm learns of it within a minute. */
const RECENT_MS = 60_000;

let recent: { readonly bindings: Bindings; readonly readAtMs: number } | undefined;

/**
 * Returns the same as {@link bindingsOnRecord}, read once a minute and process, for what is called once for each of many
 * messages. Only what was written down for the policy that this process serves is kept.
 */
export async function recentBindings(nowMs = performance.now()): Promise<Bindings> {
  if (recent && nowMs - recent.readAtMs < RECENT_MS) return recent.bindings;
  const bindings = await bindingsOnRecord();
  recent = bindings.policyDigest === setting("policyDigest") ? { bindings, readAtMs: nowMs } : undefined;
  return bindings;
}

/** Returns where the stores of this service are, as the last deployment wrote it down. */
export async function bindingsOnRecord(): Promise<Bindings> {
  const service = setting("service");
  const bindings = await records.readBindings(service);
  if (bindings) return bindings;
  throw new BindingsNotOnRecord(`No bindings of ${service} are on record: deploy again, which stores them.`);
}
