import type { StandInAnswer, StandInCall, StandInRoute } from "./stand-in.ts";

/** A request as fal.ai has it: what went in and came out, and the files that came out. */
export interface FalRequest {
  readonly model: string;
  isStored: boolean;
  readonly outputFiles: Set<string>;
}

/** What a test or the demo puts into the stand-in, as a service would have sent it. */
export interface FalContent {
  /** By the id that the queue gave them. */
  readonly requests: Map<string, FalRequest>;
  /** Addresses of files whose deletion fails. */
  readonly stuckFiles: Set<string>;
  /** Files that were uploaded, by their addresses, and who may read them. */
  readonly inputFiles: Map<string, AccessList>;
}

interface AccessList {
  readonly default: string;
  readonly rules: readonly { readonly user: string; readonly decision: string }[];
}

const SENT_AT = "2031-11-20T10:00:00.000Z";
/** For so long the answer to a key is repeated. */
const REPLAY_MS = 600_000;

export function emptyFal(): FalContent {
  return { requests: new Map(), stuckFiles: new Set(), inputFiles: new Map() };
}

/**
 * Routes of fal.ai's Platform APIs as their published pages describe them: payloads are deleted by an admin key and with
 * the files of the output alone, and requests are listed by the model that they were sent to.
 */
export function falRoutes(content: FalContent, now: () => Date = () => new Date()): readonly StandInRoute[] {
  const answered = new Map<string, { readonly atMs: number; readonly answer: StandInAnswer }>();
  const routes: readonly StandInRoute[] = [
    {
      method: "DELETE",
      path: "/v1/models/requests/{request_id}/payloads",
      headers: ["idempotency-key"],
      answer: (call) =>
        known(call, ["admin"], () => {
          const key = call.headers["idempotency-key"];
          const before = key === undefined ? undefined : answered.get(key);
          if (before && now().getTime() - before.atMs < REPLAY_MS) return before.answer;
          const answer = deletePayloads(content, call);
          if (key !== undefined) answered.set(key, { atMs: now().getTime(), answer });
          return answer;
        }),
    },
    {
      method: "GET",
      path: "/v1/models/requests/by-endpoint",
      query: ["limit", "cursor", "endpoint_id", "start", "end", "status", "request_id", "expand", "sort_by"],
      answer: (call) => known(call, ["admin", "api"], () => listed(content, call)),
    },
    {
      method: "PUT",
      path: "/v1/storage/files/acl",
      query: ["url"],
      body: ["default", "rules"],
      answer: (call) => known(call, ["admin", "api"], () => setAccess(content, call)),
    },
  ];
  return routes.map((route) => ({
    ...route,
    refused: (status) => refused(status, TYPES.get(status) ?? "server_error", `status ${status}`),
  }));
}

const TYPES: ReadonlyMap<number, string> = new Map([
  [401, "authorization_error"],
  [403, "authorization_error"],
  [429, "rate_limited"],
]);

function known(call: StandInCall, scopes: readonly string[], answer: () => StandInAnswer): StandInAnswer {
  const [scheme = "", key = ""] = (call.headers.authorization ?? "").split(" ");
  if (scheme !== "Key") return refused(401, "authorization_error", "Authentication is required.");
  const isAllowed = scopes.some((scope) => key.startsWith(`${scope}-`));
  return isAllowed ? answer() : refused(403, "authorization_error", "An admin key is required.");
}

function deletePayloads({ requests, stuckFiles }: FalContent, call: StandInCall): StandInAnswer {
  const request = requests.get(call.parts.request_id ?? "");
  if (!request) return refused(404, "not_found", "No such request.");
  const results = [...request.outputFiles].map((link) => ({
    link,
    exception: stuckFiles.has(link) ? "The file could not be deleted." : null,
  }));
  if (!call.lies) {
    request.isStored = false;
    for (const { link, exception } of results) if (exception === null) request.outputFiles.delete(link);
  }
  return { status: 200, body: { cdn_delete_results: results } };
}

function listed({ requests }: FalContent, { query }: StandInCall): StandInAnswer {
  const model = query.get("endpoint_id");
  if (model === null) return refused(400, "validation_error", "endpoint_id is required.");
  const wanted = query.get("request_id");
  const items = [...requests]
    .filter(([id, request]) => request.model === model && (wanted === null || id === wanted))
    .map(([request_id, request]) => ({
      request_id,
      endpoint_id: model,
      ...{ sent_at: SENT_AT, started_at: SENT_AT, ended_at: SENT_AT, duration: 0, status_code: 200 },
      ...(query.get("expand") === "payloads" && request.isStored ? payloads(request) : {}),
    }));
  return { status: 200, body: { items, next_cursor: null, has_more: false } };
}

function payloads({ outputFiles }: FalRequest) {
  return {
    json_input: { prompt: "a cat" },
    json_output: { images: [...outputFiles].map((url) => ({ url })) },
  };
}

/** Only of files on its own CDN, of version 3. */
function setAccess({ inputFiles }: FalContent, { query, body, lies }: StandInCall): StandInAnswer {
  const url = query.get("url") ?? "";
  const wanted: Readonly<Record<string, unknown>> = { ...(typeof body === "object" ? body : {}) };
  if (!url.includes("/v3") || !["allow", "forbid", "hide"].includes(String(wanted.default))) {
    return refused(400, "validation_error", "No file of the CDN, or no decision.");
  }
  const before = inputFiles.get(url);
  if (!before) return refused(404, "not_found", "No such file.");
  if (!lies) inputFiles.set(url, { default: String(wanted.default), rules: [] });
  return { status: 200, body: { ...(inputFiles.get(url) ?? before) } };
}

function refused(status: number, type: string, message: string): StandInAnswer {
  return { status, body: { error: { type, message } } };
}
