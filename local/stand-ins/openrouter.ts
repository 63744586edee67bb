import type { StandInAnswer, StandInRoute } from "./stand-in.ts";

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
  const unknown = refused(404);
  const routes: readonly StandInRoute[] = [
    {
      method: "GET",
      path,
      query: ["workspace_id"],
      answer: ({ parts: { file_id: id = "" } }) =>
        files.has(id) ? { status: 200, body: { ...SHAPE, ...shown(id) } } : unknown,
    },
    {
      method: "DELETE",
      path,
      query: ["workspace_id"],
      answer: ({ parts: { file_id: id = "" }, lies }) => {
        if (!files.has(id)) return unknown;
        if (!lies) files.delete(id);
        return { status: 200, body: { ...SHAPE, id, type: "file_deleted" } };
      },
    },
  ];
  return routes.map((route) => ({ ...route, refused }));
}

/** It answers in the shape of several APIs; this is its own. */
const SHAPE = { _shape: "openrouter" } as const;

function shown(id: string) {
  return {
    ...{ id, type: "file", filename: "sent.png", mime_type: "image/png", size_bytes: 1 },
    ...{ downloadable: false, created_at: "2031-11-20T10:00:00.000Z" },
  };
}

function refused(status: number): StandInAnswer {
  return { status, body: { error: { code: status, message: `status ${status}` } } };
}
