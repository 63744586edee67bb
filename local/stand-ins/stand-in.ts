import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";

/** How a stand-in is made to fail. */
export const STAND_IN_FAULTS = [
  "none",
  "lies",
  "slow",
  "never",
  "401",
  "403",
  "409",
  "423",
  "429",
  "500",
  "html",
  "other-subject",
  "redirect",
  "gzip-bomb",
] as const;

export type StandInFault = (typeof STAND_IN_FAULTS)[number];

/** A call as a route of a stand-in sees it. */
export interface StandInCall {
  /** The parts of the path that the route leaves open, by name. */
  readonly parts: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON, a form, XML as text, or undefined if nothing was sent. */
  readonly body: unknown;
  /** True if what is asked for must be answered as done, and not be done. */
  readonly lies: boolean;
  /** True if a job that is begun now must never end. */
  readonly neverEnds: boolean;
}

export interface StandInAnswer {
  readonly status: number;
  readonly body?: unknown;
  /** Sent as it is instead of a body, by those that do not speak JSON. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One documented call. */
export interface StandInRoute {
  readonly method: string;
  /** `/v1/files/{id}`; whatever has no route is answered 404, and counted as undocumented. */
  readonly path: string;
  /** Fields of the head beyond the usual ones that it takes, in small letters; any other is answered 400. */
  readonly headers?: readonly string[];
  /** Fields of the query that it takes. */
  readonly query?: readonly string[];
  /** Fields of the body that it takes at the top; absent: no body is taken. */
  readonly body?: readonly string[];
  readonly answer: (call: StandInCall) => StandInAnswer;
  /** How it refuses with a status; absent: with a message and nothing of its own. */
  readonly refused?: (status: number) => StandInAnswer;
}

/** A third party in a small server of our own, which keeps what it was sent until that is deleted. */
export interface StandIn {
  readonly url: string;
  /** Every call, `DELETE /v1/files/f1`, in order. */
  readonly calls: readonly string[];
  /** Calls that no published page of it describes. */
  readonly undocumented: readonly string[];
  /** How it is made to fail now. */
  readonly fault: StandInFault;
  fail(fault: StandInFault, options?: { readonly retryAfter?: string }): void;
  stop(): Promise<void>;
}

/** What every call may carry. */
export const USUAL_HEADERS: readonly string[] = [
  "accept",
  "accept-encoding",
  "accept-language",
  "authorization",
  "connection",
  "content-length",
  "content-type",
  "host",
  "sec-fetch-mode",
  "user-agent",
];
/** Longer than a test waits. */
const SLOW_MS = 1_500;
const BOMB_BYTES = 64 * 1_048_576;

/** Where a stand-in answers, and how late when it is slow. */
export interface StandInOptions {
  readonly port?: number;
  /** Longer than whoever calls it waits. */
  readonly slowMs?: number;
}

/** Starts a stand-in on a port of 127.0.0.1 that nobody else uses, unless one is asked for. */
export async function startStandIn(
  routes: readonly StandInRoute[],
  { port = 0, slowMs = SLOW_MS }: StandInOptions = {},
): Promise<StandIn> {
  const [calls, undocumented]: [string[], string[]] = [[], []];
  let [fault, retryAfter]: [StandInFault, string | undefined] = ["none", undefined];
  const server = createServer((request, response) => {
    void answered(request, response).catch((error: unknown) => {
      response.writeHead(500).end(error instanceof Error ? error.name : "");
    });
  });

  async function answered(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const body = await bodyOf(request);
    calls.push(`${request.method} ${url.pathname}`);
    const found = routeOf(routes, request.method ?? "", url.pathname);
    if (isRefused(fault)) {
      const refusal = found?.route.refused?.(Number(fault)) ?? plainRefusal(Number(fault));
      const later = retryAfter === undefined ? {} : { "retry-after": retryAfter };
      response.writeHead(refusal.status, { ...JSON_TYPE, ...refusal.headers, ...later });
      return void response.end(textOf(refusal));
    }
    const strange = shown(fault);
    if (strange) return void response.writeHead(strange.status, strange.headers).end(strange.bytes);
    const wrong = found ? undocumentedIn(found.route, request, url, body) : "path";
    if (!found || wrong !== undefined) {
      undocumented.push(`${request.method} ${url.pathname}: ${wrong}`);
      return void response
        .writeHead(found ? 400 : 404, JSON_TYPE)
        .end('{"error":{"message":"undocumented"}}');
    }
    const answer = found.route.answer({
      parts: found.parts,
      query: url.searchParams,
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      ),
      body,
      lies: fault === "lies",
      neverEnds: fault === "never",
    });
    if (fault === "slow") await pause(slowMs, undefined, { ref: false });
    const asked = [...Object.values(found.parts), ...url.searchParams.values(), ...valuesOf(body)];
    const said = textOf(answer);
    response.writeHead(answer.status, { ...JSON_TYPE, ...answer.headers });
    response.end(fault === "other-subject" ? aboutAnother(said, asked) : said);
  }

  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const bound = typeof address === "object" && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${bound}`,
    calls,
    undocumented,
    get fault() {
      return fault;
    },
    fail: (next, options = {}) => {
      [fault, retryAfter] = [next, options.retryAfter];
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

const JSON_TYPE = { "content-type": "application/json" } as const;

function isRefused(fault: StandInFault): boolean {
  return /^\d+$/u.test(fault);
}

function plainRefusal(status: number): StandInAnswer {
  return { status, body: { error: { message: `status ${status}` } } };
}

function textOf({ text, body }: StandInAnswer): string {
  return text ?? (body === undefined ? "" : JSON.stringify(body));
}

/** What is no answer of any API. */
function shown(fault: StandInFault) {
  if (fault === "html") {
    const headers = { "content-type": "text/html" };
    return { status: 200, headers, bytes: "<!doctype html><title>We will be back soon</title>" };
  }
  if (fault === "redirect") {
    return { status: 302, headers: { location: "http://169.254.169.254/latest/meta-data/" }, bytes: "" };
  }
  if (fault !== "gzip-bomb") return undefined;
  return {
    status: 200,
    headers: { ...JSON_TYPE, "content-encoding": "gzip" },
    bytes: gzipSync(Buffer.alloc(BOMB_BYTES, " ")),
  };
}

function routeOf(routes: readonly StandInRoute[], method: string, path: string) {
  for (const route of routes) {
    if (route.method !== method) continue;
    const names = [...route.path.matchAll(/\{(\w+)\}/gu)].map(([, name = ""]) => name);
    const pattern = route.path.replace(/[.*+?^$()|[\]\\]/gu, "\\$&").replace(/\{\w+\}/gu, "([^/]+)");
    const [whole, ...values] = new RegExp(`^${pattern}$`, "u").exec(path) ?? [];
    if (whole === undefined) continue;
    const parts = names.map((name, at) => [name, decodeURIComponent(values[at] ?? "")] as const);
    return { route, parts: Object.fromEntries(parts) };
  }
  return undefined;
}

function undocumentedIn(
  { headers = [], query = [], body: fields }: StandInRoute,
  request: IncomingMessage,
  url: URL,
  body: unknown,
): string | undefined {
  const header = Object.keys(request.headers).find(
    (name) => !USUAL_HEADERS.includes(name) && !headers.includes(name),
  );
  if (header !== undefined) return `header ${header}`;
  const asked = [...url.searchParams.keys()].find((name) => !query.includes(name));
  if (asked !== undefined) return `query ${asked}`;
  if (body === undefined) return undefined;
  if (!fields) return "a body";
  const sent = Object.keys(typeof body === "object" && body !== null ? body : {});
  const field = sent.find((name) => !fields.includes(name));
  return field === undefined ? undefined : `field ${field}`;
}

/** The same answer, about somebody else's thing than whatever was named in the call. */
function aboutAnother(answer: string, asked: readonly unknown[]): string {
  const names = asked.filter((name) => typeof name === "string");
  return names.reduce(
    (said, id) =>
      said.replaceAll(JSON.stringify(id), '"somebody-elses"').replaceAll(`>${id}<`, ">somebody-elses<"),
    answer,
  );
}

function valuesOf(body: unknown): readonly unknown[] {
  return typeof body === "object" && body !== null ? Object.values(body) : [];
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString("utf8");
  if (text === "") return undefined;
  if (request.headers["content-type"]?.includes("application/x-www-form-urlencoded")) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  return request.headers["content-type"]?.includes("xml") ? text : JSON.parse(text);
}
