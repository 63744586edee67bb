import { ListObjectVersionsCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { fillSubject, type SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import type { ClockStore } from "../../shared/domain/retention/clock-rules.ts";
import type { NamedThing } from "../../shared/domain/retention/named-thing.ts";
import type { DemoStores } from "./store-person.ts";

/** Where a thing is to lie, of what the template of its store leaves open. */
export interface ThingPlace {
  readonly person: SubjectId;
  /** Of the object or the item; different things have different ones. */
  readonly name: string;
  readonly session?: string;
}

/** Returns how a thing is named that lies there. */
export function namedAt(store: ClockStore, { person, name, session = "session-1" }: ThingPlace): NamedThing {
  const filled = (template: string) =>
    template
      .replace("{subject}", () => person)
      .replace("{session}", () => session)
      .replace("{image}", () => name)
      .replace(/\{([a-z]+)\}/gu, "$1-1")
      .replace("…", () => name);
  if (store.kind === "s3") return { store: store.id, key: filled(store.keyTemplate) };
  if (store.kind === "dynamodb-index") {
    const { partitionKey, sortKey, locatedBy } = store;
    return {
      store: store.id,
      item: {
        [partitionKey.attribute]: `${person}-${name}`,
        ...(sortKey ? { [sortKey.attribute]: name } : {}),
        [locatedBy.partitionKey.attribute]: fillSubject(locatedBy.partitionKey.template, person),
      },
    };
  }
  const { partitionKey, sortKey, items } = store;
  const [template = "…"] = Object.values(items ?? {}).filter((one) => one.endsWith("…"));
  return {
    store: store.id,
    item: {
      [partitionKey.attribute]: fillSubject(partitionKey.template, person),
      ...(sortKey ? { [sortKey.attribute]: filled(template) } : {}),
    },
  };
}

/**
 * Stores a thing with the AWS SDK alone, as code does that knows nothing of Lethe.
 *
 * @param expiresAtEpochSeconds what the service writes into the time to live of an item, if it does.
 */
export async function putThing(
  { bindings, s3, documents }: DemoStores,
  store: ClockStore,
  named: NamedThing,
  expiresAtEpochSeconds?: number,
): Promise<void> {
  const place = bindings.stores[store.id]?.id;
  if ("key" in named) {
    const Body = `A thing of the demo service, ${new Date().toISOString()}.`;
    await s3.send(new PutObjectCommand({ Bucket: place, Key: named.key, Body }));
    return;
  }
  const attribute = store.kind === "s3" ? undefined : store.timeToLiveAttribute;
  const timeToLive =
    attribute === undefined || expiresAtEpochSeconds === undefined
      ? {}
      : { [attribute]: expiresAtEpochSeconds };
  await documents.send(
    new PutCommand({ TableName: place, Item: { ...named.item, ...timeToLive, style: "oil" } }),
  );
}

/** Says whether anything of a thing is left: in a bucket also an older version or a marker. */
export async function isStored(
  { bindings, s3, documents }: DemoStores,
  store: ClockStore,
  named: NamedThing,
): Promise<boolean> {
  const place = bindings.stores[store.id]?.id;
  if ("key" in named) {
    const list = new ListObjectVersionsCommand({ Bucket: place, Prefix: named.key });
    const { Versions = [], DeleteMarkers = [] } = await s3.send(list);
    return [...Versions, ...DeleteMarkers].some(({ Key }) => Key === named.key);
  }
  const { [store.kind === "dynamodb-index" ? store.locatedBy.partitionKey.attribute : ""]: _, ...Key } =
    named.item;
  const { Item } = await documents.send(new GetCommand({ TableName: place, Key, ConsistentRead: true }));
  return Item !== undefined;
}
