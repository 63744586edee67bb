import { z } from "zod";
import { canonicalJson, sha256Hex } from "../canonical-json.ts";
import { DeclarationIdSchema } from "../policy/store.ts";
import { RequestIdSchema } from "../requests/request-id.ts";
import { RightsRequestIdSchema } from "../rights/rights-request.ts";
import { AskedByLetterSchema } from "./asked-by-letter.ts";
import { TASK_KINDS, type TaskKind, taskDueAt } from "./task-kind.ts";

const InstantSchema = z.iso.datetime();

export const TaskIdSchema = z.string().regex(/^tsk_[0-9a-f]{26}$/);

/** One line for people: a control character or a change of writing direction would let it pass for another. */
const LineSchema = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u);

/** A note is kept for years, so whoever it is about must not stand in it. */
const NO_ADDRESS = /[^\s@]+@[^\s@]+\.[^\s@]+/;

const EvidenceLineSchema = LineSchema.refine((line) => !NO_ADDRESS.test(line));

/** What shows that a task was done. */
export const TaskEvidenceSchema = z.strictObject({
  /** In a sentence. */
  what: EvidenceLineSchema.max(1000),
  /** Of the document that is referred to, where there is one. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** Where it can be found: a ticket's number, a key, an address of a page. */
  reference: EvidenceLineSchema.max(500),
});

/** Who closed a task: a member of staff as AWS verified them, or the part of Lethe that saw it done. */
export const TaskCloserSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("staff"), name: z.string().min(1).max(256) }),
  z.strictObject({ kind: z.literal("system") }),
]);

const TaskStateSchema = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("open") }),
  z.strictObject({
    state: z.literal("done"),
    by: TaskCloserSchema,
    at: InstantSchema,
    evidence: TaskEvidenceSchema,
    expiresAtEpochSeconds: z.number().int().positive(),
  }),
]);

/** Something that a person has to do, by a date. Nothing of the person whose request it is stands in it. */
export const TaskSchema = z.strictObject({
  schema: z.literal("lethe.task/1"),
  service: z.string().min(1),
  region: z.string().min(1),
  taskId: TaskIdSchema,
  /** Absent if it is about the deployment itself. */
  requestId: RequestIdSchema.optional(),
  /** Instead of a request for erasure: one of any right, or a mail that is none yet. */
  rightsRequestId: RightsRequestIdSchema.optional(),
  /** As the receiving server numbered it. */
  mailId: z.string().min(1).max(200).optional(),
  /** The third party that somebody has to ask, of a kind that is about one. */
  processor: DeclarationIdSchema.optional(),
  /** What Lethe itself wrote to it, and what came back; absent: nobody but a person asks. */
  asked: AskedByLetterSchema.optional(),
  kind: z.enum(TASK_KINDS),
  /** What to do, in a sentence. */
  needs: LineSchema.max(500),
  openedAt: InstantSchema,
  dueAt: InstantSchema,
  progress: TaskStateSchema,
});

export type Task = z.infer<typeof TaskSchema>;
export type TaskEvidence = z.infer<typeof TaskEvidenceSchema>;
export type TaskCloser = z.infer<typeof TaskCloserSchema>;
export type TaskDone = Extract<Task["progress"], { readonly state: "done" }>;

/** What a task is about; there is at most one open task of a kind about the same. */
export interface TaskSubject {
  readonly service: string;
  readonly region: string;
  readonly requestId?: string;
  readonly rightsRequestId?: string;
  readonly mailId?: string;
  readonly processor?: string;
}

/**
 * Returns an open task with its due date. Its id comes from what it is about and when, so that no chance is needed.
 *
 * @param on the date of what it is about, for the kinds that have one.
 */
export function newTask(
  kind: TaskKind,
  { service, region, requestId, rightsRequestId, mailId, processor }: TaskSubject,
  { needs, now, on }: { readonly needs: string; readonly now: Date; readonly on?: string },
): Task {
  const openedAt = now.toISOString();
  const about = {
    ...{ service, region },
    ...(requestId === undefined ? {} : { requestId }),
    ...(rightsRequestId === undefined ? {} : { rightsRequestId }),
    ...(mailId === undefined ? {} : { mailId }),
    ...(processor === undefined ? {} : { processor }),
  };
  return {
    schema: "lethe.task/1",
    ...about,
    taskId: taskIdOf(now, canonicalJson({ ...about, kind, openedAt })),
    kind,
    needs: needs.slice(0, 500),
    openedAt,
    dueAt: taskDueAt(kind, now, on),
    progress: { state: "open" },
  };
}

/** Returns the key under which at most one task is open. */
export function openTaskKey({
  service,
  requestId,
  rightsRequestId,
  mailId,
  kind,
  processor,
}: Pick<Task, "service" | "requestId" | "rightsRequestId" | "mailId" | "kind" | "processor">) {
  const mail = mailId === undefined ? undefined : `mail ${mailId}`;
  const about = requestId ?? rightsRequestId ?? mail ?? `service ${service}`;
  return { about, kind: processor === undefined ? kind : `${kind} ${processor}` };
}

/** Says whether a task is open and its date has passed. */
export function isOverdue(task: Task, now: Date): boolean {
  return task.progress.state === "open" && task.dueAt < now.toISOString();
}

/** Ids sort by the time they were made: 48 bits of it, then 56 bits that tell tasks of a millisecond apart. */
function taskIdOf(now: Date, about: string): string {
  return `tsk_${now.getTime().toString(16).padStart(12, "0")}${sha256Hex(about).slice(0, 14)}`;
}
