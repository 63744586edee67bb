import { expect, it } from "vitest";
import { tasksQuotedIn } from "../../../shared/domain/mail/tasks-quoted.ts";

const task = (digit: string) => `tsk_${digit.repeat(26)}`;

it("finds tasks in a subject, in the names of mails and in what was written, each once, and no more than a few", () => {
  const mail = {
    subject: `Re: [${task("a")}] and again ${task("a")}`,
    references: [`<${task("b")}@service.example>`, "<other@vendor.example>"],
    text: `About ${task("c")}, thank you.`,
  };
  expect(tasksQuotedIn(mail)).toEqual([task("a"), task("b"), task("c")]);
  const many = { ...mail, text: [..."0123456789"].map(task).join(" ") };
  expect(tasksQuotedIn(many)).toHaveLength(5);
});

it("takes nothing for one that only begins or ends like it", () => {
  const text = `x${task("a")} ${task("a")}f ${task("g")} tsk_123 TSK_${"a".repeat(26)}`;
  expect(tasksQuotedIn({ subject: "", references: [], text })).toEqual([]);
});
