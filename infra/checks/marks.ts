import type { IConstruct } from "constructs";
import type { Store } from "../../shared/domain/policy/store.ts";

/** Why a resource may hold what it holds. */
export type Mark =
  /** It is where these stores of the policy are. */
  | { readonly holds: "stores"; readonly ids: readonly string[] }
  /** It is Lethe's own; `what` says what lies there. */
  | { readonly holds: "own"; readonly what: string };

/** Kept beside the constructs, not in their metadata, which would end up in the assembly. */
const MARKS = new WeakMap<IConstruct, Mark>();

/** Records that a construct is where declared stores are. */
export function markStores(construct: IConstruct, stores: readonly Store[]): void {
  MARKS.set(construct, { holds: "stores", ids: stores.map(({ id }) => id) });
}

/** Records that a construct holds what Lethe itself keeps. */
export function markOwn(construct: IConstruct, what: string): void {
  MARKS.set(construct, { holds: "own", what });
}

/** Returns the mark of a resource, or of the construct whose main resource it is. */
export function markOf(resource: IConstruct): Mark | undefined {
  const { scope } = resource.node;
  return MARKS.get(resource) ?? (scope?.node.defaultChild === resource ? MARKS.get(scope) : undefined);
}
