import type { APIGatewayProxyResult } from "aws-lambda";
import { MAIL_LANGUAGES } from "../../shared/domain/mail/intent.ts";
import { acceptedLanguage } from "../../shared/domain/pages/accepted-language.ts";
import { formAsksOf } from "../../shared/domain/pages/form-fields.ts";
import { homePage, refusalPage } from "../../shared/domain/pages/notice-pages.ts";
import type { PageFrame } from "../../shared/domain/pages/public-page.ts";
import { confirm, showConfirmation } from "./confirm.ts";
import { sendContactForm, showContactForm } from "./contact.ts";
import { sendNeeded, showNeededForm } from "./needed.ts";
import { headOnly, optionsAnswer, pageAnswer, withAllow } from "./page-answer.ts";
import { headerOf, isFromElsewhere, isTooLarge, type PageEvent } from "./page-call.ts";
import { notFound, type PageCall, type PagePorts, type PageService } from "./page-reply.ts";
import { downloadCertificate, showStatus } from "./status.ts";
import { showUndo, undo } from "./undo.ts";

type Route = (call: PageCall) => Promise<APIGatewayProxyResult>;

/** What a page shows, and what its button does; only the button changes anything. */
interface Page {
  readonly depth: number;
  readonly GET: Route;
  readonly POST?: Route;
}

const PAGES: Readonly<Record<string, Page>> = {
  "/": { depth: 0, GET: showHome },
  "/contact": { depth: 1, GET: showContactForm, POST: sendContactForm },
  "/confirm/{secret}": { depth: 2, GET: showConfirmation, POST: confirm },
  "/form/{secret}": { depth: 2, GET: showNeededForm, POST: sendNeeded },
  "/undo/{secret}": { depth: 2, GET: showUndo, POST: undo },
  "/status/{secret}": { depth: 2, GET: showStatus },
  "/status/{secret}/certificate/{requestId}": { depth: 4, GET: downloadCertificate },
};

/** Returns the answer to any call of the public pages. */
export async function answerPage(
  ports: PagePorts,
  service: PageService,
  event: PageEvent,
): Promise<APIGatewayProxyResult> {
  const page = Object.hasOwn(PAGES, event.resource) ? PAGES[event.resource] : undefined;
  // How deep an unknown path is, nobody knows: no link leads away from there.
  const call = { event, ports, service, frame: frameOf(service, event, page?.depth ?? 0) };
  const answer = await (page ? answerOf(page, call) : notFound(call));
  return event.httpMethod === "HEAD" ? headOnly(answer) : answer;
}

async function answerOf(page: Page, call: PageCall): Promise<APIGatewayProxyResult> {
  const allow = ["GET", "HEAD", "OPTIONS", ...(page.POST ? ["POST"] : [])].join(", ");
  const { language } = call.frame;
  switch (call.event.httpMethod) {
    case "GET":
    case "HEAD":
      return page.GET(call);
    case "OPTIONS":
      return optionsAnswer(allow);
    case "POST":
      if (!page.POST) break;
      if (isFromElsewhere(call.event))
        return pageAnswer(403, language, refusalPage(call.frame, "notAllowed"));
      if (isTooLarge(call.event)) return pageAnswer(413, language, refusalPage(call.frame, "tooLarge"));
      return page.POST(call);
  }
  return withAllow(pageAnswer(405, language, refusalPage(call.frame, "notAllowed")), allow);
}

async function showHome({ frame, service }: PageCall): Promise<APIGatewayProxyResult> {
  const hasForm = formAsksOf(service.policy).length > 0;
  return pageAnswer(200, frame.language, homePage(frame, { hasForm }));
}

function frameOf({ policy }: PageService, event: PageEvent, depth: number): PageFrame {
  const { name, contact, languages } = policy.service;
  const own = MAIL_LANGUAGES.find((language) => languages.includes(language)) ?? "en";
  const language = acceptedLanguage(headerOf(event, "accept-language"), own);
  return { service: name, contact, language, depth };
}
