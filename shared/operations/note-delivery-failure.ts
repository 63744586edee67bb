import type { AskLetterAbout, LetterAbout, LetterToPersonAbout } from "../domain/letters/letter-about.ts";
import { addressReference } from "../domain/rights/address-reference.ts";
import { hasEnded } from "../domain/rights/rights-request.ts";
import { owedOf } from "../domain/rights/warnings.ts";
import { newTask } from "../domain/tasks/task.ts";
import { changeAsked } from "./change-asked.ts";
import type { Clock, Correspondence, RightsRegister, SubjectKeys, Tasks } from "./ports.ts";
import type { RightsService } from "./rights-service.ts";

/** Letters that did not arrive, or were not wanted. */
export interface DeliveryFailure {
  /** A bounce for now: nobody tries again, and the next letter may arrive. */
  readonly why: "bounce" | "bounce-for-now" | "complaint";
  readonly addresses: readonly string[];
  /** Absent of a letter that does not say it, such as one that was sent before letters did. */
  readonly about?: LetterAbout;
}

export interface NoteDeliveryFailurePorts {
  readonly correspondence: Pick<Correspondence, "markUndeliverable">;
  readonly rights: Pick<RightsRegister, "read">;
  readonly subjectKeys: SubjectKeys;
  readonly tasks: Tasks;
  readonly clock: Clock;
}

/**
 * Gives a person what a letter was to tell and did not, and remembers, by reference, that no more letters are to go to
 * these addresses; noting it twice is once.
 */
export async function noteDeliveryFailure(
  ports: NoteDeliveryFailurePorts,
  service: Pick<RightsService, "service" | "region">,
  failure: DeliveryFailure,
): Promise<void> {
  const { why, addresses, about } = failure;
  if (about && "taskId" in about) await callForAsked(ports, why, about);
  else if (about) await callForPerson(ports, service, why, about);
  if (why === "bounce-for-now") return;
  const secret = await ports.subjectKeys.current();
  for (const address of new Set(addresses)) {
    const reference = addressReference(secret, service.service, address);
    await ports.correspondence.markUndeliverable(reference, why, ports.clock.now());
  }
}

const WHAT_HAPPENED: Readonly<Record<DeliveryFailure["why"], string>> = {
  bounce: "came back and was not read",
  "bounce-for-now": "came back for now, and SES does not try again",
  complaint: "was reported as unwanted, so no more are sent there",
};

/** As early as something is owed: what is owed counts as given only when it arrives. */
async function callForPerson(
  { rights, tasks, clock }: NoteDeliveryFailurePorts,
  { service, region }: Pick<RightsService, "service" | "region">,
  why: DeliveryFailure["why"],
  { letter, ...about }: LetterToPersonAbout,
): Promise<void> {
  const request = "rightsRequestId" in about ? await rights.read(about.rightsRequestId) : undefined;
  // It arrived, and nothing more is owed.
  if (why === "complaint" && (!request || hasEnded(request))) return;
  const [on] = request
    ? owedOf(request)
        .map(({ at }) => at)
        .sort()
    : [];
  const [number] = Object.values(about);
  const needs = `The letter ${letter} about ${number} ${WHAT_HAPPENED[why]}. Reach the person another way, and close this with what shows it, or that there is no other way.`;
  const dated = { needs, now: clock.now(), ...(on === undefined ? {} : { on }) };
  await tasks.open(newTask("letter-not-sent", { service, region, ...about }, dated));
}

/**
 * A third party that a letter did not reach has to be asked another way, before its answer is owed. An address that takes
 * none gets no reminder either, and neither does one that calls them unwanted.
 */
async function callForAsked(
  { tasks, clock }: NoteDeliveryFailurePorts,
  why: DeliveryFailure["why"],
  { letter, taskId }: AskLetterAbout,
): Promise<void> {
  const now = clock.now();
  const task = await changeAsked(tasks, taskId, ({ asked }) => {
    if (!asked || why === "bounce-for-now" || asked.returnedAt !== undefined) return undefined;
    return { ...asked, returnedAt: now.toISOString() };
  });
  if (task?.progress.state !== "open") return;
  const { service, region, requestId = "", processor = "", dueAt } = task;
  const needs = `The letter ${letter} to ${processor} about task ${taskId} ${WHAT_HAPPENED[why]}. Ask it another way, mend askAt in the policy if the address is wrong, and close this with what shows it.`;
  const about = { service, region, requestId, processor };
  await tasks.open(newTask("letter-not-sent", about, { needs, now, on: dueAt }));
}
