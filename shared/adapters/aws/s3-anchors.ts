import {
  GetObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import type { Anchors } from "../../operations/ports.ts";

/** Digits of a tree's size, so that names sort as sizes do. */
const SIZE_DIGITS = 12;
const PRECONDITION_FAILED = 412;

/** Another document stands where one was to be anchored; the one that stands was not touched. */
export class AnchorConflict extends Error {
  override readonly name = "AnchorConflict";
}

/** Returns the anchors in a bucket under Object Lock: `checkpoints/SIZE.json` and `keys/KEYID.json`, each written once. */
export function s3Anchors(s3: S3Client, bucket: string): Anchors {
  const get = async (key: string): Promise<string> => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return (await Body?.transformToString("utf-8")) ?? "";
  };
  const putOnce = async (key: string, text: string): Promise<void> => {
    try {
      await s3.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: text,
          ContentType: "application/json",
          IfNoneMatch: "*",
        }),
      );
    } catch (error) {
      if (!(error instanceof S3ServiceException)) throw error;
      if (error.$metadata.httpStatusCode !== PRECONDITION_FAILED) throw error;
      if ((await get(key)) === text) return;
      throw new AnchorConflict(`${key} in ${bucket} holds another document: run lethe ledger check.`, {
        cause: error,
      });
    }
  };
  async function* under(prefix: string): AsyncIterable<string> {
    for await (const page of paginateListObjectsV2({ client: s3 }, { Bucket: bucket, Prefix: prefix })) {
      for (const { Key = "" } of page.Contents ?? []) yield await get(Key);
    }
  }
  return {
    putCheckpoint: (treeSize, checkpoint) =>
      putOnce(`checkpoints/${String(treeSize).padStart(SIZE_DIGITS, "0")}.json`, checkpoint),
    checkpoints: () => under("checkpoints/"),
    putKey: (keyId, archivedKey) => putOnce(`keys/${keyId}.json`, archivedKey),
    keys: () => under("keys/"),
  };
}
