import { OPENAI_DELETED, OPENAI_THINGS } from "./openai-things.ts";
import type { StandInAnswer, StandInCall, StandInRoute } from "./stand-in.ts";

/** What a test or the demo puts into the stand-in, as a service would have sent it. */
export interface OpenaiContent {
  readonly files: Set<string>;
  readonly responses: Set<string>;
  readonly completions: Set<string>;
  /** Items of each conversation, by its id. */
  readonly conversations: Map<string, Set<string>>;
  /** What is set for how long it keeps things: for the organisation, and for each project by its id. */
  readonly retention: { organization: string; readonly projects: Map<string, string> };
}

const NOT_FOUND = refused(404);

/** Routes of OpenAI as its published API reference describes them, over content that is kept until it is deleted. */
export function openaiRoutes(content: OpenaiContent): readonly StandInRoute[] {
  const routes: readonly StandInRoute[] = [
    ...collection("/v1/files/{id}", "file", content.files),
    ...collection("/v1/responses/{id}", "response", content.responses),
    ...collection("/v1/chat/completions/{id}", "completion", content.completions),
    ...conversations(content),
    ...retention(content),
  ];
  return routes.map((route) => ({ ...route, refused }));
}

export function emptyOpenai(): OpenaiContent {
  return {
    ...{ files: new Set(), responses: new Set(), completions: new Set(), conversations: new Map() },
    retention: { organization: "modified_abuse_monitoring", projects: new Map() },
  };
}

/** To the key of a project, or to any other that is no admin's, both are closed. */
function retention({ retention: set }: OpenaiContent): readonly StandInRoute[] {
  const asAdmin = ({ headers }: StandInCall, answer: () => StandInAnswer) =>
    headers.authorization?.startsWith("Bearer admin-") === true ? answer() : refused(403);
  return [
    {
      method: "GET",
      path: "/v1/organization/data_retention",
      answer: (call) =>
        asAdmin(call, () => ok({ object: "organization.data_retention", type: set.organization })),
    },
    {
      method: "GET",
      path: "/v1/organization/projects/{project}/data_retention",
      answer: (call) =>
        asAdmin(call, () => {
          const type = set.projects.get(call.parts.project ?? "");
          return type === undefined ? NOT_FOUND : ok({ object: "project.data_retention", type });
        }),
    },
  ];
}

function refused(status: number): StandInAnswer {
  const error = { message: `status ${status}`, type: "invalid_request_error", param: null, code: null };
  return { status, body: { error } };
}

function collection(
  path: string,
  kind: "file" | "response" | "completion",
  ids: Set<string>,
): readonly StandInRoute[] {
  return [
    {
      method: "GET",
      path,
      answer: ({ parts: { id = "" } }) => (ids.has(id) ? ok(OPENAI_THINGS[kind](id)) : NOT_FOUND),
    },
    {
      method: "DELETE",
      path,
      answer: ({ parts: { id = "" }, lies }) => {
        if (!ids.has(id)) return NOT_FOUND;
        if (!lies) ids.delete(id);
        return ok({ id, object: OPENAI_DELETED[kind], deleted: true });
      },
    },
  ];
}

/** A conversation that is deleted leaves its items, as the reference says. */
function conversations({ conversations: kept }: OpenaiContent): readonly StandInRoute[] {
  const path = "/v1/conversations/{id}";
  const gone = new Set<string>();
  const items = ({ parts: { id = "" } }: StandInCall) => kept.get(id);
  const known = (call: StandInCall, answer: (found: Set<string>) => StandInAnswer) => {
    const found = items(call);
    return found ? answer(found) : NOT_FOUND;
  };
  return [
    {
      method: "GET",
      path,
      answer: (call) =>
        gone.has(call.parts.id ?? "")
          ? NOT_FOUND
          : known(call, () => ok(OPENAI_THINGS.conversation(call.parts.id ?? ""))),
    },
    {
      method: "DELETE",
      path,
      answer: (call) =>
        known(call, () => {
          if (!call.lies) gone.add(call.parts.id ?? "");
          return ok({ id: call.parts.id, object: OPENAI_DELETED.conversation, deleted: true });
        }),
    },
    {
      method: "GET",
      path: `${path}/items`,
      query: ["limit", "after", "order"],
      answer: (call) =>
        known(call, (found) => {
          const page = [...found].slice(0, Number(call.query.get("limit") ?? 20));
          const [first_id, last_id] = [page[0] ?? "", page.at(-1) ?? ""];
          const data = page.map(OPENAI_THINGS.item);
          return ok({ object: "list", data, first_id, last_id, has_more: data.length < found.size });
        }),
    },
    {
      method: "DELETE",
      path: `${path}/items/{item}`,
      answer: (call) =>
        known(call, (found) => {
          if (!call.lies) found.delete(call.parts.item ?? "");
          return ok(OPENAI_THINGS.conversation(call.parts.id ?? ""));
        }),
    },
  ];
}

function ok(body: unknown): StandInAnswer {
  return { status: 200, body };
}
