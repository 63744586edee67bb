import type { APIGatewayProxyResult } from "aws-lambda";
import { confirmedPage, confirmPage } from "../../shared/domain/pages/confirm-page.ts";
import { confirmRightsRequest } from "../../shared/operations/confirm-rights-request.ts";
import { lookBehindLink } from "../../shared/operations/look-behind-link.ts";
import { formOf, pathPart } from "./page-call.ts";
import { linkOver, type PageCall, pageOf } from "./page-reply.ts";

/** Shows what is to be confirmed; a link of which nothing can be confirmed any more is over. */
export async function showConfirmation(call: PageCall): Promise<APIGatewayProxyResult> {
  const request = await waitingBehind(call);
  return request ? pageOf(call, request, (frame) => confirmPage(frame, request)) : linkOver(call);
}

/** Confirms, once. */
export async function confirm(call: PageCall): Promise<APIGatewayProxyResult> {
  const { event, ports, service } = call;
  const project = formOf(event)("project").trim();
  const named = isProjectId(project) ? project : undefined;
  const confirmed = await confirmRightsRequest(ports, service, pathPart(event, "secret"), named);
  if (confirmed.confirmed) return pageOf(call, confirmed.request, (frame) => confirmedPage(frame, confirmed));
  if (confirmed.why === "link-over") return linkOver(call);
  const request = await waitingBehind(call);
  return request
    ? pageOf(call, request, (frame) => confirmPage(frame, request, { project }), 400)
    : linkOver(call);
}

async function waitingBehind({ event, ports }: PageCall) {
  const behind = await lookBehindLink(ports, "confirm", pathPart(event, "secret"));
  return behind?.request.standing.state === "waiting-for-proof" ? behind.request : undefined;
}

/** What a service may call a project; anything else would name nothing. */
function isProjectId(typed: string): boolean {
  return /^[^\p{C}\p{Z}]{1,200}$/u.test(typed);
}
