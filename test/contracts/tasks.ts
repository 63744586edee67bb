import { describe, expect, it } from "vitest";
import type { Tasks } from "../../shared/operations/ports.ts";
import { requestNumber } from "../world/requests.ts";
import { aTask, DONE, taskNumber } from "../world/task.ts";

const ASKED = { revision: 0, domain: "vendor.example", written: [], replies: [] };

/** Holds for every place that keeps tasks; `make` returns an empty one. */
export function tasksContract(make: () => Promise<Tasks>): void {
  describe("tasks", () => {
    it("are kept as they were opened", async () => {
      const tasks = await make();
      const task = taskNumber(1);
      expect(await tasks.open(task)).toEqual(task);
      expect(await tasks.read(task.taskId)).toEqual(task);
      expect(await tasks.read("tsk_00000000000000000000000000")).toBeUndefined();
    });

    it("are open once for each request and kind", async () => {
      const tasks = await make();
      const first = taskNumber(1);
      await tasks.open(first);
      expect(await tasks.open(taskNumber(1, "left-behind", 5))).toEqual(first);
      await tasks.open(taskNumber(1, "keeps-failing"));
      await tasks.open(taskNumber(2));
      expect(await tasks.listOpen(10)).toHaveLength(3);
      expect(await tasks.list(10)).toHaveLength(3);
    });

    it("are open once for each third party that somebody has to ask", async () => {
      const tasks = await make();
      const { service, region, requestId } = requestNumber(1);
      const asking = (processor: string, minutes = 0) =>
        aTask({ service, region, requestId, processor }, "ask-processor", minutes);
      const first = await tasks.open(asking("openai"));
      expect(first.processor).toBe("openai");
      expect(await tasks.open(asking("openai", 5))).toEqual(first);
      await tasks.open(asking("stripe"));
      const open = await tasks.openAbout(requestId);
      expect(open.map(({ processor }) => processor).sort()).toEqual(["openai", "stripe"]);

      await tasks.close(first.taskId, DONE);
      expect((await tasks.openAbout(requestId)).map(({ processor }) => processor)).toEqual(["stripe"]);
      expect((await tasks.read(first.taskId))?.progress).toEqual(DONE);
    });

    it("are open once although many open them at the same moment", async () => {
      const tasks = await make();
      const opened = await Promise.all(
        [1, 2, 3, 4].map((minute) => tasks.open(taskNumber(1, "left-behind", minute))),
      );
      expect(new Set(opened.map(({ taskId }) => taskId)).size).toBe(1);
      expect(await tasks.listOpen(10)).toHaveLength(1);
    });

    it("are open once about the service itself", async () => {
      const tasks = await make();
      const { service, region } = requestNumber(1);
      const first = await tasks.open(aTask({ service, region }));
      expect(await tasks.open(aTask({ service, region }, "dead-letter", 5))).toEqual(first);
    });

    it("are listed by due date while they are open, and by age for ever, a page at a time", async () => {
      const tasks = await make();
      const [late, soon, middle] = [
        taskNumber(1, "lock-ends"),
        taskNumber(2, "keeps-failing", 1),
        taskNumber(3, "left-behind", 2),
      ];
      for (const task of [late, soon, middle]) await tasks.open(task);
      expect(await tasks.listOpen(10)).toEqual([soon, middle, late]);
      expect(await tasks.listOpen(2)).toEqual([soon, middle]);
      expect(await tasks.list(10)).toEqual([middle, soon, late]);
      expect(await tasks.list(1)).toEqual([middle]);
    });

    it("are found by the request they are about", async () => {
      const tasks = await make();
      await tasks.open(taskNumber(1));
      await tasks.open(taskNumber(1, "keeps-failing"));
      await tasks.open(taskNumber(2));
      const about = await tasks.openAbout(requestNumber(1).requestId);
      expect(about.map(({ kind }) => kind).sort()).toEqual(["keeps-failing", "left-behind"]);
      expect(await tasks.openAbout(requestNumber(3).requestId)).toEqual([]);
    });

    it("are closed once, with who did it and what shows it, and then open no more", async () => {
      const tasks = await make();
      const task = await tasks.open(taskNumber(1));
      const closed = { ...task, progress: DONE };
      expect(await tasks.close(task.taskId, DONE)).toEqual(closed);
      const other = { ...DONE, by: { kind: "staff" as const, name: "ada" } };
      expect(await tasks.close(task.taskId, other)).toBeUndefined();
      expect(await tasks.read(task.taskId)).toEqual(closed);
      expect(await tasks.listOpen(10)).toEqual([]);
      expect(await tasks.openAbout(requestNumber(1).requestId)).toEqual([]);
      expect(await tasks.list(10)).toEqual([closed]);
    });

    it("are closed by one of two who do it at the same moment", async () => {
      const tasks = await make();
      const { taskId } = await tasks.open(taskNumber(1));
      const ended = await Promise.all([tasks.close(taskId, DONE), tasks.close(taskId, DONE)]);
      expect(ended.filter(Boolean)).toHaveLength(1);
    });

    it("keep what was written to a third party, and what came back, with the task wherever it is read", async () => {
      const tasks = await make();
      const { service, region, requestId } = requestNumber(1);
      const about = { service, region, requestId, processor: "mail-vendor" };
      const { taskId } = await tasks.open(aTask(about, "ask-processor"));
      const first = await tasks.noteAsked(taskId, ASKED);
      expect(first?.asked).toEqual({ ...ASKED, revision: 1 });
      expect(await tasks.read(taskId)).toEqual(first);
      expect(await tasks.listOpen(10)).toEqual([first]);
      expect(await tasks.openAbout(requestId)).toEqual([first]);

      // Based on what stood before.
      expect(await tasks.noteAsked(taskId, ASKED)).toBeUndefined();
      const both = [1, 2].map((at) => ({ ...ASKED, revision: 1, domain: `vendor-${at}.example` }));
      const ended = await Promise.all(both.map((asked) => tasks.noteAsked(taskId, asked)));
      expect(ended.filter(Boolean)).toHaveLength(1);

      const closed = await tasks.close(taskId, DONE);
      expect(closed?.asked?.revision).toBe(2);
      expect(await tasks.read(taskId)).toEqual(closed);
      expect(await tasks.noteAsked(taskId, { ...ASKED, revision: 2 })).toBeUndefined();
      expect(await tasks.noteAsked("tsk_00000000000000000000000000", ASKED)).toBeUndefined();
      expect(await tasks.listOpen(10)).toEqual([]);
    });

    it("lose no answer that comes while they are closed", async () => {
      const tasks = await make();
      const { taskId } = await tasks.open(taskNumber(1));
      const [noted, closed] = await Promise.all([tasks.noteAsked(taskId, ASKED), tasks.close(taskId, DONE)]);
      expect(closed).toBeDefined();
      expect(await tasks.read(taskId)).toEqual(closed);
      expect(closed?.asked !== undefined).toBe(noted !== undefined);
      expect(await tasks.listOpen(10)).toEqual([]);
    });

    it("may be opened anew once they were closed", async () => {
      const tasks = await make();
      const { taskId } = await tasks.open(taskNumber(1));
      await tasks.close(taskId, DONE);
      const again = taskNumber(1, "left-behind", 30);
      expect(await tasks.open(again)).toEqual(again);
      expect(await tasks.listOpen(10)).toEqual([again]);
    });

    it("that nobody opened are not closed", async () => {
      expect(await (await make()).close("tsk_00000000000000000000000000", DONE)).toBeUndefined();
    });
  });
}
