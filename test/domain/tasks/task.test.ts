import { describe, expect, it } from "vitest";
import { mootBecause } from "../../../shared/domain/tasks/moot.ts";
import {
  isOverdue,
  newTask,
  openTaskKey,
  TaskEvidenceSchema,
  TaskSchema,
} from "../../../shared/domain/tasks/task.ts";
import { DUE_RULES, TASK_KINDS, TaskWithoutDate, taskDueAt } from "../../../shared/domain/tasks/task-kind.ts";
import { requestNumber } from "../../world/requests.ts";
import { rightsRequestNumber } from "../../world/rights-request.ts";
import { DONE, taskNumber } from "../../world/task.ts";

const NOW = new Date("2026-11-24T10:00:00.000Z");
const EVIDENCE = { what: "Deleted by hand.", reference: "TICKET-17" };

describe("a task", () => {
  it.each(TASK_KINDS)("of kind %s is one that can be stored, and has a date", (kind) => {
    const task = taskNumber(1, kind);
    expect(TaskSchema.parse(task)).toEqual(task);
    expect(task.dueAt > task.openedAt).toBe(true);
  });

  it("is due so many days after it was opened, or on the date of what it is about", () => {
    expect(taskDueAt("left-behind", NOW)).toBe("2026-11-27T10:00:00.000Z");
    expect(taskDueAt("keeps-failing", NOW)).toBe("2026-11-25T10:00:00.000Z");
    expect(taskDueAt("lock-ends", NOW, "2027-03-01T00:00:00.000Z")).toBe("2027-03-01T00:00:00.000Z");
    for (const kind of TASK_KINDS) {
      if ("onDateOf" in DUE_RULES[kind]) expect(() => taskDueAt(kind, NOW)).toThrow(TaskWithoutDate);
    }
  });

  it("to look at a mail is due within a day, and earlier if something may be owed earlier", () => {
    const [sooner, later] = ["2026-11-24T22:00:00.000Z", "2026-11-26T10:00:00.000Z"];
    expect(taskDueAt("look-at-mail", NOW)).toBe("2026-11-25T10:00:00.000Z");
    expect(taskDueAt("look-at-mail", NOW, sooner)).toBe(sooner);
    expect(taskDueAt("look-at-mail", NOW, later)).toBe("2026-11-25T10:00:00.000Z");
    expect(taskDueAt("dead-letter", NOW, sooner)).toBe("2026-11-25T10:00:00.000Z");
  });

  it("about a rights request or a mail is another for each of them, and one that can be stored", () => {
    const of = { service: "dream-portraits", region: "eu-central-1" };
    const dated = { needs: "Look at it.", now: NOW, on: "2026-12-01T10:00:00.000Z" };
    const { rightsRequestId } = rightsRequestNumber(1);
    const tasks = [
      newTask("answer-request", { ...of, rightsRequestId }, dated),
      newTask("answer-request", { ...of, rightsRequestId: rightsRequestNumber(2).rightsRequestId }, dated),
      newTask("look-at-mail", { ...of, mailId: "one" }, dated),
      newTask("look-at-mail", { ...of, mailId: "another" }, dated),
    ];
    for (const task of tasks) expect(TaskSchema.parse(task)).toEqual(task);
    expect(new Set(tasks.map(({ taskId }) => taskId)).size).toBe(4);
    expect(new Set(tasks.map((task) => JSON.stringify(openTaskKey(task)))).size).toBe(4);
  });

  it("is overdue once its date has passed, and no more once it is done", () => {
    const task = newTask("approve-plan", requestNumber(1), { needs: "Look.", now: NOW });
    expect(isOverdue(task, new Date(task.dueAt))).toBe(false);
    expect(isOverdue(task, new Date(new Date(task.dueAt).getTime() + 1))).toBe(true);
    expect(isOverdue({ ...task, progress: DONE }, new Date("2030-01-01T00:00:00.000Z"))).toBe(false);
  });

  it("has another number at another moment, of another kind and about another request; else the same", () => {
    const ids = [
      taskNumber(1),
      taskNumber(2),
      taskNumber(1, "keeps-failing"),
      taskNumber(1, "left-behind", 1),
    ].map(({ taskId }) => taskId);
    expect(new Set(ids).size).toBe(4);
    expect(taskNumber(1).taskId).toBe(taskNumber(1).taskId);
  });
});

describe("what shows that a task was done", () => {
  it("is a sentence and a reference, with a digest where there is one", () => {
    expect(TaskEvidenceSchema.safeParse(EVIDENCE).success).toBe(true);
    expect(TaskEvidenceSchema.safeParse({ ...EVIDENCE, sha256: "a".repeat(64) }).success).toBe(true);
  });

  it.each([
    ["no reference", { what: "Done." }],
    ["an empty sentence", { ...EVIDENCE, what: "   " }],
    ["an empty reference", { ...EVIDENCE, reference: "" }],
    ["a mail address", { ...EVIDENCE, what: "Wrote to person@example.com." }],
    ["a mail address as reference", { ...EVIDENCE, reference: "person@example.com" }],
    ["two lines", { ...EVIDENCE, what: "Done.\nAll is well." }],
    ["a change of writing direction", { ...EVIDENCE, what: "Done \u202e.enoD" }],
    ["a colour", { ...EVIDENCE, reference: "\u001b[31mTICKET" }],
    ["a digest that is none", { ...EVIDENCE, sha256: "abc" }],
    ["more than a sentence", { ...EVIDENCE, what: "x".repeat(1001) }],
  ])("is not %s", (_, evidence) => {
    expect(TaskEvidenceSchema.safeParse(evidence).success).toBe(false);
  });
});

describe("a task that nobody has to do any more", () => {
  const end = { expiresAtEpochSeconds: 1_900_000_000 };
  const staff = { kind: "staff", name: "grace" } as const;

  it("is one of a request that has ended, and says how", () => {
    const completed = requestNumber(1, {
      progress: { state: "completed", certificateKey: "certificates/1.json", ...end },
    });
    expect(mootBecause(taskNumber(1), completed)?.reference).toBe("certificate certificates/1.json");
    const at = NOW.toISOString();
    for (const progress of [
      { state: "withdrawn", by: staff, at, ...end },
      { state: "refused", by: staff, at, ground: "legal-obligation", reason: "a law", ...end },
    ] as const) {
      expect(
        TaskEvidenceSchema.safeParse(mootBecause(taskNumber(1), requestNumber(1, { progress }))).success,
      ).toBe(true);
    }
  });

  it("is never that somebody was not told how it ended", () => {
    const completed = requestNumber(1, {
      progress: { state: "completed", certificateKey: "certificates/1.json", ...end },
    });
    expect(mootBecause(taskNumber(1, "letter-not-sent"), completed)).toBeUndefined();
  });

  it("is the approval of a plan that waits for none", () => {
    const task = taskNumber(1, "approve-plan");
    const dueAt = NOW.toISOString();
    const planDigest = "b".repeat(64);
    const waiting = requestNumber(1, { progress: { state: "waiting-for-approval", planDigest, dueAt } });
    expect(mootBecause(task, waiting)).toBeUndefined();
    const approval = { by: staff, at: dueAt, planDigest };
    expect(mootBecause(task, requestNumber(1, { approval }))?.reference).toBe(`plan ${planDigest}`);
    expect(mootBecause(task, requestNumber(1))).toBeDefined();
    expect(mootBecause(taskNumber(1, "keeps-failing"), requestNumber(1))).toBeUndefined();
  });
});
