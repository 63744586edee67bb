import { newTask, type Task, type TaskDone, type TaskSubject } from "../../shared/domain/tasks/task.ts";
import type { TaskKind } from "../../shared/domain/tasks/task-kind.ts";
import { requestNumber } from "./requests.ts";

/** Returns an open task about a numbered request, opened so many minutes after ten o'clock. */
export function taskNumber(number: number, kind: TaskKind = "left-behind", minutes = 0): Task {
  return aTask(requestNumber(number), kind, minutes);
}

/** Returns an open task about anything. */
export function aTask(about: TaskSubject, kind: TaskKind = "dead-letter", minutes = 0): Task {
  const now = new Date(Date.UTC(2026, 10, 23, 10, minutes));
  const { service, region, requestId, processor } = about;
  const of = {
    ...{ service, region },
    ...(requestId === undefined ? {} : { requestId }),
    ...(processor === undefined ? {} : { processor }),
  };
  return newTask(kind, of, { needs: "Look at it.", now, on: "2027-01-01T00:00:00.000Z" });
}

/** How a member of staff closes a task. */
export const DONE: TaskDone = {
  state: "done",
  by: { kind: "staff", name: "grace" },
  at: "2026-11-24T10:00:00.000Z",
  evidence: { what: "The lock was lifted and the entry deleted.", reference: "TICKET-17" },
  expiresAtEpochSeconds: 1_900_000_000,
};
