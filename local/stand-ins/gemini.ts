import type { StandInAnswer, StandInCall, StandInRoute } from "./stand-in.ts";

/** What a project of the Gemini API holds, by ids without the name of their collection. */
export interface GeminiContent {
  readonly files: Set<string>;
  readonly cachedContents: Set<string>;
}

const KEY_HEADER = "x-goog-api-key";
const PAGE_MAX = 100;

export function emptyGemini(): GeminiContent {
  return { files: new Set(), cachedContents: new Set() };
}

/**
 * Routes of the Gemini API as its published reference describes them, and with what it is known to say of what it does
 * not have: that one may not, "or it may not exist".
 */
export function geminiRoutes(content: GeminiContent): readonly StandInRoute[] {
  return [...collection("files", content.files), ...collection("cachedContents", content.cachedContents)];
}

function collection(name: keyof GeminiContent, ids: Set<string>): readonly StandInRoute[] {
  const path = `/v1beta/${name}/{id}`;
  const known = (call: StandInCall, answer: (id: string) => StandInAnswer) => {
    const id = call.parts.id ?? "";
    return ids.has(id) ? answer(id) : refused("You do not have permission to access it or it may not exist.");
  };
  const routes: readonly StandInRoute[] = [
    { method: "GET", path, answer: (call) => known(call, (id) => ok({ name: `${name}/${id}` })) },
    {
      method: "DELETE",
      path,
      answer: (call) =>
        known(call, (id) => {
          if (!call.lies) ids.delete(id);
          return ok({});
        }),
    },
    {
      method: "GET",
      path: `/v1beta/${name}`,
      query: ["pageSize", "pageToken"],
      answer: ({ query }) => ok(pageOf(name, [...ids], query)),
    },
  ];
  return routes.map((route) => ({
    ...{ ...route, headers: [KEY_HEADER], answer: withKey(route.answer) },
    refused: (code) => ({
      status: code,
      body: { error: { code, message: `status ${code}`, status: "UNKNOWN" } },
    }),
  }));
}

/** An empty list is answered without its field. */
function pageOf(name: keyof GeminiContent, ids: readonly string[], query: URLSearchParams) {
  const from = Number(query.get("pageToken") ?? 0);
  const to = from + Math.min(Number(query.get("pageSize") ?? 10), PAGE_MAX);
  const page = ids.slice(from, to).map((id) => ({ name: `${name}/${id}` }));
  return {
    ...(page.length > 0 ? { [name]: page } : {}),
    ...(to < ids.length ? { nextPageToken: String(to) } : {}),
  };
}

function withKey(answer: StandInRoute["answer"]): StandInRoute["answer"] {
  return (call) => {
    const key = call.headers[KEY_HEADER];
    if (key === undefined) return refused("Method doesn't allow unregistered callers.");
    return key === "wrong" ? wrongKey() : answer(call);
  };
}

function wrongKey(): StandInAnswer {
  const error = {
    code: 400,
    message: "API key not valid. Please pass a valid API key.",
    status: "INVALID_ARGUMENT",
    details: [{ "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason: "API_KEY_INVALID" }],
  };
  return { status: 400, body: { error } };
}

function refused(message: string): StandInAnswer {
  return { status: 403, body: { error: { code: 403, message, status: "PERMISSION_DENIED" } } };
}

function ok(body: unknown): StandInAnswer {
  return { status: 200, body };
}
