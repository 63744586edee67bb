import { PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { FORM_PREFIX } from "../../domain/mail/stored-mail.ts";
import type { StoredForms } from "../../operations/ports.ts";

/** Returns the forms in the bucket of mail, under `form/`; they go when mail goes. */
export function s3StoredForms(s3: S3Client, bucket: string): StoredForms {
  return {
    async put(message) {
      const Key = `${FORM_PREFIX}${message.formId}`;
      const Body = JSON.stringify(message);
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body, ContentType: "application/json" }));
      return Key;
    },
  };
}
