import type { Asked, MailLanguage } from "../domain/mail/intent.ts";
import type { Right } from "../domain/policy/right.ts";
import type { RightsRequest } from "../domain/rights/rights-request.ts";
import { type AcknowledgePorts, acknowledge } from "./acknowledge.ts";
import { type AskForProofPorts, askForProof } from "./ask-for-proof.ts";
import { handToAPerson } from "./hand-to-a-person.ts";
import { type OpenRightsRequestPorts, openRightsRequest } from "./open-rights-request.ts";
import { type ReportMinorPorts, reportMinor } from "./report-minor.ts";
import type { RightsService } from "./rights-service.ts";
import { purposesOf, type StopUsePorts, stopUse } from "./stop-use.ts";
import { type TakeBackPorts, takeBack } from "./take-back.ts";

/** What somebody asks for, by mail or by form, as far as it is certain. */
export interface Message {
  /** Names the message: delivered twice, it is one. */
  readonly source: string;
  readonly channel: "mail" | "form";
  readonly receivedAt: string;
  readonly address: string;
  readonly language: MailLanguage;
  readonly asked: Asked;
  /** In which other addresses may stand, such as that of the account. */
  readonly text: string;
  readonly thread?: NonNullable<RightsRequest["thread"]>;
}

export interface ActOnMessagePorts
  extends OpenRightsRequestPorts,
    AcknowledgePorts,
    AskForProofPorts,
    StopUsePorts,
    TakeBackPorts,
    ReportMinorPorts {
  readonly correspondence: AcknowledgePorts["correspondence"];
}

/** What was begun. */
export type Acted =
  | { readonly taken: true; readonly outcome: string; readonly rightsRequestId: string }
  /** The policy offers no such right this way: a person answers. */
  | { readonly taken: false };

/**
 * Begins what a message asks for, and tells whoever wrote that it is here. That letter comes before anybody looks for an
 * account, so neither its words nor its moment tell whether there is one.
 *
 * What needs proof begins with a link to the address on file; opt-outs, withdrawals and what is said of minors take effect
 * now and can be undone, if they come by mail: a form proves nothing. All else is a person's task.
 */
export async function actOnMessage(
  ports: ActOnMessagePorts,
  service: RightsService,
  message: Message,
): Promise<Acted> {
  const { right, about } = requestFor(message.asked);
  // What can be undone is heard however it comes; the rest goes where the policy says that people may ask.
  if (needsAnOffer(message.asked) && !isOffered(service, right, message.channel)) return { taken: false };
  const opened = await openRightsRequest(ports, service, { ...message, right, about });
  const request = await acknowledge(ports, service, opened);
  const outcome = await begin(ports, service, message, request);
  return { taken: true, outcome, rightsRequestId: request.rightsRequestId };
}

function begin(
  ports: ActOnMessagePorts,
  service: RightsService,
  message: Message,
  request: RightsRequest,
): Promise<string> {
  // The same mail again, or one more about the same: what was begun goes on.
  if (request.standing.state !== "received") return Promise.resolve(`joined: ${request.standing.state}`);
  const { asked } = message;
  if (message.channel === "form") return beginUnproved(ports, service, message, request);
  switch (asked.what) {
    case "right":
      if (asked.right === "erasure") return askForProof(ports, service, request, message.text);
      return handToAPerson(ports, service, request, "answer it, and prove first who asks");
    case "opt-out":
    case "withdrawal-of-consent":
      return stopUse(ports, service, request);
    case "withdrawal-of-request":
      return takeBack(ports, service, request);
    case "report-of-minor":
      return reportMinor(ports, service, request);
  }
}

/** Whoever fills in a form may write any address into it, so nothing takes effect before its owner confirms. */
function beginUnproved(
  ports: ActOnMessagePorts,
  service: RightsService,
  { asked, text }: Message,
  request: RightsRequest,
): Promise<string> {
  const isConfirmedByLink =
    asked.what === "right" ? asked.right === "erasure" : purposesOf(service.policy, request.about).length > 0;
  if (isConfirmedByLink && !isAboutAnother(asked)) return askForProof(ports, service, request, text);
  return handToAPerson(ports, service, request, "answer it, and prove first who asks");
}

/** An earlier request, or a child's account: there is no link that would confirm it. */
function isAboutAnother({ what }: Asked): boolean {
  return what === "withdrawal-of-request" || what === "report-of-minor";
}

function needsAnOffer({ what }: Asked): boolean {
  return what === "right";
}

function isOffered({ policy }: RightsService, right: Right, channel: Message["channel"]): boolean {
  return policy.rights.some((offered) => offered.right === right && offered.channels.includes(channel));
}

function requestFor(asked: Asked): Pick<RightsRequest, "right" | "about"> {
  switch (asked.what) {
    case "right":
      return asked.right === "erasure"
        ? { right: "erasure", about: { what: asked.scope } }
        : { right: asked.right, about: { what: "other" } };
    case "opt-out":
      return { right: "opt-out", about: { what: "use", of: asked.of } };
    case "withdrawal-of-consent":
      return { right: "consent-withdrawal", about: { what: "other" } };
    case "withdrawal-of-request":
      return { right: "erasure", about: { what: "taken-back" } };
    case "report-of-minor":
      return { right: "erasure", about: { what: "minor" } };
  }
}
