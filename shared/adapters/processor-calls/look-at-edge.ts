import type { ProcessorTrouble } from "../../operations/ports.ts";
import { notReached, safeBase, troubleOf } from "./call-api.ts";
import { plainAddress } from "./plain-address.ts";

const DEFAULT_TIMEOUT_MS = 10_000;

/** Where a CDN serves what is ours: at another address than its API, and without our key. */
export interface EdgePlace {
  /** The name under which it is served; addresses of any other name are not asked for. */
  readonly host: string;
  /** Where that name is reached; absent: at `https://` and the name. */
  readonly baseUrl?: string;
  readonly timeoutMs?: number;
  readonly now?: () => Date;
}

/** What an edge answered about an address. Its body is not asked for. */
export interface EdgeAnswer {
  readonly status: number;
  readonly headers: Headers;
}

/**
 * Asks an edge about an address by HEAD, as whoever has the link would, without any key. It follows no redirect.
 *
 * An edge that does not have it asks the origin, and keeps what that answers: so one looks only after the thing is gone
 * from the store, or the look itself brings it back.
 *
 * @see https://developers.cloudflare.com/cache/concepts/cache-behavior/
 */
export async function lookAtEdge(edge: EdgePlace, address: URL): Promise<EdgeAnswer | ProcessorTrouble> {
  const base = safeBase(edge.baseUrl ?? `https://${edge.host}`);
  const url = new URL(`${address.pathname}${address.search}`, base);
  const signal = AbortSignal.timeout(edge.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  let response: Response;
  try {
    response = await fetch(url, { method: "HEAD", redirect: "manual", signal });
  } catch (error) {
    return notReached(error);
  }
  const { status, headers } = response;
  const trouble = troubleOf(response, edge.now?.() ?? new Date());
  // A refusal concerns whoever looks without a key, which is no fault of ours: what it means is for the CDN to say.
  return trouble && trouble.trouble !== "credentials" ? trouble : { status, headers };
}

/** Says whether an edge answered with a thing, and not with its absence. */
export function hasThing({ status }: EdgeAnswer): boolean {
  return status >= 200 && status < 300;
}

/**
 * Returns the address that a record names, if it is one of this edge in the form in which an edge keeps it; otherwise
 * what is purged might be something else than what was recorded.
 */
export function addressOnEdge({ host }: EdgePlace, reference: string): URL | undefined {
  const url = plainAddress(reference);
  return url?.host === host ? url : undefined;
}

/**
 * Returns the path of a prefix that a record names, `images.example/u/42` giving `/u/42`, if it is one of this edge and
 * names less than all that is served there.
 */
export function prefixOnEdge(edge: EdgePlace, reference: string): string | undefined {
  const url = addressOnEdge(edge, `https://${reference}`);
  const path = url?.search === "" ? url.pathname.replace(/\/+$/u, "") : "";
  return path === "" || path.includes("*") ? undefined : path;
}
