import { policy as imageDesigner } from "../../policies/image-designer.ts";
import { type Scope, scopeOf } from "../../shared/domain/erasure/scope.ts";
import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import type { PolicyDeclaration } from "../../shared/domain/policy/policy.ts";
import type { Task } from "../../shared/domain/tasks/task.ts";
import { closeTask } from "../../shared/operations/close-task.ts";
import { doDuties } from "../../shared/operations/do-duties.ts";
import { recordDisclosure } from "../../shared/operations/send-to-processor.ts";
import { type WriteToProcessorPorts, writingDuties } from "../../shared/operations/write-to-processor.ts";
import { mailWorld, type Written } from "./mail-world.ts";

export const VENDOR = "mail-vendor";
export const ASKED_AT = "privacy@mail-vendor.example";
const HOUR_MS = 3_600_000;
/** Half a year of quarters of an hour; nothing waits longer here. */
const LOOKS_MAX = 17_520;

export type LetterWorld = Awaited<ReturnType<typeof letterWorld>>;

/** Returns a service of which one third party has no API and is written to, and to which that third party answers. */
export async function letterWorld(changes: Partial<PolicyDeclaration> = {}) {
  const world = await mailWorld({ ...imageDesigner, ...changes });

  const tasksAbout = (requestId: string) => world.tasks.openAbout(requestId);
  const doWriting = (ports: WriteToProcessorPorts = world) =>
    doDuties({ duties: world.askingDuties, clock: world.clock }, writingDuties(ports));

  return {
    ...world,
    doWriting,

    /** Records that the vendor was sent something of a person. */
    sent: (person: SubjectId, reference = "contact-17") =>
      recordDisclosure(world, world.compiled.policy, person, {
        ...{ processor: VENDOR, category: "mail-subscription", kind: "written-mail", reference },
      }),

    async erase(person: SubjectId, scope: string | Scope = "account"): Promise<string> {
      const asked = typeof scope === "string" ? scopeOf(scope) : scope;
      const requestId = await world.open(person, { kind: "subject" }, world, asked);
      await world.drainAndRun(requestId);
      return requestId;
    },

    /** Lets time pass until a moment, a quarter of an hour at a time, in which all that is due is done. */
    async passUntil(requestId: string, until: string): Promise<void> {
      const end = Date.parse(until);
      for (let looks = 0; looks < LOOKS_MAX && world.clock.now().getTime() < end; looks += 1) {
        world.clock.advance(Math.min(HOUR_MS / 4, end - world.clock.now().getTime()));
        await doWriting();
        await world.drain();
        if ((await world.executions.statusOf(await world.read(requestId))) === "running")
          await world.run(requestId);
      }
    },

    /** The one open task to ask the vendor. */
    async asking(requestId: string): Promise<Task> {
      const asking = (await tasksAbout(requestId)).filter(({ kind }) => kind === "ask-processor");
      const [task, ...more] = asking;
      if (!task || more.length > 0) throw new Error(`There are ${asking.length} tasks to ask.`);
      return task;
    },

    tasksAbout,

    /** What was written to the vendor, as its letters are named. */
    written: () => world.letters.sent.flatMap(({ to, about }) => (to === ASKED_AT ? [about.letter] : [])),

    /** The vendor answers a letter, as its mail program does; what is given is otherwise. */
    async answers(taskId: string, given: Partial<Written> = {}): Promise<string> {
      const thread = `<${taskId}@image-designer.example>`;
      return world.deliver({
        from: ASKED_AT,
        subject: `Re: Image Designer: please delete data of one person [${taskId}]`,
        text: "Dear team, the contact you named is deleted, in our backups too.",
        headers: [`References: ${thread}`],
        ...given,
      });
    },

    async close(taskId: string, reference = "TICKET-17") {
      const by = { kind: "staff", name: "grace" } as const;
      const evidence = { what: "It says that it is deleted.", reference };
      return closeTask(world, taskId, { by, evidence, policy: world.compiled.policy });
    },
  };
}
