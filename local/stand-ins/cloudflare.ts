import type { StandInAnswer, StandInCall, StandInRoute } from "./stand-in.ts";

/** A zone with the host that it serves, what its edge has cached, and what the origin still gives. */
export interface CloudflareContent {
  readonly zoneId: string;
  readonly host: string;
  /** Tags of each cached path, `/images/a/1.png`. */
  readonly cached: Map<string, readonly string[]>;
  /** Paths that the origin answers with something. */
  readonly origin: Set<string>;
}

const PURGE_FIELDS = ["files", "tags", "hosts", "prefixes", "purge_everything"] as const;

export function emptyCloudflare(zoneId: string, host: string): CloudflareContent {
  return { zoneId, host, cached: new Map(), origin: new Set() };
}

/**
 * The purge of a zone as Cloudflare's published API reference describes it, and below `/images/` and `/users/` its edge, which takes
 * what it lacks from the origin and keeps it. What only marks as stale is not there: whoever calls that is told so.
 */
export function cloudflareRoutes(content: CloudflareContent): readonly StandInRoute[] {
  return [
    {
      method: "POST",
      path: "/client/v4/zones/{zone_id}/purge_cache",
      body: PURGE_FIELDS,
      answer: (call) => purged(content, call),
      refused: (status) => failed(status, 10000),
    },
    ...["HEAD", "GET"].flatMap((method) =>
      ["images", "users"].map((folder) => ({
        ...{ method, path: `/${folder}/{owner}/{name}`, query: ["v"] },
        answer: (call: StandInCall) => served(content, folder, call),
      })),
    ),
  ];
}

function purged({ zoneId, host, cached }: CloudflareContent, { parts, body, lies }: StandInCall) {
  if (parts.zone_id !== zoneId) return failed(404, 7003);
  const wanted: Readonly<Record<string, unknown>> = { ...(typeof body === "object" ? body : {}) };
  const [field, ...more] = Object.keys(wanted);
  const values = listed(wanted[field ?? ""]);
  if (field === undefined || more.length > 0 || !values) return failed(400, 1012);
  // "Unable to purge", for what is of another zone.
  if (field === "files" && values.some((url) => !url.startsWith(`https://${host}/`)))
    return failed(400, 1016);
  if (field === "prefixes" && values.some((prefix) => prefix.includes("://"))) return failed(400, 1012);
  for (const [path, tags] of lies ? [] : [...cached]) {
    if (values.some((value) => isMeant(field, value, `${host}${path}`, tags))) cached.delete(path);
  }
  return ok({ id: "0f1e2d3c4b5a69788796a5b4c3d2e1f0" });
}

/** Tags have no case; a prefix ends where a part of a path does. */
function isMeant(field: string, value: string, address: string, tags: readonly string[]): boolean {
  if (field === "files") return value === `https://${address}`;
  if (field === "tags") return tags.some((tag) => tag.toLowerCase() === value.toLowerCase());
  return field === "prefixes" && (address === value || address.startsWith(`${value}/`));
}

function listed(values: unknown): readonly string[] | undefined {
  if (!Array.isArray(values) || values.length === 0) return undefined;
  return values.every((value) => typeof value === "string") ? values : undefined;
}

function served(
  { cached, origin }: CloudflareContent,
  folder: string,
  { parts, query }: StandInCall,
): StandInAnswer {
  const asked = query.size > 0 ? `?${query}` : "";
  const path = `/${folder}/${parts.owner}/${parts.name}${asked}`;
  const was = cached.has(path);
  const isThere = was || origin.has(path);
  if (isThere && !was) cached.set(path, []);
  return { status: isThere ? 200 : 404, headers: { "cf-cache-status": was ? "HIT" : "MISS" } };
}

function ok(result: unknown): StandInAnswer {
  return { status: 200, body: { success: true, errors: [], messages: [], result } };
}

function failed(status: number, code: number): StandInAnswer {
  const errors = [{ code, message: "see the code" }];
  return { status, body: { success: false, errors, messages: [], result: null } };
}
