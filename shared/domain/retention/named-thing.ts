import type { SubjectId } from "../erasure/subject-id.ts";
import type { Policy } from "../policy/policy.ts";
import { type ClockStore, type ClockTable, clockRuleAt, clockStoreOf } from "./clock-rules.ts";
import { type Buckets, bucketsAt } from "./due-bucket.ts";
import type { ClockRule } from "./due-time.ts";
import type { Thing } from "./thing.ts";
import { itemKeyText, locatedOwner, ownerOf } from "./thing-owner.ts";
import type { LifeFact } from "./told-fact.ts";

/**
 * A thing as the service's own code names it: an object by its key, an item by its key attributes, and where an index
 * tells whose it is by the attribute of that as well.
 */
export type NamedThing =
  | { readonly store: string; readonly key: string }
  | { readonly store: string; readonly item: Readonly<Record<string, string>> };

/** A thing that was named, with what the policy says of it. */
export interface KnownName {
  readonly thing: Thing;
  readonly store: ClockStore;
  readonly rule: ClockRule;
  readonly owner: SubjectId;
}

/** The policy has no bucket or table of that name; nothing was sent, nothing was looked up. */
export class UnknownStore extends Error {
  override readonly name = "UnknownStore";
}

/** What was named is no thing of anybody in its store; nothing was sent, nothing was looked up. */
export class InvalidThing extends Error {
  override readonly name = "InvalidThing";
}

/** Nothing in the store ends on that; nothing was sent. */
export class FactWithoutEffect extends Error {
  override readonly name = "FactWithoutEffect";
}

/**
 * Returns the thing that is meant.
 *
 * @param buckets how often the sweeper comes; otherwise than on AWS only where time is scaled.
 * @throws {UnknownStore} naming the stores that there are.
 * @throws {InvalidThing} saying what the key lacks. A key stays out of messages: it may hold anything.
 */
export function knownName(policy: Policy, named: NamedThing, buckets: Buckets = bucketsAt(1)): KnownName {
  const store = clockStoreOf(policy, named.store);
  if (store === undefined) {
    const known = policy.stores.flatMap(({ id }) => clockStoreOf(policy, id)?.id ?? []);
    throw new UnknownStore(`The policy has no bucket or table of this name: it has ${known.join(", ")}.`);
  }
  const key = keyOf(store, named);
  const owner =
    store.kind === "dynamodb-index" && "item" in named
      ? locatedOwner(store, named.item[store.locatedBy.partitionKey.attribute])
      : ownerOf(store, key);
  if (owner === undefined) throw new InvalidThing(`No thing in ${store.id} has such a key: ${formOf(store)}`);
  return { thing: { store: store.id, key }, store, rule: clockRuleAt(policy, store, buckets), owner };
}

/**
 * Does nothing if something in the store ends, counts or is saved by a fact.
 *
 * @throws {FactWithoutEffect} else: an event that is told of the wrong thing ends nothing, and a promise is broken.
 */
export function assertEffect({ store, rule }: Pick<KnownName, "store" | "rule">, fact: LifeFact): void {
  const meant = new Set<LifeFact>(rule.earlierOn);
  if (rule.limit) meant.add("created").add(rule.limit.from);
  if (rule.earlierOn.length > 0) meant.add("created");
  if (rule.savable) meant.add("saved").add("un-saved");
  if (meant.has(fact)) return;
  throw new FactWithoutEffect(
    meant.size === 0
      ? `Nothing in ${store.id} ends by itself: there is nothing to tell of it.`
      : `Nothing in ${store.id} ends on ${fact}: its rules know ${[...meant].join(", ")}.`,
  );
}

function keyOf(store: ClockStore, named: NamedThing): string {
  if ("key" in named && store.kind === "s3") return named.key;
  if ("item" in named && store.kind !== "s3") {
    const { partitionKey, sortKey } = store;
    const partition = named.item[partitionKey.attribute];
    const sort = sortKey && named.item[sortKey.attribute];
    const attributes = attributesOf(store);
    const isWhole = Object.keys(named.item).every((attribute) => attributes.includes(attribute));
    if (isWhole && partition && Boolean(sort) === (sortKey !== undefined)) {
      return itemKeyText(partition, sort);
    }
  }
  throw new InvalidThing(`A thing in ${store.id} is named otherwise: ${formOf(store)}`);
}

/** By which an item is named, the ones of its key first. */
function attributesOf(store: ClockTable): readonly string[] {
  const located = store.kind === "dynamodb-index" ? [store.locatedBy.partitionKey.attribute] : [];
  return [store.partitionKey.attribute, ...(store.sortKey ? [store.sortKey.attribute] : []), ...located];
}

function formOf(store: ClockStore): string {
  switch (store.kind) {
    case "s3":
      return `give the key of an object, ${store.keyTemplate}, with the owner's id and something after it.`;
    case "dynamodb": {
      const { attribute, template } = store.partitionKey;
      const sort = store.sortKey ? ` and ${store.sortKey.attribute}` : "";
      return `give item with ${attribute}${sort} and nothing else, ${attribute} as ${template} with the owner's id.`;
    }
    case "dynamodb-index": {
      const { attribute, template } = store.locatedBy.partitionKey;
      return `give item with ${attributesOf(store).join(" and ")} and nothing else, ${attribute} as ${template} with the owner's id.`;
    }
  }
}
