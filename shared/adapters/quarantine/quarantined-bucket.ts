import {
  CopyObjectCommand,
  paginateListObjectsV2,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { prefixBeforeSubject, type S3Store } from "../../domain/policy/store.ts";
import type { RestoredThing } from "../../domain/restore/restored-thing.ts";
import { ownerOf } from "../../domain/retention/thing-owner.ts";
import type { ExpiringStore, HandedOverHow, QuarantinedStore } from "../../operations/ports.ts";
import { atOnce } from "../at-once.ts";
import { plain } from "../stores/s3/entries.ts";
import { s3ExpiringStore } from "../stores/s3/expire.ts";
import { removeThroughGate } from "./through-gate.ts";

/** As many as the SDK keeps connections open for. */
const COPIES_AT_ONCE = 50;
/** How S3 says that something came under the key meanwhile: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html */
const THERE_BY_NOW = ["PreconditionFailed", "ConditionalRequestConflict"];

/** A bucket store, and the bucket in which copies of it lie. */
export interface QuarantinedBucket {
  readonly s3: S3Client;
  readonly store: S3Store;
  /** The quarantine, versioned, as AWS Backup wants it. */
  readonly from: string;
  readonly to: string;
  /** True if other stores lie in the same bucket: then only what is under the prefix is this one's. */
  readonly isShared: boolean;
  /** The store as the service reads it. */
  readonly live: ExpiringStore;
}

/** Returns the objects of a bucket store that lie in quarantine. */
export function quarantinedBucket({
  s3,
  store,
  from,
  to,
  isShared,
  live,
}: QuarantinedBucket): QuarantinedStore {
  const lying = s3ExpiringStore(s3, from, { ...store, versioned: true }, { shown: (real) => real, isShared });
  const restored = (key: string): RestoredThing => {
    const owner = ownerOf(store, key);
    // When it came back says nothing of when it was stored.
    return { thing: { store: store.id, key }, ...(owner === undefined ? {} : { owner }) };
  };
  const handOverOne = async ({ thing }: RestoredThing): Promise<HandedOverHow> => {
    if (await live.see(thing)) return "there-already";
    const { key: Key } = thing;
    try {
      await s3.send(
        new CopyObjectCommand({
          Bucket: to,
          Key,
          CopySource: `${from}/${encodeURIComponent(Key)}`,
          MetadataDirective: "COPY",
          IfNoneMatch: "*",
        }),
      );
      return "handed-over";
    } catch (error) {
      if (error instanceof S3ServiceException && THERE_BY_NOW.includes(error.name)) return "there-already";
      throw error;
    }
  };
  return {
    storeId: store.id,
    async *list() {
      for await (const page of lying.list()) yield page.map(({ thing: { key } }) => restored(key));
    },
    async *look() {
      const Prefix = isShared ? prefixBeforeSubject(store) : "";
      const where = { Bucket: from, Prefix, EncodingType: "url" } as const;
      for await (const page of paginateListObjectsV2({ client: s3 }, where)) {
        yield (page.Contents ?? []).map(({ Key }) => restored(plain(Key, page)));
      }
    },
    remove: (things, gate) => removeThroughGate(lying, things, gate),
    handOver: (things) => atOnce(COPIES_AT_ONCE, things, handOverOne),
    takeBack: (things, gate) => removeThroughGate(live, things, gate),
  };
}
