import type { ProcessorFacts } from "../../../domain/policy/processor.ts";

/** Groq, for inference only: no batches and no fine-tuning, which it would keep. */
export const groq = {
  id: "groq",
  name: "Groq",
  role: "model",
  // The sub-processor table of image-designer (ID15) puts its providers in the US.
  places: ["US"],
  policyUrl: "https://console.groq.com/docs/your-data",
  // By default nothing of an inference is kept; what reliability or abuse needs may be, up to 30 days (policyUrl,
  // facts §0). The 30 are taken: fewer would only be true with zero retention switched on in its console.
  retention: { kept: "days", days: 30 },
  deletion: ["prevented", "ages-out"],
  gap: "Metadata of use is always kept; it holds neither input nor output.",
  training: {
    trains: "unknown",
    statement: "No sentence of its pages that rules training out was found.",
  },
  readOn: "2026-11-22",
} satisfies ProcessorFacts;
