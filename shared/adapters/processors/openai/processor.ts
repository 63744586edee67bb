import type { ProcessorFacts } from "../../../domain/policy/processor.ts";

/**
 * OpenAI, for its image endpoints: they have no DELETE, so what was sent ages out of the abuse-monitoring logs.
 * Zero retention exists, needs OpenAI's approval, and has exceptions for images: it is not assumed.
 */
export const openai = {
  id: "openai",
  name: "OpenAI",
  role: "model",
  // The sub-processor table of image-designer (ID15) puts its providers in the US; the page read does not say where.
  places: ["US"],
  policyUrl: "https://developers.openai.com/api/docs/guides/your-data",
  // 30 days: "abuse monitoring logs ... retained for up to 30 days", longer if law or protection needs it (policyUrl).
  retention: { kept: "days", days: 30 },
  training: {
    trains: "no",
    // Same page; read on 2026-11-24 in a stored copy of it.
    statement: "API data does not train or improve its models unless the customer opts in to share it.",
  },
  deletion: ["ages-out"],
  gap: "Holds at the vendor, by law or for protection, may extend the 30 days; nobody outside learns of them.",
  readOn: "2026-11-22",
} satisfies ProcessorFacts;
