import { type EnvelopeOf, openedBytes, sealedBytes } from "../shared/domain/envelopes/envelope.ts";
import { subjectIdOf } from "../shared/domain/erasure/subject-id.ts";
import { subjectReference } from "../shared/domain/erasure/subject-reference.ts";
import type { CompiledPolicy } from "../shared/domain/policy/compile-policy.ts";
import type { Clock, DataKeys, SubjectKeys, Tombstones } from "../shared/operations/ports.ts";

/** How long a key is kept in memory: an erasure is complete no sooner than this after it destroyed one. */
export const KEY_CACHED_MS = 60_000;
/** People at work at one time in one process; the one that was used longest ago makes room. */
const KEYS_CACHED_MAX = 1000;

/** What was encrypted of this person opens no more: the key was destroyed by an erasure, or there never was one. */
export class KeyDestroyed extends Error {
  override readonly name = "KeyDestroyed";
}

/** The policy does not mark this category: nothing was encrypted. */
export class CategoryWithoutOwnKey extends Error {
  override readonly name = "CategoryWithoutOwnKey";
}

/** The person was erased: nothing of theirs is written any more. */
export class SubjectErased extends Error {
  override readonly name = "SubjectErased";
}

export interface SealedPorts {
  readonly policy: () => Promise<CompiledPolicy>;
  readonly dataKeys: DataKeys;
  readonly subjectKeys: SubjectKeys;
  readonly tombstones: Pick<Tombstones, "readEach">;
  readonly clock: Clock;
  readonly random: (bytes: number) => Uint8Array;
}

/** Writes and reads what the policy marks to be encrypted under a key of each person's own. */
export interface LetheSealed {
  /**
   * Returns bytes to store in the place of these.
   *
   * @throws {SubjectErased} if the person was erased.
   */
  seal(subject: string, category: string, bytes: Uint8Array): Promise<Uint8Array>;
  /**
   * Returns what was sealed.
   *
   * @throws {KeyDestroyed} if nobody can open it any more.
   */
  open(subject: string, category: string, envelope: Uint8Array): Promise<Uint8Array>;
}

/** Returns the sealing part of the client over any ports. */
export function sealedClient(ports: SealedPorts): LetheSealed {
  const cache = new Map<string, { readonly key: Uint8Array; readonly untilMs: number }>();
  const nameOf = async (subject: string, category: string): Promise<EnvelopeOf> => {
    const { policy } = await ports.policy();
    if (!policy.categories.some((held) => held.id === category && held.ownKey)) {
      throw new CategoryWithoutOwnKey(`The policy does not mark ${category}: set ownKey of that category.`);
    }
    const service = policy.service.id;
    const subjectRef = subjectReference(await ports.subjectKeys.current(), service, subjectIdOf(subject));
    return { service, subjectRef, category };
  };
  const cached = async (of: EnvelopeOf, look: () => Promise<Uint8Array | undefined>) => {
    const name = `${of.subjectRef}#${of.category}`;
    const nowMs = ports.clock.now().getTime();
    const known = cache.get(name);
    if (known && nowMs < known.untilMs) return known.key;
    cache.delete(name);
    const key = await look();
    if (!key) return undefined;
    const [oldest] = cache.keys();
    if (cache.size >= KEYS_CACHED_MAX && oldest !== undefined) cache.delete(oldest);
    cache.set(name, { key, untilMs: nowMs + KEY_CACHED_MS });
    return key;
  };
  return {
    async seal(subject, category, bytes) {
      const of = await nameOf(subject, category);
      const { subjectRef } = of;
      const closing = (["account", "minor"] as const).map((scope) => ({ subjectRef, scope: { scope } }));
      if ((await ports.tombstones.readEach(closing)).some((stone) => stone !== undefined)) {
        throw new SubjectErased("Whoever this is was erased: somebody who signs up anew has another id.");
      }
      // Made, or read anew: a key that was destroyed a moment ago must not go on by way of the cache.
      const key = await ports.dataKeys.make(subjectRef, category);
      return sealedBytes(key, of, bytes, ports.random);
    },
    async open(subject, category, envelope) {
      const of = await nameOf(subject, category);
      const key = await cached(of, () => ports.dataKeys.read(of.subjectRef, category));
      if (key) return openedBytes(key, of, envelope);
      throw new KeyDestroyed(
        `The key of this person's ${category} was destroyed, or never made: nobody can open this.`,
      );
    },
  };
}
