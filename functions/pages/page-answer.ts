import type { APIGatewayProxyResult } from "aws-lambda";
import type { MailLanguage } from "../../shared/domain/mail/intent.ts";
import { PUBLIC_HEADERS } from "../../shared/domain/pages/public-page.ts";

/** Returns a page as it is sent. */
export function pageAnswer(statusCode: number, language: MailLanguage, body: string): APIGatewayProxyResult {
  return {
    statusCode,
    headers: { ...PUBLIC_HEADERS, "Content-Type": "text/html; charset=utf-8", "Content-Language": language },
    body,
  };
}

/** Returns a file to be saved and not shown. */
export function fileAnswer(name: string, body: string): APIGatewayProxyResult {
  return {
    statusCode: 200,
    headers: {
      ...PUBLIC_HEADERS,
      "Content-Type": "application/json",
      "Content-Disposition": `attachment; filename="${name}"`,
    },
    body,
  };
}

/** Returns what may be done with a page, to whoever asks only that. */
export function optionsAnswer(allow: string): APIGatewayProxyResult {
  return { statusCode: 204, headers: { ...PUBLIC_HEADERS, Allow: allow }, body: "" };
}

/** Returns an answer that says besides what may be done here. */
export function withAllow(answer: APIGatewayProxyResult, allow: string): APIGatewayProxyResult {
  return { ...answer, headers: { ...answer.headers, Allow: allow } };
}

/** Returns an answer without what it would show. */
export function headOnly(answer: APIGatewayProxyResult): APIGatewayProxyResult {
  return { ...answer, body: "" };
}
