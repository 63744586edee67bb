import { ACCOUNT, type Scope } from "../domain/erasure/scope.ts";
import type { SubjectId } from "../domain/erasure/subject-id.ts";
import { facialDataErased } from "../domain/policy/erasure-targets.ts";
import { ownRecordEndsAt } from "../domain/policy/own-record-days.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { addressReference } from "../domain/rights/address-reference.ts";
import { tokenHashOf } from "../domain/rights/one-time-token.ts";
import { statusShownUntil } from "../domain/rights/record-of-request.ts";
import { hasEnded, type RightsRequest } from "../domain/rights/rights-request.ts";
import { changeRightsRequest } from "./change-rights-request.ts";
import { planToFollow } from "./follow-rights-request.ts";
import { type HandToAPersonPorts, handToAPerson } from "./hand-to-a-person.ts";
import { makeSecret } from "./make-link.ts";
import { type OpenRequestPorts, openRequest } from "./open-request.ts";
import type { DrainSignal, Duties, Tokens } from "./ports.ts";
import type { RightsService } from "./rights-service.ts";
import { purposesOf, type StopConfirmedUsePorts, stopConfirmedUse } from "./stop-use.ts";
import { planToTellOfEffect } from "./tell-of-effect.ts";

export interface ConfirmPorts extends OpenRequestPorts, HandToAPersonPorts, StopConfirmedUsePorts {
  readonly tokens: Tokens;
  readonly duties: Pick<Duties, "putOnce">;
  readonly drainSignal: DrainSignal;
}

/** What came of a click. */
export type Confirmed =
  /** Secrets of links, for whoever confirmed alone: to follow it, and to undo it if that can be done. */
  | {
      readonly confirmed: true;
      readonly request: RightsRequest;
      readonly statusSecret: string;
      readonly undoSecret?: string;
    }
  /** Not one of ours, over, used, or its request has ended: one answer to all, which tells nothing. */
  | { readonly confirmed: false; readonly why: "link-over" }
  /** It does not say which project is meant; nothing was used up. */
  | { readonly confirmed: false; readonly why: "which-project" };

/**
 * Carries out what the owner of an address confirmed, once. The secret is used up before anything is opened; killed in
 * between, the same click goes on where it was left, since its request still waits for it.
 *
 * @param secret as it stood in the link; anything at all.
 * @param project of which the request is, if it did not say so.
 */
export async function confirmRightsRequest(
  ports: ConfirmPorts,
  service: Omit<RightsService, "pagesUrl">,
  secret: string,
  project?: string,
): Promise<Confirmed> {
  const over = { confirmed: false, why: "link-over" } as const;
  const hash = tokenHashOf(secret);
  const token = hash === undefined ? undefined : await ports.tokens.read(hash);
  if (hash === undefined || token?.purpose !== "confirm" || token.subjectId === undefined) return over;
  const now = ports.clock.now();
  if (token.expiresAt <= now.toISOString()) return over;
  const request = await ports.rights.read(token.rightsRequestId);
  if (!request || hasEnded(request) || request.standing.state !== "waiting-for-proof") return over;
  const scopes = scopesOf(service.policy, request, project);
  if (scopes === "which-project") return { confirmed: false, why: "which-project" };
  if (!(await ports.tokens.use(hash, now)) && token.usedAt === undefined) return over;
  const { rightsRequestId } = request;
  const { subjectId } = token;
  const { address } = token;
  const undo = await carryOut(ports, service, {
    ...{ request: { ...request, subjectId }, address, link: hash, scopes },
  });
  const expiresAt = statusShownUntil(service.policy, now);
  const status = { purpose: "status", rightsRequestId, isOfOwner: true, expiresAt } as const;
  const statusSecret = await makeSecret(ports, status);
  return { confirmed: true, request, statusSecret, ...undo };
}

