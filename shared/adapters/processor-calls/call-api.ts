import type { ProcessorTrouble } from "../../operations/ports.ts";
import { retryAfterSeconds } from "./retry-after.ts";

/** Unpacked; an answer to a deletion is a few hundred bytes. */
const ANSWER_BYTES_MAX = 1_048_576;
const DEFAULT_TIMEOUT_MS = 10_000;

/** How a third party is reached. */
export interface ApiPlace {
  /** Its address with the scheme: everything is sent below it, and nowhere else. */
  readonly baseUrl: string;
  /** Returns the fields that prove who we are; read at each call, for a key may be rotated meanwhile. */
  readonly authorization: () => Promise<Readonly<Record<string, string>>>;
  readonly timeoutMs?: number;
  readonly now?: () => Date;
}

/** One call of an API that speaks JSON. */
export interface ApiCall {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Each part is escaped, so that an id cannot lead elsewhere. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, or as a form if it is one. */
  readonly body?: Readonly<Record<string, unknown>> | URLSearchParams;
}

/** What was answered, with a body that was JSON or empty. */
export interface ApiAnswer {
  readonly status: number;
  /** Parsed, and not checked yet; undefined if it was empty. */
  readonly body: unknown;
}

/** The address of a third party is none that may be sent to. */
export class UnsafeAddress extends Error {
  override readonly name = "UnsafeAddress";
}

/**
 * Calls an API, bounded in time and in what it answers. It follows no redirect, since that would take our key and the
 * person's id elsewhere; what is not JSON is no answer.
 *
 * @returns the answer with any status that says something about the thing; everything else as the trouble it is.
 */
export async function callApi(place: ApiPlace, call: ApiCall): Promise<ApiAnswer | ProcessorTrouble> {
  const url = addressOf(place, call);
  const signal = AbortSignal.timeout(place.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  let response: Response;
  let text: string | undefined;
  try {
    response = await fetch(url, { ...(await requestOf(place, call)), redirect: "manual", signal });
    text = await boundedText(response);
  } catch (error) {
    return notReached(error);
  }
  const trouble = troubleOf(response, place.now?.() ?? new Date());
  if (trouble) return trouble;
  if (text === undefined) return { trouble: "unclear", why: "an answer longer than any that is meant" };
  if (text.trim() === "") return { status: response.status, body: undefined };
  try {
    return { status: response.status, body: JSON.parse(text) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { trouble: "unclear", why: `status ${response.status} with an answer that is not JSON` };
  }
}

/** Says whether a call has no answer that says anything about the thing. */
export function isTrouble(answer: object): answer is ProcessorTrouble {
  return "trouble" in answer;
}

/** Returns an address that may be sent to: by https, unless it is on this machine. */
export function safeBase(baseUrl: string): URL {
  const base = new URL(baseUrl);
  const isHere = ["127.0.0.1", "localhost", "[::1]"].includes(base.hostname);
  if (base.protocol !== "https:" && !(isHere && base.protocol === "http:")) {
    throw new UnsafeAddress(`${base.origin} is not reached by https: say its address anew.`);
  }
  return base;
}

/** Returns what came of a call that has no answer; any error but that of a connection or a time limit is thrown on. */
export function notReached(error: unknown): ProcessorTrouble {
  // What fetch says of a connection or of unpacking, and of a time limit.
  if (error instanceof TypeError || (error instanceof DOMException && error.name === "TimeoutError")) {
    return { trouble: "unclear", why: error instanceof DOMException ? "no answer in time" : "not reached" };
  }
  throw error;
}

function addressOf({ baseUrl }: ApiPlace, { path, query = {} }: ApiCall): URL {
  const base = safeBase(baseUrl);
  if (path.some((part) => part === "." || part === ".." || part === "")) {
    throw new UnsafeAddress(`A part of a path below ${base.origin} names nothing or leads upwards.`);
  }
  const url = new URL(`${base.pathname.replace(/\/$/u, "")}/${path.map(encodeURIComponent).join("/")}`, base);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

async function requestOf(place: ApiPlace, { method, headers = {}, body }: ApiCall): Promise<RequestInit> {
  const said = { Accept: "application/json", ...(await place.authorization()), ...headers };
  if (body === undefined) return { method, headers: said };
  if (body instanceof URLSearchParams) return { method, headers: said, body };
  return {
    method,
    headers: { ...said, "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
}

/** Returns the text of an answer as it is unpacked; undefined if it is too long, and then the rest is not read. */
async function boundedText(response: Response): Promise<string | undefined> {
  if (!response.body) return "";
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > ANSWER_BYTES_MAX) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** What these mean is the same everywhere; the other statuses say something about the thing that was asked for. */
export function troubleOf(
  { status, headers }: Pick<Response, "status" | "headers">,
  now: Date,
): ProcessorTrouble | undefined {
  if (status === 401 || status === 403) return { trouble: "credentials", why: `status ${status}` };
  if (status === 409 || status === 423) return { trouble: "locked", why: `status ${status}` };
  if (status === 429) {
    return { trouble: "busy", againAfterSeconds: retryAfterSeconds(headers.get("retry-after"), now) };
  }
  if (status >= 300 && status < 400)
    return { trouble: "unclear", why: `a redirect, ${status}, which is not followed` };
  return status >= 500 || status < 200 ? { trouble: "unclear", why: `status ${status}` } : undefined;
}
