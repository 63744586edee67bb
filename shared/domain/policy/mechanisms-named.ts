import { canonicalJson } from "../canonical-json.ts";
import { mechanismsOf } from "./kept-by.ts";
import type { Mechanism } from "./mechanism.ts";
import type { Policy } from "./policy.ts";

/** Returns every mechanism that a promise of the policy names, each once, in the order of the promises. */
export function mechanismsNamedBy({ promises }: Policy): readonly Mechanism[] {
  const named = promises.flatMap(mechanismsOf);
  return [...new Map(named.map((mechanism) => [canonicalJson(mechanism), mechanism])).values()];
}
