import type { StandInAnswer, StandInRoute } from "./stand-in.ts";

/** The files of batches that Groq was sent, or made. */
export interface GroqContent {
  readonly files: Set<string>;
}

export function emptyGroq(): GroqContent {
  return { files: new Set() };
}

/** Routes of GroqCloud as its published API reference describes them. An inference has none that deletes. */
export function groqRoutes({ files }: GroqContent): readonly StandInRoute[] {
  const path = "/openai/v1/files/{file_id}";
  const unknown = refused(404);
  const routes: readonly StandInRoute[] = [
    {
      method: "GET",
      path,
      answer: ({ parts: { file_id: id = "" } }) =>
        files.has(id) ? { status: 200, body: { id, object: "file", purpose: "batch" } } : unknown,
    },
    {
      method: "DELETE",
      path,
      answer: ({ parts: { file_id: id = "" }, lies }) => {
        if (!files.has(id)) return unknown;
        if (!lies) files.delete(id);
        return { status: 200, body: { id, object: "file", deleted: true } };
      },
    },
  ];
  return routes.map((route) => ({ ...route, refused }));
}

function refused(status: number): StandInAnswer {
  const code = status === 404 ? "not_found" : "refused";
  return {
    status,
    body: { error: { message: `status ${status}`, type: "invalid_request_error", code } },
  };
}
