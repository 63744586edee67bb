import { DeleteObjectsCommand, ListObjectVersionsCommand } from "@aws-sdk/client-s3";
import { DeleteCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { Service } from "./service.ts";

/** Empties a store as a disaster does: the bucket or table is there, and nothing in it. */
export async function emptied({ demo }: Service, storeId: string): Promise<void> {
  const place = demo.bindings.stores[storeId]?.id;
  const store = demo.stores.find(({ id }) => id === storeId);
  if (store?.kind === "s3") {
    const { Versions = [], DeleteMarkers = [] } = await demo.s3.send(
      new ListObjectVersionsCommand({ Bucket: place }),
    );
    const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
    await demo.s3.send(new DeleteObjectsCommand({ Bucket: place, Delete: { Objects } }));
  }
  if (store?.kind === "dynamodb") {
    const { attribute } = store.partitionKey;
    const { Items = [] } = await demo.documents.send(new ScanCommand({ TableName: place }));
    for (const item of Items) {
      const Key = {
        [attribute]: item[attribute],
        ...(store.sortKey ? { [store.sortKey.attribute]: item[store.sortKey.attribute] } : {}),
      };
      await demo.documents.send(new DeleteCommand({ TableName: place, Key }));
    }
  }
}

/** Returns the keys of what a store holds, sorted. */
export async function keysOf({ demo }: Service, storeId: string): Promise<readonly string[]> {
  const place = demo.bindings.stores[storeId]?.id;
  const store = demo.stores.find(({ id }) => id === storeId);
  if (store?.kind === "dynamodb") {
    const { Items = [] } = await demo.documents.send(new ScanCommand({ TableName: place }));
    return Items.map((item) =>
      JSON.stringify([item[store.partitionKey.attribute], item[store.sortKey?.attribute ?? ""]]),
    ).sort();
  }
  const { Versions = [] } = await demo.s3.send(new ListObjectVersionsCommand({ Bucket: place }));
  return Versions.filter(({ IsLatest }) => IsLatest)
    .map(({ Key = "" }) => Key)
    .sort();
}
