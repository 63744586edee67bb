import type { APIGatewayProxyResult } from "aws-lambda";
import { NEEDED_COUNT, neededFormProblem } from "../../shared/domain/pages/needed-form.ts";
import { neededField, neededPage, neededSentPage } from "../../shared/domain/pages/needed-page.ts";
import { lookBehindForm, sendNeededForm } from "../../shared/operations/send-needed-form.ts";
import { formOf, pathPart } from "./page-call.ts";
import { linkOver, type PageCall, pageOf } from "./page-reply.ts";

/** Shows the form that a letter about a mail leads to. */
export async function showNeededForm(call: PageCall): Promise<APIGatewayProxyResult> {
  const token = await lookBehindForm(call.ports, pathPart(call.event, "secret"));
  return token ? pageOf(call, token, (frame) => neededPage(frame, token.sender)) : linkOver(call);
}

/** Takes it, once, or shows it again with what cannot be taken. */
export async function sendNeeded(call: PageCall): Promise<APIGatewayProxyResult> {
  const { event, ports } = call;
  const secret = pathPart(event, "secret");
  const token = await lookBehindForm(ports, secret);
  if (!token) return linkOver(call);
  const sent = formOf(event);
  const typed = Array.from({ length: NEEDED_COUNT }, (_, at) => sent(neededField(at)));
  if (neededFormProblem(typed) !== undefined)
    return pageOf(call, token, (frame) => neededPage(frame, token.sender, typed), 400);
  return (await sendNeededForm(ports, secret, typed)) ? pageOf(call, token, neededSentPage) : linkOver(call);
}
