import type { ProcessorFacts } from "../../../domain/policy/processor.ts";

/** Cloudflare's cache. A purge answers 200 when it is accepted; only a MISS at the edge shows that it was done. */
export const cloudflare = {
  id: "cloudflare",
  name: "Cloudflare",
  role: "cdn",
  // The sub-processor table of image-designer: "CDN: US/EU" (ID15).
  places: ["US", "EU"],
  policyUrl: "https://developers.cloudflare.com/cache/how-to/purge-cache/",
  // It keeps a copy until its lifetime is over or it is purged, within seconds (facts §6). The lifetime is what we send:
  // `cachedBy.longestHours` of a store limits it, so no number of its own is taken here.
  retention: { kept: "until-deleted" },
  // POST /zones/{zone}/purge_cache. Never /invalidate_cache, which only marks as stale (facts §6).
  deletion: ["by-api", "ages-out"],
  gap: "What a browser has cached is out of everybody's reach.",
  training: {
    trains: "unknown",
    statement: "Its pages on training were not read.",
  },
  readOn: "2026-11-22",
} satisfies ProcessorFacts;
