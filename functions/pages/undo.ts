import type { APIGatewayProxyResult } from "aws-lambda";
import { undonePage, undoPage } from "../../shared/domain/pages/undo-page.ts";
import { lookBehindLink } from "../../shared/operations/look-behind-link.ts";
import { undoStopOfUse } from "../../shared/operations/undo-stop-of-use.ts";
import { pathPart } from "./page-call.ts";
import { linkOver, type PageCall, pageOf } from "./page-reply.ts";

/** Shows what would be allowed again. */
export async function showUndo(call: PageCall): Promise<APIGatewayProxyResult> {
  const request = await unusedBehind(call);
  return request ? pageOf(call, request, (frame) => undoPage(frame, request)) : linkOver(call);
}

/** Allows it again, once. */
export async function undo(call: PageCall): Promise<APIGatewayProxyResult> {
  const { event, ports, service } = call;
  const request = await unusedBehind(call);
  if (!request || !(await undoStopOfUse(ports, service, pathPart(event, "secret")))) return linkOver(call);
  return pageOf(call, request, undonePage);
}

async function unusedBehind({ event, ports }: PageCall) {
  const behind = await lookBehindLink(ports, "undo", pathPart(event, "secret"));
  return behind?.token.usedAt === undefined ? behind?.request : undefined;
}
