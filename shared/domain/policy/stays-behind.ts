import type { RecordedScope } from "../erasure/scope.ts";
import { worstCaseHours } from "./mechanism-slack.ts";
import type { Policy } from "./policy.ts";
import type { AgedFilesStore, QueueStore } from "./store.ts";
import type { SharedStore, SharingRule } from "./table-stores.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Returns in whole sentences what an erasure cannot reach or must not: messages in queues, each with the day on which
 * the last of them is gone, and what other people hold too.
 *
 * @param storeIds the stores that the erasure emptied.
 */
export function staysBehind(
  policy: Policy,
  { scope }: Pick<RecordedScope, "scope">,
  storeIds: readonly string[],
  at: Date,
): readonly string[] {
  const touched = new Set(Object.keys(policy.erasure.find((one) => one.scope === scope)?.categories ?? {}));
  return policy.stores.flatMap((store) => {
    switch (store.kind) {
      case "queue":
        return store.categories.some((category) => touched.has(category)) ? [inQueue(store, at)] : [];
      case "aged-files":
        return store.categories.some((category) => touched.has(category)) ? [inFiles(store, at)] : [];
      case "dynamodb-shared":
        return storeIds.includes(store.id) ? [SHARED[store.rule](store)] : [];
      default:
        return [];
    }
  });
}

function inQueue({ id, retentionDays }: QueueStore, at: Date): string {
  const goneBy = new Date(at.getTime() + retentionDays * DAY_MS).toISOString();
  return `Messages in the queue ${id} may name the person, and none can be taken out for one person: what was in it at ${at.toISOString()} is gone by ${goneBy}.`;
}

function inFiles(store: AgedFilesStore, at: Date): string {
  const hours = worstCaseHours(store, new Map()) ?? 0;
  const goneBy = new Date(at.getTime() + hours * HOUR_MS).toISOString();
  return `Files in ${store.id} each tell of many people, and none can be cut for one person: what was there at ${at.toISOString()} is expected gone by ${goneBy}, by S3's lifecycle, which states no bound.`;
}

const SHARED: Readonly<Record<SharingRule, (store: SharedStore) => string>> = {
  "stays-while-others-remain": ({ id, rule, publishedException }) =>
    `In ${id} what others hold too stays, shared with others by the rule ${rule} (${publishedException}), and no longer names the person; it goes with the last who holds it.`,
  "goes-with-owner": ({ id, rule }) =>
    `In ${id} what others made stays theirs by the rule ${rule}, and no longer names the person; what the person made is gone for all who held it.`,
};
