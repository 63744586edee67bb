import { createHash, createHmac, type Hash, type Hmac } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";
import type { Checksum, SourceData } from "@smithy/types";
import { z } from "zod";
import type { Deployment } from "./deployment.ts";
import { CommandFailed } from "./exit-codes.ts";

/** Says which member of staff calls; listened to on the embedded AWS only. */
const ACTOR_HEADER = "x-lethe-actor";

const RefusalSchema = z.object({ error: z.string(), message: z.string() });
const OpenedSchema = z.object({
  requestId: z.string(),
  state: z.string(),
  subjectRef: z.string(),
  joined: z.boolean(),
});
const ApprovedSchema = z.object({ requestId: z.string(), state: z.string() });

export type Opened = z.infer<typeof OpenedSchema>;

/** Whoever asks, as far as the caller may say; on AWS it is always the identity that signs. */
export interface Caller {
  readonly staffName?: string;
}

/** Opens a request, or joins the one that is open. */
export function openRequest(
  deployment: Deployment,
  caller: Caller,
  asked: { readonly subject: string; readonly scope: string; readonly reason?: string },
): Promise<Opened> {
  return post(deployment, caller, "requests", asked, OpenedSchema);
}

/** Approves the plan with this digest. */
export function approveRequest(
  deployment: Deployment,
  caller: Caller,
  requestId: string,
  planDigest: string,
): Promise<z.infer<typeof ApprovedSchema>> {
  return post(deployment, caller, `requests/${requestId}/approval`, { planDigest }, ApprovedSchema);
}

async function post<Answer>(
  deployment: Deployment,
  { staffName }: Caller,
  path: string,
  body: unknown,
  schema: z.ZodType<Answer>,
): Promise<Answer> {
  const url = new URL(path, apiUrl(deployment));
  const signer = new SignatureV4({
    service: "execute-api",
    region: deployment.region,
    credentials: deployment.clientConfig.credentials,
    sha256: Sha256,
  });
  const text = JSON.stringify(body);
  const signed = await signer.sign({
    method: "POST",
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port === "" ? {} : { port: Number(url.port) }),
    path: url.pathname,
    query: {},
    headers: {
      host: url.host,
      "content-type": "application/json",
      ...(staffName === undefined ? {} : { [ACTOR_HEADER]: staffName }),
    },
    body: text,
  });
  const { host: _host, ...headers } = signed.headers;
  const response = await fetch(url, { method: "POST", headers, body: text });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return schema.parse(answer);
  const refusal = RefusalSchema.safeParse(answer);
  throw new CommandFailed(
    refusal.success
      ? refusal.data.message
      : `The API answered ${response.status} to ${path}: look at its log.`,
  );
}

/** The embedded AWS serves every API below its own address. */
function apiUrl(deployment: Deployment): string {
  const url = new URL(deployment.output("ApiUrl"));
  if (deployment.where === "aws") return url.href;
  const [id = ""] = url.hostname.split(".");
  const stage = url.pathname.replaceAll("/", "");
  return `${deployment.endpoint}/restapis/${id}/${stage}/_user_request_/`;
}

/** SHA-256 as the signer wants it, over Node's own. */
class Sha256 implements Checksum {
  private readonly hash: Hash | Hmac;
  private readonly secret: SourceData | undefined;

  constructor(secret?: SourceData) {
    this.secret = secret;
    this.hash = secret === undefined ? createHash("sha256") : createHmac("sha256", bytesOf(secret));
  }

  update(data: SourceData): void {
    this.hash.update(bytesOf(data));
  }

  async digest(): Promise<Uint8Array> {
    return this.hash.digest();
  }

  reset(): void {
    throw new Error(`A hash${this.secret === undefined ? "" : " with a secret"} is used once.`);
  }
}

function bytesOf(data: SourceData): Uint8Array {
  if (typeof data === "string") return Buffer.from(data);
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}
