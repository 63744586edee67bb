import {
  GetObjectCommand,
  HeadObjectCommand,
  NotFound,
  paginateListObjectsV2,
  type S3Client,
} from "@aws-sdk/client-s3";
import { MAIL_PREFIX } from "../../domain/mail/stored-mail.ts";
import type { StoredMail } from "../../operations/ports.ts";

/** S3 lists 1,000 keys a page: a mailbox that gets more than this is not read by the people who answer it. */
const LISTED_MAX = 100_000;

/** More mail is stored than is gone through to find what was missed; nothing was taken in. */
export class TooMuchMail extends Error {
  override readonly name = "TooMuchMail";
}

/**
 * Returns the mail in a bucket, under `mail/`.
 *
 * S3 lists by key, so each list goes through all that is stored; times are of whole seconds.
 *
 * @param shown returns a moment that S3 told, as our clock shows it.
 */
export function s3StoredMail(
  s3: S3Client,
  bucket: string,
  shown: (real: Date) => Date = (real) => real,
): StoredMail {
  const all = async (): Promise<{ readonly key: string; readonly storedAt: string }[]> => {
    const found: { readonly key: string; readonly storedAt: string }[] = [];
    for await (const { Contents = [] } of paginateListObjectsV2(
      { client: s3 },
      { Bucket: bucket, Prefix: MAIL_PREFIX },
    )) {
      for (const { Key, LastModified } of Contents) {
        if (Key !== undefined && LastModified)
          found.push({ key: Key, storedAt: shown(LastModified).toISOString() });
      }
      if (found.length <= LISTED_MAX) continue;
      throw new TooMuchMail(
        `More than ${LISTED_MAX} mails are in bucket ${bucket}: keep them for a shorter time.`,
      );
    }
    return found;
  };
  return {
    async sizeOf(key) {
      try {
        const { ContentLength } = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
        return ContentLength;
      } catch (error) {
        if (error instanceof NotFound) return undefined;
        throw error;
      }
    },

    async read(key) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      // A body is there, if empty, whenever S3 answers without an error.
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    },

    async list({ from, to, after, limit }) {
      const [first, end] = [from.toISOString(), to.toISOString()];
      const oldestFirst = (await all())
        .filter(({ storedAt }) => storedAt >= first && storedAt < end)
        .sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
      // From the beginning if the last one that was seen has gone since: seeing some twice loses none.
      const start = oldestFirst.findIndex(({ key }) => key === after) + 1;
      return oldestFirst.slice(start, start + limit);
    },
  };
}

function orderOf({ storedAt, key }: { readonly storedAt: string; readonly key: string }): string {
  return `${storedAt}#${key}`;
}
