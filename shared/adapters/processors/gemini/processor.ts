import type { ProcessorFacts } from "../../../domain/policy/processor.ts";

/** The Gemini API, for paid projects, here reached through OpenRouter. */
export const gemini = {
  id: "gemini",
  name: "Google Gemini API",
  role: "model",
  // The sub-processor table of image-designer (ID15) puts its providers in the US.
  places: ["US"],
  policyUrl: "https://ai.google.dev/gemini-api/docs/abuse-monitoring",
  // 55 days: prompts, context and output in the abuse-monitoring logs (policyUrl, facts §6). Files go after 48 hours.
  retention: { kept: "days", days: 55 },
  training: {
    trains: "no",
    // https://ai.google.dev/gemini-api/docs/zdr, read on 2026-11-24 in a stored copy of it. Unpaid quota does.
    statement: "Prompts and answers of paid services do not improve Google's products.",
  },
  // Files and caches have a DELETE, but nothing that one sends with a prompt has (facts §6).
  deletion: ["ages-out"],
  gap: "Grounding with Search or Maps keeps 30 days that cannot be switched off: it must not be used.",
  readOn: "2026-11-22",
} satisfies ProcessorFacts;
