import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import type { Listings } from "../../operations/ports.ts";

const StandingSchema = z.object({
  listing: z
    .strictObject({
      after: z.string().optional(),
      living: z.number(),
      oldestLivingAt: z.iso.datetime().optional(),
      untold: z.number(),
      found: z.number(),
    })
    .optional(),
  finishedAt: z.iso.datetime().optional(),
});

/**
 * Returns where listings stand in a table with the string keys `pk` and `sk`: `LISTING#STORE` / `listing`. The last key
 * is there for as long as a listing is under way.
 */
export function dynamodbListings(documents: DynamoDBDocumentClient, table: string): Listings {
  const keyOf = (store: string) => ({ pk: `LISTING#${store}`, sk: "listing" });
  return {
    async read(store) {
      const { Item } = await documents.send(
        new GetCommand({ TableName: table, Key: keyOf(store), ConsistentRead: true }),
      );
      const { listing, finishedAt } = Item ? StandingSchema.parse(Item) : {};
      return { ...(listing ? { listing: present(listing) } : {}), ...(finishedAt ? { finishedAt } : {}) };
    },

    async keep(store, standing) {
      await documents.send(new PutCommand({ TableName: table, Item: { ...keyOf(store), ...standing } }));
    },
  };
}

function present({
  after,
  oldestLivingAt,
  ...counts
}: NonNullable<z.infer<typeof StandingSchema>["listing"]>) {
  return {
    ...counts,
    ...(after === undefined ? {} : { after }),
    ...(oldestLivingAt === undefined ? {} : { oldestLivingAt }),
  };
}
