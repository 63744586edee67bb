import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { openTaskKey, type Task, TaskSchema } from "../../domain/tasks/task.ts";
import type { Tasks } from "../../operations/ports.ts";
import { allOrNone } from "./all-or-none.ts";

/** All tasks by id, and those that are open by due date: each is one partition, for people open a few a day. */
const ALL = "tasks";
const OPEN = "open";
/** A loser of two that open at once may look before the winner's write is to be seen as a whole: it looks again. */
const TRIES_MAX = 3;

const StoredTaskSchema = z.object({ task: TaskSchema });

/** Two kept opening and closing the same task under our hands. */
export class TasksBusy extends Error {
  override readonly name = "TasksBusy";
}

/**
 * Returns the tasks in a table of their own, with the string keys `pk` and `sk` and the time to live
 * `expiresAtEpochSeconds`.
 *
 * Rows: `tasks` / `ID` · `open` / `DUE#ID` · `about#REQUEST` / `KIND`, each with the task. The last two are there
 * while it is open, and the three are written in one transaction.
 */
export function dynamodbTasks(documents: DynamoDBDocumentClient, table: string): Tasks {
  const get = async (Key: Record<string, string>): Promise<Task | undefined> => {
    const { Item } = await documents.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item ? StoredTaskSchema.parse(Item).task : undefined;
  };
  const query = async (pk: string, limit: number, { isNewestFirst = false } = {}) => {
    const { Items = [] } = await documents.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": pk },
        ScanIndexForward: !isNewestFirst,
        ConsistentRead: true,
        Limit: limit,
      }),
    );
    return Items.map((item) => StoredTaskSchema.parse(item).task);
  };

  return {
    async open(task) {
      const put = (key: Record<string, string>) => ({
        Put: { TableName: table, Item: { ...key, task }, ConditionExpression: "attribute_not_exists(pk)" },
      });
      for (let tries = 0; tries < TRIES_MAX; tries += 1) {
        const standing = await get(aboutKey(task));
        if (standing) return standing;
        if (await allOrNone(documents, [aboutKey(task), taskKey(task), openKey(task)].map(put))) return task;
      }
      // The same task was opened in this very millisecond, and closed again.
      const closed = await get(taskKey(task));
      if (closed) return closed;
      throw new TasksBusy(`A task ${task.kind} kept being opened and closed: try again.`);
    },

    read: (taskId) => get(taskKey({ taskId })),

    listOpen: (limit) => query(OPEN, limit),

    list: (limit) => query(ALL, limit, { isNewestFirst: true }),

    openAbout: (requestId) => query(`about#${requestId}`, 100),

    async noteAsked(taskId, asked) {
      const task = await get(taskKey({ taskId }));
      if (task?.progress.state !== "open" || (task.asked?.revision ?? 0) !== asked.revision) return undefined;
      const noted: Task = { ...task, asked: { ...asked, revision: asked.revision + 1 } };
      const row = (key: Record<string, string>) => ({ TableName: table, Item: { ...key, task: noted } });
      const isNoted = await allOrNone(documents, [
        { Put: { ...row(taskKey(task)), ...unlessNoted(task) } },
        { Put: { ...row(openKey(task)), ...whileOf(taskId) } },
        { Put: { ...row(aboutKey(task)), ...whileOf(taskId) } },
      ]);
      return isNoted ? noted : undefined;
    },

    async close(taskId, done) {
      for (let tries = 0; tries < TRIES_MAX; tries += 1) {
        const task = await get(taskKey({ taskId }));
        if (task?.progress.state !== "open") return undefined;
        const closed: Task = { ...task, progress: done };
        const { expiresAtEpochSeconds } = done;
        const drop = (Key: Record<string, string>) => ({
          Delete: { TableName: table, Key, ...whileOf(taskId) },
        });
        const Item = { ...taskKey(task), task: closed, expiresAtEpochSeconds };
        const isClosed = await allOrNone(documents, [
          drop(openKey(task)),
          drop(aboutKey(task)),
          { Put: { TableName: table, Item, ...unlessNoted(task) } },
        ]);
        if (isClosed) return closed;
        const now = await get(taskKey({ taskId }));
        // Somebody else closed it at this moment: theirs is on record. What was noted meanwhile is kept with it.
        if (now?.asked?.revision === task.asked?.revision) return undefined;
      }
      throw new TasksBusy(`The task ${taskId} kept changing while it was closed: try again.`);
    },
  };
}

/** Its rows are there while it is the one that is open. */
function whileOf(taskId: string) {
  return {
    ConditionExpression: "#task.taskId = :taskId",
    ExpressionAttributeNames: { "#task": "task" },
    ExpressionAttributeValues: { ":taskId": taskId },
  };
}

/** What a third party answers at this very moment must not be written over. */
function unlessNoted({ asked }: Task) {
  const names = { ExpressionAttributeNames: { "#task": "task" } };
  if (!asked) return { ...names, ConditionExpression: "attribute_not_exists(#task.asked)" };
  const values = { ExpressionAttributeValues: { ":revision": asked.revision } };
  return { ...names, ...values, ConditionExpression: "#task.asked.revision = :revision" };
}

function taskKey({ taskId }: Pick<Task, "taskId">) {
  return { pk: ALL, sk: taskId };
}

function openKey({ dueAt, taskId }: Task) {
  return { pk: OPEN, sk: `${dueAt}#${taskId}` };
}

function aboutKey(task: Task) {
  const { about, kind } = openTaskKey(task);
  return { pk: `about#${about}`, sk: kind };
}
