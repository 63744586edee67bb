import type { Policy } from "../domain/policy/policy.ts";
import {
  CACHE_ADDRESSES_AT_ONCE,
  cachedAddresses,
  cachedStore,
} from "../domain/processors/cached-addresses.ts";
import { askForAKey, type HandOverPorts } from "./ask-for-a-person.ts";
import type { AskedCache, Connectors, DeletedObjects, ExpiringStore } from "./ports.ts";

/** So many addresses of a message are looked at on the edge; the others go by the word of the cache, and by their age. */
const LOOKED_AT_MAX = 2;

export interface PurgeCachedPorts extends HandOverPorts {
  readonly connectors: Connectors;
  readonly expiringStores: ReadonlyMap<string, Pick<ExpiringStore, "see">>;
}

/** Copies to be dropped, as they were told once. */
export interface ToldCopies extends DeletedObjects {
  /** The same each time they come again: CloudFront, which bills each path, then goes on with what it has begun. */
  readonly toldAs: string;
}

/** A cache was told to drop copies and did not; it is told again, and the copies go by their age at the latest. */
export class StillCached extends Error {
  override readonly name = "StillCached";
}

/**
 * Has a cache drop the copies of objects that were deleted, and looks on its edge whether it did.
 *
 * @throws {StillCached} saying what the cache answered or still serves; a key that it refuses is a person's task as well.
 */
export async function purgeCached(
  ports: PurgeCachedPorts,
  policy: Policy,
  region: string,
  deleted: ToldCopies,
): Promise<void> {
  const declared = cachedStore(policy, deleted.store);
  // A policy that has come since does not have it cached any more.
  if (!declared) return;
  const { processor } = declared;
  const cache = ports.connectors(processor)?.cache;
  if (!cache) throw new StillCached(`${processor} is asked by no API that drops copies by address.`);
  const addresses = deleted.keys.flatMap((key) => cachedAddresses(declared, key));
  for (let from = 0; from < addresses.length; from += CACHE_ADDRESSES_AT_ONCE) {
    const portion = addresses.slice(from, from + CACHE_ADDRESSES_AT_ONCE);
    const said = await cache.drop(portion, `${deleted.toldAs}-${from}`);
    if (!("trouble" in said)) continue;
    if (said.trouble === "credentials") {
      await askForAKey(ports, { service: policy.service.id, region }, policy, processor);
    }
    const why = "why" in said ? said.why : `to be asked again in ${said.againAfterSeconds} s`;
    throw new StillCached(`${processor} did not take it (${said.trouble}): ${why}.`);
  }
  const looked = await lookable(ports, deleted, Math.ceil(LOOKED_AT_MAX / declared.addresses.length));
  await lookAt(
    cache,
    processor,
    looked.flatMap((key) => cachedAddresses(declared, key)),
  );
}

/** What was stored again meanwhile is served by right. */
async function lookable(
  { expiringStores }: PurgeCachedPorts,
  { store, keys }: DeletedObjects,
  max: number,
): Promise<readonly string[]> {
  const some = keys.slice(0, max);
  const there = await Promise.all(some.map((key) => expiringStores.get(store)?.see({ store, key })));
  return some.filter((_, at) => there[at] === undefined);
}

/** Where nobody can look, the word of the cache stands. */
async function lookAt(cache: AskedCache, processor: string, addresses: readonly string[]): Promise<void> {
  const sights = await Promise.all(addresses.map((address) => cache.look(address)));
  const still = sights.filter((sight) => sight === "still-there").length;
  if (still > 0) throw new StillCached(`${processor} still serves ${still} of ${addresses.length} copies.`);
}
