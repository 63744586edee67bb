import { z } from "zod";
import type { ThingEvent } from "../../domain/retention/clock-event.ts";
import type { ClockPlaces } from "./clock-places.ts";

/** What AWS sends may have more keys than these, and more kinds of events than are subscribed to. */
const NotificationSchema = z.union([
  z.object({
    Records: z.array(
      z.object({
        eventName: z.string(),
        eventTime: z.iso.datetime(),
        s3: z.object({
          bucket: z.object({ name: z.string() }),
          object: z.object({ key: z.string(), eTag: z.string().optional() }),
        }),
      }),
    ),
  }),
  // S3 sends it once when a notification is set up, to see whether it may.
  z.object({ Event: z.literal("s3:TestEvent") }).transform(() => ({ Records: [] })),
]);

/** Everything after which an object is there that was not there before, or was not within reach. */
const STORED = /^(?:ObjectCreated:|ObjectRestore:Completed$)/;

/**
 * Returns what a notification of S3 tells: that objects were stored, by whatever call.
 *
 * @param body of the message, as S3 wrote it.
 * @throws {ZodError} or {SyntaxError} if it is no notification.
 * @throws {PlaceUnknown} if it is about a bucket that no store of the policy is in.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export function storedObjects(body: string, places: ClockPlaces): readonly ThingEvent[] {
  const { Records } = NotificationSchema.parse(JSON.parse(body));
  return Records.filter(({ eventName }) => STORED.test(eventName)).map(
    ({ eventTime, s3: { bucket, object } }) => {
      const key = decodedOnce(object.key);
      const thing = { store: places.storeOfObject(bucket.name, key), key };
      const at = places.shown(new Date(eventTime)).toISOString();
      const told = { fact: "created" as const, at };
      return { kind: "thing", thing, told, ...(object.eTag ? { etag: object.eTag } : {}) };
    },
  );
}

/** S3 writes keys as a form does: a space is a plus sign, and a plus sign is %2B. A key that holds %20 stays so. */
function decodedOnce(key: string): string {
  return decodeURIComponent(key.replaceAll("+", " "));
}
