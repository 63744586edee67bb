import type { SubjectId } from "../domain/erasure/subject-id.ts";
import type { LetterEffect } from "../domain/letters/letter-values.ts";
import type { Purpose } from "../domain/policy/category.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { endedNow } from "../domain/rights/record-of-request.ts";
import type { RightsRequest } from "../domain/rights/rights-request.ts";
import { changeRightsRequest } from "./change-rights-request.ts";
import { type HandToAPersonPorts, handToAPerson } from "./hand-to-a-person.ts";
import { type MakeLinkPorts, makeLink, makeSecret } from "./make-link.ts";
import type { AccountDirectory } from "./ports.ts";
import { type RecordDecisionPorts, recordDecision } from "./record-decision.ts";
import type { RightsService } from "./rights-service.ts";
import { inEveryLetter, type WriteToPorts, writeTo } from "./write-to.ts";

const DAY_MS = 86_400_000;
/** A month to change one's mind by a click; by mail it is never too late. */
const UNDO_DAYS = 30;

export interface StopUsePorts extends WriteToPorts, MakeLinkPorts, HandToAPersonPorts, RecordDecisionPorts {
  readonly directory: AccountDirectory;
}

export interface StopConfirmedUsePorts extends MakeLinkPorts, HandToAPersonPorts, RecordDecisionPorts {}

/**
 * Stops a use that somebody does not want any more, at once and without further proof than that the mail is from their
 * address: it takes nothing away, and they can undo it. Whoever wrote is told the same whether or not there is an account.
 */
export async function stopUse(
  ports: StopUsePorts,
  service: RightsService,
  request: RightsRequest,
): Promise<string> {
  const purposes = purposesOf(service.policy, request.about);
  if (purposes.length === 0) {
    return handToAPerson(ports, service, request, "say what becomes of it: the policy has no such use");
  }
  const accounts =
    request.address === undefined ? [] : await ports.directory.findByAddress(request.address, 2);
  for (const { subjectId } of accounts) {
    await recordObjection(ports, service, subjectId, request.about, `by ${request.channel}`);
  }
  const { address, addressRef } = request;
  if (address !== undefined) {
    const [only] = accounts.length === 1 ? accounts : [];
    const whose = only === undefined ? {} : { subjectId: only.subjectId };
    await tellOfEffect(ports, service, request, { address, addressRef, ...whose });
  }
  if (request.right === "consent-withdrawal" && keepsOnConsent(service.policy)) {
    const what = "un-save what was saved by consent, once the person has proved who they are";
    return handToAPerson(ports, service, request, what);
  }
  return endInEffect(ports, service, request);
}

/** Puts on record that somebody wants the uses that are meant no more. */
async function recordObjection(
  ports: RecordDecisionPorts,
  { policy, policyDigest: digest, region }: Pick<RightsService, "policy" | "policyDigest" | "region">,
  subject: SubjectId,
  about: RightsRequest["about"],
  how: string,
): Promise<void> {
  for (const purpose of purposesOf(policy, about)) {
    await recordDecision(ports, { policy, digest }, { subject, purpose, decided: "objected", how, region });
  }
}

/**
 * Stops a use that the owner of an account has confirmed they do not want: the link in a letter proved who they are.
 *
 * @returns the secret of the link that undoes it.
 */
export async function stopConfirmedUse(
  ports: StopConfirmedUsePorts,
  service: Omit<RightsService, "pagesUrl">,
  request: RightsRequest & { readonly subjectId: SubjectId },
): Promise<string> {
  const { rightsRequestId, subjectId, about } = request;
  await recordObjection(ports, service, subjectId, about, "link in a letter");
  const undoSecret = await makeSecret(ports, {
    purpose: "undo",
    rightsRequestId,
    subjectId,
    expiresAt: undoneUntil(ports.clock.now()),
  });
  if (request.right === "consent-withdrawal" && keepsOnConsent(service.policy)) {
    await handToAPerson(ports, service, request, "un-save what was saved by consent: it is proved who asks");
  } else await endInEffect(ports, service, request);
  return undoSecret;
}

async function endInEffect(
  ports: HandToAPersonPorts,
  service: Pick<RightsService, "policy">,
  request: RightsRequest,
): Promise<string> {
  const ended = endedNow(service.policy, ports.clock.now());
  await changeRightsRequest(ports.rights, request.rightsRequestId, (current) => ({
    ...current,
    standing: { state: "took-effect", ...ended },
  }));
  return "took-effect";
}

/** Which uses of the policy are meant. A withdrawal that names none ends all that were agreed to. */
export function purposesOf({ consents }: Policy, about: RightsRequest["about"]): readonly Purpose[] {
  if (about.what !== "use") {
    return consents.filter(({ basis }) => basis === "asked-first").map(({ purpose }) => purpose);
  }
  const wanted: Readonly<Record<typeof about.of, Purpose | undefined>> = {
    training: "model-training",
    marketing: "marketing",
    // Nobody sells anything here: who asks that it stop is told so by a person.
    sale: undefined,
  };
  return consents.map(({ purpose }) => purpose).filter((purpose) => purpose === wanted[about.of]);
}

function keepsOnConsent({ retention }: Policy): boolean {
  return retention.some(({ savedMeans }) => savedMeans !== undefined);
}

function undoneUntil(now: Date): string {
  return new Date(now.getTime() + UNDO_DAYS * DAY_MS).toISOString();
}

/** Who is told, and whose account it is, if one is known. */
interface Told {
  readonly address: string;
  readonly addressRef: string;
  readonly subjectId?: SubjectId;
}

/** Writes that a use has stopped, and how it is undone. */
export async function tellOfEffect(
  ports: WriteToPorts & MakeLinkPorts,
  service: RightsService,
  request: RightsRequest,
  { address, addressRef, subjectId }: Told,
): Promise<void> {
  const { rightsRequestId } = request;
  const expiresAt = undoneUntil(ports.clock.now());
  // To everybody: a letter without it would tell that there is no account.
  const undoLink = await makeLink(ports, service, {
    purpose: "undo",
    rightsRequestId,
    ...(subjectId === undefined ? {} : { subjectId }),
    expiresAt,
  });
  const effect: LetterEffect = request.about.what === "use" ? request.about.of : "consent-withdrawal";
  const values = {
    ...inEveryLetter(service, request),
    ...{ effect, at: request.receivedAt, undoLink, undoUntil: expiresAt },
  };
  await writeTo(ports, { letter: "took-effect", to: address, addressRef, request, values, inThread: true });
}
