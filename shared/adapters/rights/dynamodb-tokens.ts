import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { SubjectIdSchema } from "../../domain/erasure/subject-id.ts";
import { LETTER_SENDERS } from "../../domain/letters/letter-values.ts";
import { MAIL_LANGUAGES } from "../../domain/mail/intent.ts";
import { RightsRequestIdSchema } from "../../domain/rights/rights-request.ts";
import type { Tokens } from "../../operations/ports.ts";
import { isConditionFailure } from "../aws/condition-failure.ts";

const StoredTokenSchema = z.object({
  token: z.discriminatedUnion("purpose", [
    z.strictObject({
      purpose: z.enum(["confirm", "status", "undo"]),
      rightsRequestId: RightsRequestIdSchema,
      subjectId: SubjectIdSchema.optional(),
      isOfOwner: z.literal(true).optional(),
      address: z.string().min(3).optional(),
      expiresAt: z.iso.datetime(),
    }),
    z.strictObject({
      purpose: z.literal("form"),
      mailId: z.string().min(1),
      sender: z.enum(LETTER_SENDERS),
      language: z.enum(MAIL_LANGUAGES),
      expiresAt: z.iso.datetime(),
    }),
  ]),
  usedAt: z.iso.datetime().optional(),
});

/**
 * Returns the one-time links in a table with the string keys `pk` and `sk` and the time to live `expiresAtEpochSeconds`:
 * a row `token#HASH` / `token` each. A used one stays until it is over, so that whoever comes again hears why.
 */
export function dynamodbTokens(documents: DynamoDBDocumentClient, table: string): Tokens {
  return {
    async put(hash, token) {
      const ends = new Date(token.expiresAt);
      try {
        await documents.send(
          new PutCommand({
            TableName: table,
            Item: {
              ...keyOf(hash),
              token,
              worksUntil: ends.toISOString(),
              expiresAtEpochSeconds: Math.ceil(ends.getTime() / 1000),
            },
            // Put again it must not work again.
            ConditionExpression: "attribute_not_exists(pk)",
          }),
        );
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
      }
    },

    async read(hash) {
      const { Item } = await documents.send(
        new GetCommand({ TableName: table, Key: keyOf(hash), ConsistentRead: true }),
      );
      if (!Item) return undefined;
      const { token, usedAt } = StoredTokenSchema.parse(Item);
      return { ...token, ...(usedAt === undefined ? {} : { usedAt }) };
    },

    async use(hash, now) {
      try {
        await documents.send(
          new UpdateCommand({
            TableName: table,
            Key: keyOf(hash),
            UpdateExpression: "SET usedAt = :now",
            // The row may still be there days after its end: what DynamoDB removes by itself it removes late.
            ConditionExpression:
              "attribute_exists(pk) AND attribute_not_exists(usedAt) AND worksUntil > :now",
            ExpressionAttributeValues: { ":now": now.toISOString() },
          }),
        );
        return true;
      } catch (error) {
        if (isConditionFailure(error)) return false;
        throw error;
      }
    },
  };
}

function keyOf(hash: string) {
  return { pk: `token#${hash}`, sk: "token" };
}
