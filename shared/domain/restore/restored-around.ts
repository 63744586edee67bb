import type { Bindings } from "../policy/bindings.ts";
import type { Policy } from "../policy/policy.ts";
import { type ClockStore, clockStoreOf } from "../retention/clock-rules.ts";
import { ownerOf } from "../retention/thing-owner.ts";
import { QUARANTINE_NAME } from "./restore.ts";

/** A call that brings a copy back, as CloudTrail recorded it. */
export interface RecordedRestore {
  readonly call: string;
  /** What it was made from, as the call names it: tables, backups, recovery points. */
  readonly from: readonly string[];
  /** The table or bucket that it comes back to, as far as the call names it. */
  readonly to?: string | undefined;
}

/** A bucket or table of the account, as far as it can be seen without reading what is in it. */
export interface Surrounding {
  readonly kind: "bucket" | "table";
  readonly name: string;
  /** Of a bucket: a few keys under the prefixes of our stores. */
  readonly keys?: readonly string[];
  /** Of a table: names of its key attributes, the partition's first. */
  readonly keyAttributes?: readonly string[];
  /** Of a table that DynamoDB restored: the table it was. */
  readonly restoredFrom?: string;
  readonly isEmpty: boolean;
}

/** Where the stores of a service are, and what is its own beside them. */
export interface KnownPlaces {
  readonly policy: Policy;
  readonly bindings: Pick<Bindings, "stores">;
  readonly quarantineBucket: string;
  /** Restores under way: what they bring back lies in tables named after them. */
  readonly openRestores: readonly string[];
}

/** Says whether a recorded call brings a copy of ours back around the one way in which what was erased stays away. */
export function isRestoredAround({ from, to }: RecordedRestore, known: KnownPlaces): boolean {
  if (to !== undefined && (to === known.quarantineBucket || isOpenQuarantine(to, known))) return false;
  const tables = Object.values(known.bindings.stores).map(({ id }) => id);
  const named = from.flatMap((one) => /(?:table\/|^)([A-Za-z0-9_.-]{3,255})(?:$|\/)/u.exec(one)?.[1] ?? []);
  // A copy that does not say what it is of may be of ours.
  return named.length === 0 || named.some((name) => tables.includes(name));
}

/**
 * Says whether something in the account holds what our stores hold and is none of them: a table that DynamoDB restored
 * from one of ours, one with the same key attributes, or a bucket with keys that name our people.
 */
export function looksLikeCopy(seen: Surrounding, known: KnownPlaces): boolean {
  const { policy, bindings, quarantineBucket } = known;
  const places = Object.values(bindings.stores).map(({ id }) => id);
  if (places.includes(seen.name) || seen.name === quarantineBucket) return false;
  if (isOpenQuarantine(seen.name, known)) return false;
  if (seen.restoredFrom !== undefined && places.includes(seen.restoredFrom)) return true;
  if (seen.isEmpty || isMadeByUs(seen.name, policy)) return false;
  if (seen.name.startsWith(`${QUARANTINE_NAME}-`)) return true;
  const stores = policy.stores.flatMap(({ id }) => clockStoreOf(policy, id) ?? []);
  return stores.some((store) => (seen.kind === "bucket" ? holdsKeysOf(store, seen) : hasKeyOf(store, seen)));
}

function holdsKeysOf(store: ClockStore, { keys = [] }: Surrounding): boolean {
  return store.kind === "s3" && keys.some((key) => ownerOf(store, key) !== undefined);
}

function hasKeyOf(store: ClockStore, { keyAttributes = [] }: Surrounding): boolean {
  if (store.kind === "s3") return false;
  const own = [store.partitionKey.attribute, ...(store.sortKey ? [store.sortKey.attribute] : [])];
  return own.length === keyAttributes.length && own.every((name, at) => name === keyAttributes[at]);
}

/** Names that CloudFormation gives to what our stacks make. */
function isMadeByUs(name: string, { service }: Policy): boolean {
  return ["storage", "evidence", "erasure"].some((part) => name.startsWith(`lethe-${service.id}-${part}-`));
}

function isOpenQuarantine(name: string, { openRestores }: KnownPlaces): boolean {
  return name.startsWith(`${QUARANTINE_NAME}-`) && openRestores.some((restoreId) => name.endsWith(restoreId));
}
