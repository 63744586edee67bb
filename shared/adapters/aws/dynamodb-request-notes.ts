import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { ErasurePlanSchema } from "../../domain/erasure/erasure-plan.ts";
import { type StoreProgress, StoreProgressSchema } from "../../domain/erasure/store-progress.ts";
import { MAIL_LANGUAGES } from "../../domain/mail/intent.ts";
import { RightsRequestIdSchema } from "../../domain/rights/rights-request.ts";
import type { RequestRegister } from "../../operations/ports.ts";
import type { RequestSwitches } from "./dynamodb-request-switches.ts";

/** A request has three rows and one for each of a few dozen stores: one page of 1 MB holds them all. */
export const ROWS_OF_REQUEST_MAX = 200;

const StoredPlanSchema = z.object({ plan: ErasurePlanSchema });
const StoredContactSchema = z.object({
  address: z.string(),
  asked: z.object({ rightsRequestId: RightsRequestIdSchema, language: z.enum(MAIL_LANGUAGES) }).optional(),
});
const StoredProgressSchema = z
  .object({ progress: StoreProgressSchema, deletedByCall: z.number() })
  .transform(({ progress, deletedByCall }) => ({ ...progress, deletedByCall }));

/** What is written down beside a request, each in a row of its own. */
export type RequestNotes = Omit<
  RequestRegister,
  "open" | "read" | "update" | "list" | "dueBy" | "countRun" | keyof RequestSwitches
>;

/** Returns the partition that holds all rows of a request. */
export function partitionOf(requestId: string): string {
  return `request#${requestId}`;
}

/** Returns a request's plan, the progress of its stores, and the address to answer to. */
export function requestNotes(documents: DynamoDBDocumentClient, table: string): RequestNotes {
  const get = async (requestId: string, sk: string): Promise<Record<string, unknown> | undefined> => {
    const Key = { pk: partitionOf(requestId), sk };
    const { Item } = await documents.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item;
  };
  const setOnStore = async (requestId: string, storeId: string, field: string, value: unknown) => {
    await documents.send(
      new UpdateCommand({
        TableName: table,
        Key: { pk: partitionOf(requestId), sk: `store#${storeId}` },
        UpdateExpression: "SET progress.#field = :value",
        ConditionExpression: "attribute_exists(pk)",
        ExpressionAttributeNames: { "#field": field },
        ExpressionAttributeValues: { ":value": value },
      }),
    );
  };

  return {
    async putPlan(plan) {
      await documents.send(
        new PutCommand({ TableName: table, Item: { pk: partitionOf(plan.requestId), sk: "plan", plan } }),
      );
    },

    async readPlan(requestId) {
      const item = await get(requestId, "plan");
      return item ? StoredPlanSchema.parse(item).plan : undefined;
    },

    async startStoreProgress(requestId, progress) {
      const { deletedByCall } = progress;
      const key = { pk: partitionOf(requestId), sk: `store#${progress.storeId}` };
      await documents.send(new PutCommand({ TableName: table, Item: { ...key, progress, deletedByCall } }));
    },

    async addDeleted(requestId, storeId, deleted) {
      await documents.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk: partitionOf(requestId), sk: `store#${storeId}` },
          UpdateExpression: "ADD deletedByCall :deleted",
          ConditionExpression: "attribute_exists(pk)",
          ExpressionAttributeValues: { ":deleted": deleted },
        }),
      );
    },

    async recordLeft(requestId, storeId, { left, leftBehind }) {
      await setOnStore(requestId, storeId, "left", left);
      await setOnStore(requestId, storeId, "leftBehind", leftBehind);
    },

    async recordVerified(requestId, storeId, verified) {
      await setOnStore(requestId, storeId, "verified", verified);
    },

    async readStoreProgress(requestId): Promise<readonly StoreProgress[]> {
      const { Items = [] } = await documents.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: "pk = :pk AND begins_with(sk, :store)",
          ExpressionAttributeValues: { ":pk": partitionOf(requestId), ":store": "store#" },
          ConsistentRead: true,
          Limit: ROWS_OF_REQUEST_MAX,
        }),
      );
      return Items.map((item) => StoredProgressSchema.parse(item));
    },

    async keepContact(requestId, { address, asked }, expiresAtEpochSeconds) {
      const values = { ":address": address, ":expires": expiresAtEpochSeconds };
      await documents.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk: partitionOf(requestId), sk: "contact" },
          UpdateExpression: `SET address = :address, expiresAtEpochSeconds = :expires${asked ? ", asked = :asked" : ""}`,
          ExpressionAttributeValues: asked ? { ...values, ":asked": asked } : values,
        }),
      );
    },

    async readContact(requestId) {
      const item = await get(requestId, "contact");
      if (!item) return undefined;
      const { address, asked } = StoredContactSchema.parse(item);
      return { address, ...(asked === undefined ? {} : { asked }) };
    },

    async forgetContact(requestId) {
      const key = { pk: partitionOf(requestId), sk: "contact" };
      await documents.send(new DeleteCommand({ TableName: table, Key: key }));
    },
  };
}
