import type { Bindings } from "../../shared/domain/policy/bindings.ts";
import { records } from "./records.ts";
import { setting } from "./settings.ts";

/** Where the stores of the service are is not on record: the deployment did not finish. */
export class BindingsNotOnRecord extends Error {
  override readonly name = "BindingsNotOnRecord";
}

/** Returns where the stores of this service are, as the last deployment wrote it down. */
export async function bindingsOnRecord(): Promise<Bindings> {
  const service = setting("service");
  const bindings = await records.readBindings(service);
  if (bindings) return bindings;
  throw new BindingsNotOnRecord(`No bindings of ${service} are on record: deploy again, which stores them.`);
}
