import { createHash, createHmac, type Hash, type Hmac } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";
import type {
  AwsCredentialIdentity,
  AwsCredentialIdentityProvider,
  Checksum,
  SourceData,
} from "@smithy/types";

/** A call of an API behind `AWS_IAM`. */
export interface SignedCall {
  readonly url: URL;
  readonly region: string;
  readonly credentials: AwsCredentialIdentity | AwsCredentialIdentityProvider;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Posts JSON, signed by these credentials, and returns the answer whatever it is. */
export async function signedPost({
  url,
  region,
  credentials,
  headers = {},
  body,
}: SignedCall): Promise<Response> {
  const signer = new SignatureV4({ service: "execute-api", region, credentials, sha256: Sha256 });
  const text = JSON.stringify(body);
  const signed = await signer.sign({
    method: "POST",
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port === "" ? {} : { port: Number(url.port) }),
    path: url.pathname,
    query: {},
    headers: { host: url.host, "content-type": "application/json", ...headers },
    body: text,
  });
  const { host: _host, ...sent } = signed.headers;
  return fetch(url, { method: "POST", headers: sent, body: text });
}

/**
 * Returns where a deployed API is called. An embedded AWS serves every API below its own address.
 *
 * @param apiUrl as the stack's output has it: `https://ID.execute-api.REGION.amazonaws.com/STAGE/`.
 * @param endpoint of the embedded AWS; absent on AWS.
 */
export function apiAddress(apiUrl: string, endpoint?: string): string {
  const url = new URL(apiUrl);
  if (endpoint === undefined) return url.href;
  const [id = ""] = url.hostname.split(".");
  return `${endpoint}/restapis/${id}/${url.pathname.replaceAll("/", "")}/_user_request_/`;
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
