import { GetObjectCommand, HeadObjectCommand, NotFound, type S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { Bindings } from "../shared/domain/policy/bindings.ts";
import type { KnownName } from "../shared/domain/retention/named-thing.ts";
import { ClientIncomplete } from "./client-settings.ts";

/**
 * A link of Signature Version 4 works for a week at most, and no longer than the credentials that signed it.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html
 */
const LINK_SECONDS_MAX = 7 * 24 * 60 * 60;

/** Objects of the service's buckets, as its own role sees them. */
export interface S3Objects {
  /** Returns a link to read an object. */
  sign(known: KnownName, expiresInSeconds: number): Promise<string>;
  /** Returns when S3 says that an object was stored; undefined if there is none, or it is no object. */
  storedAt(known: KnownName): Promise<Date | undefined>;
}

/** Returns the objects in the buckets that the bindings name. */
export function s3Objects(s3: S3Client, bindings: () => Promise<Bindings>): S3Objects {
  const placeOf = async ({ thing }: KnownName) => {
    const Bucket = (await bindings()).stores[thing.store]?.id;
    if (Bucket === undefined) {
      throw new ClientIncomplete(`It is not on record where the store ${thing.store} is: deploy again.`);
    }
    return { Bucket, Key: thing.key };
  };
  return {
    sign: async (known, expiresInSeconds) =>
      getSignedUrl(s3, new GetObjectCommand(await placeOf(known)), {
        expiresIn: Math.min(expiresInSeconds, LINK_SECONDS_MAX),
      }),
    async storedAt(known) {
      if (known.store.kind !== "s3") return undefined;
      try {
        const { LastModified } = await s3.send(new HeadObjectCommand(await placeOf(known)));
        return LastModified;
      } catch (error) {
        if (error instanceof NotFound) return undefined;
        throw error;
      }
    },
  };
}
