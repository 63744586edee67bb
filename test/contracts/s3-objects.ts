import {
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  ListObjectsV2Command,
  PutBucketVersioningCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";

const PUTS_AT_ONCE = 8;

/** Creates a bucket and returns its name; a locked one keeps versions too. */
export async function newBucket(
  s3: S3Client,
  Bucket: string,
  { isVersioned = false, hasLocks = false },
): Promise<string> {
  await s3.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: hasLocks }));
  if (isVersioned) {
    const VersioningConfiguration = { Status: "Enabled" } as const;
    await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
  }
  return Bucket;
}

/** Stores a small object under each key, once for each time the key is named. */
export async function putObjects(s3: S3Client, Bucket: string, keys: readonly string[]): Promise<void> {
  for (let at = 0; at < keys.length; at += PUTS_AT_ONCE) {
    await Promise.all(
      keys
        .slice(at, at + PUTS_AT_ONCE)
        .map((Key) => s3.send(new PutObjectCommand({ Bucket, Key, Body: "x" }))),
    );
  }
}

/** Deletes the current version of each key: in a bucket with versions, that puts a marker on it. */
export async function putMarkers(s3: S3Client, Bucket: string, keys: readonly string[]): Promise<void> {
  for (const Key of keys) await s3.send(new DeleteObjectCommand({ Bucket, Key }));
}

/** Begins an upload of one part and leaves it unfinished. */
export async function beginUpload(s3: S3Client, Bucket: string, Key: string): Promise<void> {
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key }));
  await s3.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber: 1, Body: "part" }));
}

/** Returns the keys of a bucket that holds less than a page; they hold nothing that XML cannot carry. */
export async function keysIn(s3: S3Client, Bucket: string): Promise<readonly string[]> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
  return Contents.map(({ Key = "" }) => Key);
}
