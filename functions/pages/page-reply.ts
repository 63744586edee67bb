import type { APIGatewayProxyResult } from "aws-lambda";
import type { MailLanguage } from "../../shared/domain/mail/intent.ts";
import { overPage, refusalPage } from "../../shared/domain/pages/notice-pages.ts";
import type { PageFrame } from "../../shared/domain/pages/public-page.ts";
import type { ConfirmPorts } from "../../shared/operations/confirm-rights-request.ts";
import type { ReadRightsStatusPorts } from "../../shared/operations/read-rights-status.ts";
import type { RightsService } from "../../shared/operations/rights-service.ts";
import type { SendFormPorts } from "../../shared/operations/send-form.ts";
import type { SendNeededFormPorts } from "../../shared/operations/send-needed-form.ts";
import type { UndoPorts } from "../../shared/operations/undo-stop-of-use.ts";
import { pageAnswer } from "./page-answer.ts";
import type { PageEvent } from "./page-call.ts";

export type PagePorts = ConfirmPorts &
  UndoPorts &
  ReadRightsStatusPorts &
  SendFormPorts &
  SendNeededFormPorts;

/** Whose pages these are; links on them are relative, so where they are served does not matter. */
export type PageService = Omit<RightsService, "pagesUrl">;

/** One call of one page. */
export interface PageCall {
  readonly event: PageEvent;
  readonly ports: PagePorts;
  readonly service: PageService;
  /** The frame of a page that speaks the language of its reader. */
  readonly frame: PageFrame;
}

/** Returns the answer to whoever looks for what is not there. */
export async function notFound({ frame }: PageCall): Promise<APIGatewayProxyResult> {
  return pageAnswer(404, frame.language, refusalPage(frame, "notFound"));
}

/** Returns the one answer to every link that leads to nothing, in the language of whoever opens it. */
export function linkOver({ frame }: PageCall): APIGatewayProxyResult {
  return pageAnswer(404, frame.language, overPage(frame));
}

/** Returns the answer to whoever has a link to a request, in the language of the request. */
export function pageOf(
  { frame }: PageCall,
  { language }: { readonly language: MailLanguage },
  page: (frame: PageFrame) => string,
  statusCode = 200,
): APIGatewayProxyResult {
  return pageAnswer(statusCode, language, page({ ...frame, language }));
}
