import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { REMEMBERED_DAYS } from "../../domain/mail/stale.ts";
import { RightsRequestIdSchema } from "../../domain/rights/rights-request.ts";
import type { MailRecord, MailRecords } from "../../operations/ports.ts";
import { isConditionFailure } from "../aws/condition-failure.ts";
import { pagesOf } from "./pages-of.ts";

const DAY_SECONDS = 86_400;
const LIST = "list#mail";
/** Two that put the same record may stand in each other's way. */
const TRIES_MAX = 3;

/** Several kept writing the record of one mail; this one was not written. */
export class MailRecordsBusy extends Error {
  override readonly name = "MailRecordsBusy";
}

const VerdictSchema = z.enum(["pass", "fail", "doubtful"]);
const VerdictsSchema = z.strictObject({
  spam: VerdictSchema,
  virus: VerdictSchema,
  spf: VerdictSchema,
  dkim: VerdictSchema,
  dmarc: VerdictSchema,
});

const StoredMailRecordSchema = z.object({
  record: z.strictObject({
    schema: z.literal("lethe.mail/1"),
    mailId: z.string().min(1),
    key: z.string().min(1),
    receivedAt: z.iso.datetime(),
    outcome: z.string().min(1),
    rightsRequestId: RightsRequestIdSchema.optional(),
    verdicts: VerdictsSchema.optional(),
    recognised: z.string().min(1).optional(),
    expiresAtEpochSeconds: z.number().int().positive(),
  }),
});

/**
 * Returns what became of each mail in a table with the string keys `pk` and `sk` and the time to live
 * `expiresAtEpochSeconds`: rows `mail#ID` / `mail` and `list#mail` / `RECEIVED#ID`, each with the record, written in one
 * transaction; and `message#REF` / `first`, which says under which id a mail came first.
 */
export function dynamodbMailRecords(documents: DynamoDBDocumentClient, table: string): MailRecords {
  const read: MailRecords["read"] = async (mailId) => {
    const { Item } = await documents.send(
      new GetCommand({ TableName: table, Key: keyOf(mailId), ConsistentRead: true }),
    );
    return Item ? StoredMailRecordSchema.parse(Item).record : undefined;
  };
  return {
    async putOnce(record) {
      const { expiresAtEpochSeconds } = record;
      const row = (key: Record<string, string>) => ({ ...key, record, expiresAtEpochSeconds });
      const Item = row(keyOf(record.mailId));
      const once = { Item, ConditionExpression: "attribute_not_exists(pk)" };
      const TransactItems = [
        { Put: { TableName: table, ...once } },
        { Put: { TableName: table, Item: row(listKeyOf(record)) } },
      ];
      for (let tries = 0; tries < TRIES_MAX; tries += 1) {
        try {
          await documents.send(new TransactWriteCommand({ TransactItems }));
          return true;
        } catch (error) {
          if (!isConditionFailure(error)) throw error;
        }
        // A write that was in its way may itself have failed: only what is there counts, or the mail would be lost.
        if (await read(record.mailId)) return false;
      }
      throw new MailRecordsBusy(`The record of mail ${record.mailId} could not be written: try again.`);
    },

    read,

    async isFirst(messageRef, mailId, now) {
      const expiresAtEpochSeconds = Math.ceil(now.getTime() / 1000) + REMEMBERED_DAYS * DAY_SECONDS;
      try {
        await documents.send(
          new PutCommand({
            TableName: table,
            Item: { pk: `message#${messageRef}`, sk: "first", mailId, expiresAtEpochSeconds },
            ConditionExpression: "attribute_not_exists(pk) OR mailId = :same",
            ExpressionAttributeValues: { ":same": mailId },
          }),
        );
        return true;
      } catch (error) {
        if (isConditionFailure(error)) return false;
        throw error;
      }
    },

    async list(limit) {
      const items = await pagesOf(limit, (Limit, ExclusiveStartKey) =>
        documents.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: "pk = :pk",
            ExpressionAttributeValues: { ":pk": LIST },
            ScanIndexForward: false,
            ConsistentRead: true,
            Limit,
            ...(ExclusiveStartKey === undefined ? {} : { ExclusiveStartKey }),
          }),
        ),
      );
      return items.map((item) => StoredMailRecordSchema.parse(item).record);
    },
  };
}

function keyOf(mailId: string) {
  return { pk: `mail#${mailId}`, sk: "mail" };
}

function listKeyOf({ receivedAt, mailId }: MailRecord) {
  return { pk: LIST, sk: `${receivedAt}#${mailId}` };
}
