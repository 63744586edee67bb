import type { Policy } from "../domain/policy/policy.ts";
import { endedNow } from "../domain/rights/record-of-request.ts";
import { hasEnded } from "../domain/rights/rights-request.ts";
import type { Task } from "../domain/tasks/task.ts";
import { changeRightsRequest } from "./change-rights-request.ts";
import type { Clock, RightsRegister } from "./ports.ts";

/**
 * Writes on a rights request what a person did about it: a reply in substance, or the answer that ends it. What is done
 * twice is done once.
 *
 * @param task that they closed, with the evidence of it.
 */
export async function answerRightsRequest(
  { rights, clock }: { readonly rights: Pick<RightsRegister, "read" | "update">; readonly clock: Clock },
  policy: Policy,
  { kind, rightsRequestId }: Pick<Task, "kind" | "rightsRequestId">,
): Promise<void> {
  if (rightsRequestId === undefined || (kind !== "answer-request" && kind !== "reply-in-substance")) return;
  const now = clock.now();
  const ended = endedNow(policy, now);
  const isEnd = kind === "answer-request";
  await changeRightsRequest(rights, rightsRequestId, (current) => {
    if (hasEnded(current)) return undefined;
    const dueDates = current.dueDates.map((date) =>
      isEnd || date.what === "reply-in-substance" ? { ...date, doneAt: date.doneAt ?? ended.at } : date,
    );
    // What an erasure carries on ends with it; a person answered what was asked besides.
    const isOver = isEnd && current.standing.state === "with-a-person";
    return {
      ...current,
      dueDates,
      ...(isOver ? { standing: { state: "answered", ...ended } } : {}),
    };
  });
}