/** What was confirmed, and where its owner has mail. */
interface Proved {
  readonly request: RightsRequest & { readonly subjectId: SubjectId };
  readonly address: string | undefined;
  /** Digest of the link that proved it. */
  readonly link: string;
  readonly scopes: readonly Scope[];
}

/** What is stopped can be allowed again; what is erased cannot be brought back. */
async function carryOut(
  ports: ConfirmPorts,
  service: Omit<RightsService, "pagesUrl">,
  proved: Proved,
): Promise<{ readonly undoSecret?: string }> {
  const { request, link } = proved;
  await recordProof(ports, service, proved);
  if (request.right !== "erasure" && purposesOf(service.policy, request.about).length > 0) {
    // Before it ends: killed in between, the same click plans it again.
    await planToTellOfEffect(ports.duties, request, link, ports.clock.now());
    return { undoSecret: await stopConfirmedUse(ports, service, request) };
  }
  await erase(ports, service, proved);
  return {};
}

/** Whose mailbox it was comes first: from the next write on its writer might see what became of it. */
async function recordProof(
  ports: ConfirmPorts,
  { service }: Pick<RightsService, "service">,
  { request, address }: Proved,
): Promise<void> {
  const { rightsRequestId, subjectId, addressRef } = request;
  const key = await ports.subjectKeys.current();
  const isWriter = address !== undefined && addressReference(key, service, address) === addressRef;
  const provedBy = isWriter ? "writer" : "another";
  await changeRightsRequest(ports.rights, rightsRequestId, (current) =>
    hasEnded(current) ? undefined : { ...current, subjectId, provedBy },
  );
}

async function erase(
  ports: ConfirmPorts,
  service: Omit<RightsService, "pagesUrl">,
  { request, address, scopes }: Proved,
): Promise<void> {
  const { rightsRequestId } = request;
  const now = ports.clock.now();
  await planToFollow(ports.duties, rightsRequestId, now);
  const requestIds: string[] = [];
  for (const scope of scopes) requestIds.push(await openOne(ports, service, { request, address }, scope));
  if (requestIds.length === 0) {
    const what = "the policy has no erasure of this kind: see what can be done";
    await handToAPerson(ports, service, request, what);
    return;
  }
  await changeRightsRequest(ports.rights, rightsRequestId, (current) =>
    hasEnded(current) ? undefined : { ...current, standing: { state: "erasing", requestIds } },
  );
  await ports.drainSignal.send();
}

async function openOne(
  ports: ConfirmPorts,
  { service, region, policy, policyDigest }: Omit<RightsService, "pagesUrl">,
  { request: asked, address }: Pick<Proved, "request" | "address">,
  scope: Scope,
): Promise<string> {
  const { request } = await openRequest(ports, {
    subject: asked.subjectId,
    scope,
    actor: { kind: "subject" },
    service,
    region,
    policyDigest,
  });
  if (address !== undefined) {
    const until = ownRecordEndsAt(policy, "contact-for-answer", ports.clock.now());
    const { rightsRequestId, language } = asked;
    const contact = { address, asked: { rightsRequestId, language } };
    await ports.register.keepContact(request.requestId, contact, until);
  }
  return request.requestId;
}

/** What is erased for it. Facial data has several categories, each with an erasure of its own. */
function scopesOf(
  policy: Policy,
  { right, about }: RightsRequest,
  project: string | undefined,
): readonly Scope[] | "which-project" {
  if (right !== "erasure") return [];
  const has = (kind: Scope["kind"]) => policy.erasure.some(({ scope }) => scope === kind);
  switch (about.what) {
    case "account":
      return has("account") ? [ACCOUNT] : [];
    case "processors":
      return has("processors") ? [{ kind: "processors" }] : [];
    case "facial-data":
      return facialDataErased(policy).map((category) => ({ kind: "category", category }));
    case "project": {
      const id = about.id ?? project;
      if (!has("project")) return [];
      return id === undefined ? "which-project" : [{ kind: "project", id }];
    }
    default:
      return [];
  }
}
