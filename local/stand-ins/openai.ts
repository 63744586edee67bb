import type { StandInAnswer, StandInCall, StandInRoute } from "./stand-in.ts";

/** What a test or the demo puts into the stand-in, as a service would have sent it. */
export interface OpenaiContent {
  readonly files: Set<string>;
  readonly responses: Set<string>;
  readonly completions: Set<string>;
  /** Items of each conversation, by its id. */
  readonly conversations: Map<string, Set<string>>;
}

const NOT_FOUND = {
  status: 404,
  body: { error: { message: "No such object", type: "invalid_request_error", param: null, code: null } },
} as const;

/** Routes of OpenAI as its published API reference describes them, over content that is kept until it is deleted. */
export function openaiRoutes(content: OpenaiContent): readonly StandInRoute[] {
  return [
    ...collection("/v1/files/{id}", "file", content.files),
    ...collection("/v1/responses/{id}", "response", content.responses),
    ...collection("/v1/chat/completions/{id}", "chat.completion", content.completions),
    ...conversations(content),
    {
      method: "GET",
      path: "/v1/organization/data_retention",
      answer: () => ok({ object: "data_retention", type: "zero_data_retention" }),
    },
  ];
}

export function emptyOpenai(): OpenaiContent {
  return { files: new Set(), responses: new Set(), completions: new Set(), conversations: new Map() };
}

function collection(path: string, object: string, ids: Set<string>): readonly StandInRoute[] {
  return [
    {
      method: "GET",
      path,
      answer: ({ parts: { id = "" } }) => (ids.has(id) ? ok({ id, object }) : NOT_FOUND),
    },
    {
      method: "DELETE",
      path,
      answer: ({ parts: { id = "" }, lies }) => {
        if (!ids.has(id)) return NOT_FOUND;
        if (!lies) ids.delete(id);
        return ok({ id, object: `${object}.deleted`, deleted: true });
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
          : known(call, () => ok({ id: call.parts.id, object: "conversation" })),
    },
    {
      method: "DELETE",
      path,
      answer: (call) =>
        known(call, () => {
          if (!call.lies) gone.add(call.parts.id ?? "");
          return ok({ id: call.parts.id, object: "conversation.deleted", deleted: true });
        }),
    },
    {
      method: "GET",
      path: `${path}/items`,
      query: ["limit", "after", "order"],
      answer: (call) =>
        known(call, (found) => {
          const data = [...found].slice(0, Number(call.query.get("limit") ?? 20)).map((id) => ({ id }));
          return ok({ object: "list", data, has_more: data.length < found.size });
        }),
    },
    {
      method: "DELETE",
      path: `${path}/items/{item}`,
      answer: (call) =>
        known(call, (found) => {
          if (!call.lies) found.delete(call.parts.item ?? "");
          return ok({ id: call.parts.id, object: "conversation" });
        }),
    },
  ];
}

function ok(body: unknown): StandInAnswer {
  return { status: 200, body };
}
