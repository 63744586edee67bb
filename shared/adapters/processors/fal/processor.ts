import type { ProcessorFacts } from "../../../domain/policy/processor.ts";

/**
 * fal.ai. Output files can be deleted by request id; input files cannot, and are public addresses: they are closed, and
 * only a lifetime that is set when they are sent ends them.
 */
export const fal = {
  id: "fal",
  name: "fal.ai",
  role: "model",
  // The sub-processor table of image-designer (ID15) puts its providers in the US.
  places: ["US"],
  policyUrl: "https://fal.ai/docs/documentation/model-apis/media-expiration",
  // The account's expiry may be null, which is never, and no default for files was found (facts §6, §9): so nothing
  // is taken to go by itself. Payloads alone go after 30 days (policyUrl, read on 2026-11-30 in a stored copy of it).
  retention: { kept: "until-deleted" },
  // Prevented: X-Fal-Object-Lifecycle-Preference and X-Fal-Store-IO: 0 on each request. By API: DELETE
  // /v1/models/requests/{request_id}/payloads, with an admin key (facts §6).
  deletion: ["prevented", "by-api"],
  gap: "Input files outlive a deletion by API: those on record are hidden from everybody, and only the lifetime set when they were sent ends them.",
  training: {
    trains: "unknown",
    statement: "No sentence of its pages that rules training out was found.",
  },
  readOn: "2026-11-22",
} satisfies ProcessorFacts;
