import { isUnsettled } from "../domain/processors/processor-standing.ts";
import type { ErasureRequest } from "../domain/requests/erasure-request.ts";
import { lookingAgain } from "../domain/requests/erasure-request.ts";
import { after, WATCH_RUN_EVERY_MS } from "../domain/requests/looked-at-again.ts";
import { firstAskedNextAt } from "./ask-again.ts";
import { asksOf } from "./ask-open.ts";
import { LOOK_FOR_ANSWERS_EVERY_MS } from "./end-with-answers.ts";
import { type LateLookPorts, watchLook } from "./look-for-late-writes.ts";
import type { ProcessorAsks, Tasks } from "./ports.ts";

const MINUTE_MS = 60_000;

export interface LookForAnswersPorts extends Omit<LateLookPorts, "storesFor"> {
  readonly tasks: Tasks;
  readonly asks: Pick<ProcessorAsks, "of">;
}

/** What is on record of third parties now, for a request that waits for them. */
export interface NewAnswers {
  /** True if one of them has said more than the last certificate knows of. */
  readonly isNew: boolean;
  /** When it is looked for the next one, ISO 8601 UTC. */
  readonly nextAt: string;
}

/** Says whether an answer is on record that the certificate of the request does not know of, and when to look next. */
export async function newAnswers(
  { tasks, asks, clock }: Pick<LookForAnswersPorts, "tasks" | "asks" | "clock">,
  { requestId, progress }: ErasureRequest,
): Promise<NewAnswers> {
  const all = await asksOf(asks, requestId);
  const open = (await tasks.openAbout(requestId)).filter(({ kind }) => kind === "ask-processor");
  const byPerson = open.flatMap(({ processor }) => processor ?? []);
  const isSettling = progress.state === "completed";
  const called = [...new Set(all.map(({ disclosure }) => disclosure.processor))].filter((processor) => {
    const theirs = all.filter(({ disclosure }) => disclosure.processor === processor);
    return isSettling ? isUnsettled(theirs) : theirs.some(({ standing }) => standing.state === "open");
  });
  const missing = new Set([...byPerson, ...called]).size;
  const soon = after(clock.now(), LOOK_FOR_ANSWERS_EVERY_MS);
  const next = firstAskedNextAt(all);
  const afterNext = next === undefined ? soon : after(new Date(next), MINUTE_MS);
  return {
    isNew: missing < missingBefore(progress),
    nextAt: byPerson.length > 0 || afterNext < soon ? soon : afterNext,
  };
}

/** Certifies once more what third parties have said since a request completed, by another run of the same workflow. */
export async function lookForAnswers(ports: LookForAnswersPorts, request: ErasureRequest): Promise<void> {
  const { progress } = request;
  if (progress.state !== "completed" || !progress.settling) return;
  if (progress.settling.look === "running") return watchLook(ports, request, progress);
  const { isNew, nextAt } = await newAnswers(ports, request);
  if (!isNew) {
    await ports.register.update({ ...request, progress: { ...progress, dueAt: nextAt } });
    return;
  }
  const running = lookingAgain(progress, "running", after(ports.clock.now(), WATCH_RUN_EVERY_MS));
  const looking =
    running && (await ports.register.update({ ...request, attempt: request.attempt + 1, progress: running }));
  if (looking) await ports.executions.start(looking);
}

function missingBefore(progress: ErasureRequest["progress"]): number {
  if (progress.state === "completed") return progress.settling?.missing ?? 0;
  if (progress.state !== "waiting" || progress.waitsFor?.kind !== "answers") return 0;
  return progress.waitsFor.missing;
}
