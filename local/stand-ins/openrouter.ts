import type { StandInRoute } from "./stand-in.ts";

/** The files of a workspace of OpenRouter. */
export interface OpenrouterContent {
  readonly files: Set<string>;
}

export function emptyOpenrouter(): OpenrouterContent {
  return { files: new Set() };
}

/**
 * Routes of OpenRouter as its published API reference describes them: of all that it is sent, files alone can be
 * deleted, and its word for it is a type, not a field.
 */
export function openrouterRoutes({ files }: OpenrouterContent): readonly StandInRoute[] {
  const path = "/api/v1/files/{file_id}";
  const unknown = { status: 404, body: { error: { code: 404, message: "Resource not found" } } };
  return [
    {
      method: "GET",
      path,
      query: ["workspace_id"],
      answer: ({ parts: { file_id: id = "" } }) =>
        files.has(id) ? { status: 200, body: { id, type: "file", filename: "sent.png" } } : unknown,
    },
    {
      method: "DELETE",
      path,
      query: ["workspace_id"],
      answer: ({ parts: { file_id: id = "" }, lies }) => {
        if (!files.has(id)) return unknown;
        if (!lies) files.delete(id);
        return { status: 200, body: { id, type: "file_deleted" } };
      },
    },
  ];
}
