import { hasEnded, type RightsRequest } from "../domain/rights/rights-request.ts";
import { owedOf } from "../domain/rights/warnings.ts";
import { newTask } from "../domain/tasks/task.ts";
import { type CloseTaskPorts, closeTask } from "./close-task.ts";
import type { RightsService } from "./rights-service.ts";

/** Gives a person a letter that could not be sent, by the first date on which something is owed. */
export async function callForLetter(
  { tasks, clock }: CloseTaskPorts,
  { service, region }: Pick<RightsService, "service" | "region">,
  request: RightsRequest,
  why: string,
): Promise<void> {
  const { rightsRequestId, right } = request;
  const [first] = owedOf(request)
    .map(({ at }) => at)
    .sort();
  const needs = `${right}, ${rightsRequestId}: ${why}. Send it once more, or reach the person another way and close the tasks about the request with what shows it.`;
  const dated = { needs, now: clock.now(), ...(first === undefined ? {} : { on: first }) };
  await tasks.open(newTask("letter-not-sent", { service, region, rightsRequestId }, dated));
}

/** Closes what a letter has done: it was sent, and if it ended the request nobody owes anything any more. */
export async function closeTasksOf(
  ports: CloseTaskPorts,
  request: RightsRequest,
  closing: Parameters<typeof closeTask>[2],
): Promise<void> {
  for (const { taskId, kind } of await ports.tasks.openAbout(request.rightsRequestId)) {
    if (kind === "letter-not-sent" || hasEnded(request)) await closeTask(ports, taskId, closing);
  }
}
