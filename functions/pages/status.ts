import type { APIGatewayProxyResult } from "aws-lambda";
import { certificateFile, statusPage } from "../../shared/domain/pages/status-page.ts";
import { readCertificateByStatus, readRightsStatus } from "../../shared/operations/read-rights-status.ts";
import { fileAnswer } from "./page-answer.ts";
import { pathPart } from "./page-call.ts";
import { linkOver, type PageCall, pageOf } from "./page-reply.ts";

/** Shows where a request stands. */
export async function showStatus(call: PageCall): Promise<APIGatewayProxyResult> {
  const secret = pathPart(call.event, "secret");
  const status = await readRightsStatus(call.ports, secret);
  if (!status) return linkOver(call);
  return pageOf(call, status.request, (frame) => statusPage(frame, { ...status, secret }));
}

/** Hands out a certificate as it was signed. */
export async function downloadCertificate(call: PageCall): Promise<APIGatewayProxyResult> {
  const requestId = pathPart(call.event, "requestId");
  const certificate = await readCertificateByStatus(call.ports, pathPart(call.event, "secret"), requestId);
  return certificate === undefined ? linkOver(call) : fileAnswer(certificateFile(requestId), certificate);
}
