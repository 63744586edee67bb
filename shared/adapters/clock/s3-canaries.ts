import { PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import type { Canaries } from "../../operations/ports.ts";

/** Returns what puts canaries into a bucket, by the call that uploads are made with. */
export function s3Canaries(s3: S3Client, bucket: string): Canaries {
  return {
    async put(Key) {
      await s3.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key,
          Body: "A canary: it is gone in time, or people are called.",
        }),
      );
    },
  };
}
