import { z } from "zod";
import type { Disclosure } from "../../../domain/processors/disclosure.ts";
import type {
  ProcessorAnswer,
  ProcessorConnector,
  ProcessorSight,
  ProcessorTrouble,
} from "../../../operations/ports.ts";
import { cachedFor } from "../../processor-calls/cached-for.ts";
import { type ApiPlace, callApi, isTrouble } from "../../processor-calls/call-api.ts";
import {
  addressOnEdge,
  type EdgeAnswer,
  type EdgePlace,
  hasThing,
  lookAtEdge,
  prefixOnEdge,
} from "../../processor-calls/look-at-edge.ts";
import { notAsked } from "../../processor-calls/not-asked.ts";
import { cloudflare } from "./processor.ts";

/** A tag in a call: https://developers.cloudflare.com/cache/how-to/purge-cache/purge-by-tags/ */
const TAG = /^[^,*\s]{1,1024}$/u;

/** Answers that no cache had a part in: https://developers.cloudflare.com/cache/concepts/cache-responses */
const OUTSIDE_CACHE = ["NONE", "UNKNOWN", "NONE/UNKNOWN"];
const NEVER_CACHED = ["DYNAMIC", "BYPASS"];

const PurgeSchema = z.looseObject({
  success: z.boolean(),
  errors: z.array(z.looseObject({ code: z.number() })).optional(),
});

/** A zone of Cloudflare and the edge that serves it. */
export interface CloudflarePlace {
  /** Its API, with `/client/v4`. */
  readonly api: ApiPlace;
  readonly zoneId: string;
  readonly edge: EdgePlace;
}

/** Returns Cloudflare's cache of one zone as it is asked. It purges; it never marks as stale, which may be served still. */
export function cloudflareConnector({ api, zoneId, edge }: CloudflarePlace): ProcessorConnector {
  return {
    processor: cloudflare.id,

    prevent: (lifetimeSeconds) =>
      cachedFor(lifetimeSeconds, "A rule of the zone may keep longer than the origin says."),

    async requestDeletion(disclosure) {
      const purged = purgeOf(edge, disclosure);
      if (!purged) return notAsked(`The record names no ${disclosure.kind} of this zone.`);
      return purge({ api, zoneId }, purged);
    },

    readStatus: async () => notAsked("Cloudflare names no job that could be asked about."),

    // What carried a tag, or lay below a prefix, the record does not say.
    verify: async ({ kind, reference }) =>
      kind === "cached-address" ? look(edge, reference) : "cannot-look",

    cache: {
      async drop(addresses) {
        const foreign = addresses.filter((address) => !addressOnEdge(edge, address)).length;
        if (foreign > 0) return notAsked(`${foreign} of ${addresses.length} addresses are not of this zone.`);
        return purge({ api, zoneId }, { files: [...addresses] });
      },
      look: (address) => look(edge, address),
    },
  };
}

async function look(edge: EdgePlace, reference: string): Promise<ProcessorSight | ProcessorTrouble> {
  const address = addressOnEdge(edge, reference);
  if (!address) return notAsked("The record names no address of this zone.");
  const answer = await lookAtEdge(edge, address);
  return isTrouble(answer) ? answer : sightOf(answer);
}

/** Returns what is sent for a purge: one thing, as the record has it, and never all or a whole host. */
function purgeOf(edge: EdgePlace, { kind, reference }: Disclosure): Record<string, string[]> | undefined {
  if (kind === "cached-address") return addressOnEdge(edge, reference) && { files: [reference] };
  if (kind === "cached-tag") return TAG.test(reference) ? { tags: [reference] } : undefined;
  if (kind !== "cached-prefix") return undefined;
  const path = prefixOnEdge(edge, reference);
  return path === undefined ? undefined : { prefixes: [`${edge.host}${path}`] };
}

/**
 * Success means that it was accepted: the answer "does not confirm that any content was cached or removed". The id in
 * it is of the purge, and says nothing of what was purged.
 */
async function purge(
  { api, zoneId }: Pick<CloudflarePlace, "api" | "zoneId">,
  body: Record<string, string[]>,
): Promise<ProcessorAnswer | ProcessorTrouble> {
  const answer = await callApi(api, { method: "POST", path: ["zones", zoneId, "purge_cache"], body });
  if (isTrouble(answer)) return answer;
  const said = PurgeSchema.safeParse(answer.body);
  if (answer.status !== 200 || !said.success || !said.data.success) {
    // Codes alone: a message may repeat the address.
    const codes = said.success ? (said.data.errors ?? []).map(({ code }) => code).join(", ") : "";
    return { trouble: "unclear", why: `status ${answer.status}, not accepted: ${codes || "no code"}` };
  }
  return { outcome: "accepted-unverified" };
}

/**
 * A thing that the origin still gives counts as there, though the edge had none: by answering, the edge has it again.
 * Whatever refuses or finds nothing shows the absence, if the cache had a part in it.
 */
function sightOf(answer: EdgeAnswer): ProcessorSight {
  const cache = answer.headers.get("cf-cache-status")?.toUpperCase();
  if (cache === undefined || OUTSIDE_CACHE.includes(cache)) return "cannot-look";
  return hasThing(answer) && !NEVER_CACHED.includes(cache) ? "still-there" : "absent";
}
