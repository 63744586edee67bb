import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { z } from "zod";
import { DeclarationIdSchema } from "../../domain/policy/store.ts";
import { CACHE_ADDRESSES_AT_ONCE } from "../../domain/processors/cached-addresses.ts";
import type { CachedCopies, DeletedObjects } from "../../operations/ports.ts";

/** A sixth of the 256 KiB that SQS takes: what JSON escapes is six bytes for each character. */
const MESSAGE_CHARACTERS_MAX = 40_000;

const SCHEMA = "lethe.cached-copies/1";
const MessageSchema = z.strictObject({
  schema: z.literal(SCHEMA),
  store: DeclarationIdSchema,
  keys: z.array(z.string().min(1)).min(1).max(CACHE_ADDRESSES_AT_ONCE),
});

/** Returns the queue in which it waits which copies are to be dropped from caches. */
export function sqsCachedCopies(sqs: SQSClient, QueueUrl: string): CachedCopies {
  return {
    async drop({ store, keys }) {
      await Promise.all(
        portionsOf(keys).map((portion) => {
          const message = { schema: SCHEMA, store, keys: portion };
          return sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(message) }));
        }),
      );
    },
  };
}

/** Returns what a message of that queue says. */
export function cachedCopiesTold(body: string): DeletedObjects {
  const { store, keys } = MessageSchema.parse(JSON.parse(body));
  return { store, keys };
}

function portionsOf(keys: readonly string[]): readonly (readonly string[])[] {
  const portions: string[][] = [];
  let characters = 0;
  for (const key of keys) {
    const current = portions.at(-1);
    characters += key.length;
    if (current && current.length < CACHE_ADDRESSES_AT_ONCE && characters <= MESSAGE_CHARACTERS_MAX) {
      current.push(key);
    } else {
      portions.push([key]);
      characters = key.length;
    }
  }
  return portions;
}
