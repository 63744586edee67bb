import type { APIGatewayProxyResult } from "aws-lambda";
import { contactPage, sentPage, TRAP_FIELD } from "../../shared/domain/pages/contact-page.ts";
import { checkedForm, formAsksOf } from "../../shared/domain/pages/form-fields.ts";
import { sendForm } from "../../shared/operations/send-form.ts";
import { pageAnswer } from "./page-answer.ts";
import { formOf } from "./page-call.ts";
import { notFound, type PageCall } from "./page-reply.ts";

/** Shows the form, where the policy says that people may ask by one. */
export async function showContactForm(call: PageCall): Promise<APIGatewayProxyResult> {
  const offered = formAsksOf(call.service.policy);
  const { frame } = call;
  if (offered.length === 0) return notFound(call);
  return pageAnswer(200, frame.language, contactPage(frame, offered));
}

/** Takes the form, or shows it again with what cannot be taken. Nobody is looked up, and all who send it see the same. */
export async function sendContactForm(call: PageCall): Promise<APIGatewayProxyResult> {
  const offered = formAsksOf(call.service.policy);
  const { frame, event, ports } = call;
  if (offered.length === 0) return notFound(call);
  const sent = formOf(event);
  const typed = { address: sent("address"), ask: sent("ask"), text: sent("text") };
  const checked = checkedForm(typed, offered);
  if ("problems" in checked)
    return pageAnswer(400, frame.language, contactPage(frame, offered, typed, checked.problems));
  if (sent(TRAP_FIELD) === "") await sendForm(ports, { ...checked.form, language: frame.language });
  return pageAnswer(200, frame.language, sentPage(frame));
}
