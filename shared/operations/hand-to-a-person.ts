import type { RightsRequest } from "../domain/rights/rights-request.ts";
import { newTask } from "../domain/tasks/task.ts";
import { changeRightsRequest } from "./change-rights-request.ts";
import type { Clock, RightsRegister, Tasks } from "./ports.ts";
import type { RightsService } from "./rights-service.ts";

const DAY_MS = 86_400_000;

export interface HandToAPersonPorts {
  readonly rights: RightsRegister;
  readonly tasks: Tasks;
  readonly clock: Clock;
}

/**
 * Gives a rights request to a person, by the first date on which something is owed; killed halfway, it is given once more.
 *
 * @param what they have to do, without a name.
 */
export async function handToAPerson(
  { rights, tasks, clock }: HandToAPersonPorts,
  { service, region }: Pick<RightsService, "service" | "region">,
  request: RightsRequest,
  what: string,
): Promise<string> {
  const { rightsRequestId, right, dueDates } = request;
  const [first] = dueDates.flatMap(({ at, doneAt }) => (doneAt === undefined ? [at] : [])).sort();
  const now = clock.now();
  const needs = `${right}, ${rightsRequestId}: ${what}.`;
  // Where the policy names no date, a day: nothing lies about for longer without anybody having seen it.
  const on = first ?? new Date(now.getTime() + DAY_MS).toISOString();
  await tasks.open(newTask("answer-request", { service, region, rightsRequestId }, { needs, now, on }));
  await changeRightsRequest(rights, rightsRequestId, (current) =>
    current.standing.state === "with-a-person"
      ? undefined
      : { ...current, standing: { state: "with-a-person" } },
  );
  return "with-a-person";
}
