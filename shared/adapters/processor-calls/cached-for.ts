import type { Prevention } from "../../operations/ports.ts";

/**
 * Returns what the origin says of an answer, so that a CDN keeps it no longer than this and a browser not at all.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9111#name-s-maxage
 */
export function cachedFor(lifetimeSeconds: number, stillKept: string): Prevention {
  const seconds = Math.max(0, Math.floor(lifetimeSeconds));
  return {
    headers: { "Cache-Control": `public, max-age=0, s-maxage=${seconds}, must-revalidate` },
    body: {},
    lifetimeSeconds: seconds,
    stillKept,
  };
}
