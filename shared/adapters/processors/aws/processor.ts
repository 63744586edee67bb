import type { ProcessorFacts } from "../../../domain/policy/processor.ts";

/**
 * Amazon Web Services, on whose machines every declared store is. Where it is follows from the service's regions, so
 * a policy adds `places`.
 */
export const aws = {
  id: "aws",
  name: "Amazon Web Services",
  role: "hosting",
  policyUrl: "https://aws.amazon.com/compliance/data-privacy-faq/",
  // Nothing goes by itself: a DeleteObject without a version id only hides, so each version is deleted by its id
  // (client-s3 DeleteObject, facts §1).
  retention: { kept: "until-deleted" },
  deletion: ["with-the-store"],
  // And a table that had point-in-time recovery stays 35 days after DeleteTable, as a system backup (DynamoDB guide,
  // PointInTimeRecovery_Howitworks, facts §2): a check refuses that, so it is not said here.
  gap: "Its own access records (CloudTrail, server access logs) hold object keys, and keys hold internal ids.",
  training: {
    trains: "no",
    // policyUrl; read on 2026-11-24 in a stored copy of it.
    statement:
      "Customer content is neither accessed nor used for any purpose without the customer's consent.",
  },
  readOn: "2026-11-22",
} satisfies ProcessorFacts;
