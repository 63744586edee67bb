import type { ProcessorFacts } from "../../../domain/policy/processor.ts";

/**
 * OpenRouter, which passes a prompt on to the model that was chosen. Whether that model trains on it depends on the
 * provider behind: `data_collection: "deny"` keeps to those that do not, so it is taken to train until that is set.
 */
export const openrouter = {
  id: "openrouter",
  name: "OpenRouter",
  role: "model-router",
  // The sub-processor table of image-designer (ID15) puts it in the US.
  places: ["US"],
  policyUrl: "https://openrouter.ai/docs/guides/privacy/zero-data-retention",
  // Prompts are not stored unless logging is switched on; then it is 3 months at least, and deletion is by mail to
  // its support (OpenRouterTeam/docs, input-output-logging, facts §0 and §6). Logging must stay off.
  retention: { kept: "nothing" },
  // `provider.zdr: true` and `data_collection: "deny"`, set on each request (facts §6).
  deletion: ["prevented", "by-mail"],
  // The last part: policyUrl, planned for 2026-10-27, read on 2026-11-24 in a stored copy of it.
  gap: "Metadata is always kept, the provider behind has its own policy, and what looks like abuse of a child may be kept for review.",
  training: {
    trains: "yes",
    // Its SDK pages on DataCollection, read on 2026-11-24. False only once every request says deny.
    statement: "Unless data_collection is deny, a prompt may go to a provider that trains on it.",
  },
  readOn: "2026-11-22",
} satisfies ProcessorFacts;
