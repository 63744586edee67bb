import { createHash } from "node:crypto";
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { type PauseOfAll, PauseOfAllSchema } from "../../domain/requests/pause-of-all.ts";
import type { RequestRegister } from "../../operations/ports.ts";
import { isConditionFailure } from "./condition-failure.ts";

/** What concerns all requests at once. */
export type RequestSwitches = Pick<
  RequestRegister,
  "pauseAll" | "resumeAll" | "askToResumeAll" | "pausedAll" | "countInHour"
>;

const PAUSE = { pk: "switch#requests", sk: "pause-of-all" };
/** A count is of one hour; a day later nobody needs it. */
const COUNT_KEPT_SECONDS = 86_400;

const StoredPauseSchema = z.object({ pause: PauseOfAllSchema });
const StoredCountSchema = z.object({ counted: z.number() });

/** Returns the switch that stops everything, and the counters of what is done in an hour. */
export function requestSwitches(documents: DynamoDBDocumentClient, table: string): RequestSwitches {
  const pausedAll = async (): Promise<PauseOfAll | undefined> => {
    const { Item } = await documents.send(
      new GetCommand({ TableName: table, Key: PAUSE, ConsistentRead: true }),
    );
    return Item ? StoredPauseSchema.parse(Item).pause : undefined;
  };

  return {
    pausedAll,

    pauseAll: (pause) =>
      unlessItStands(() =>
        documents.send(
          new PutCommand({
            TableName: table,
            Item: { ...PAUSE, pause },
            ConditionExpression: "attribute_not_exists(pk)",
          }),
        ),
      ),

    async resumeAll() {
      await documents.send(new DeleteCommand({ TableName: table, Key: PAUSE }));
    },

    async askToResumeAll(resumeAsked) {
      await unlessItStands(() =>
        documents.send(
          new UpdateCommand({
            TableName: table,
            Key: PAUSE,
            UpdateExpression: "SET pause.resumeAsked = :asked",
            ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(pause.resumeAsked)",
            ExpressionAttributeValues: { ":asked": resumeAsked },
          }),
        ),
      );
      return pausedAll();
    },

    async countInHour(what, now) {
      const { Attributes } = await documents.send(
        new UpdateCommand({
          TableName: table,
          Key: {
            pk: `count#${createHash("sha256").update(what).digest("hex")}`,
            sk: now.toISOString().slice(0, "YYYY-MM-DDTHH".length),
          },
          UpdateExpression: "ADD counted :one SET expiresAtEpochSeconds = :end",
          ExpressionAttributeValues: {
            ":one": 1,
            ":end": Math.floor(now.getTime() / 1000) + COUNT_KEPT_SECONDS,
          },
          ReturnValues: "UPDATED_NEW",
        }),
      );
      return StoredCountSchema.parse(Attributes).counted;
    },
  };
}

/** What stands already stays: the condition says so, and that is no failure. */
async function unlessItStands(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
}
