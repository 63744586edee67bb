import type { ProcessorFacts } from "../../../domain/policy/processor.ts";

/** CloudFront, a part of Amazon Web Services with copies outside the service's regions; so it is named by itself. */
export const cloudfront = {
  id: "cloudfront",
  name: "Amazon CloudFront",
  role: "cdn",
  policyUrl: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Invalidation.html",
  // It keeps a copy until its lifetime is over or it is invalidated, by path or by tag (client-cloudfront 3.1164,
  // facts §0 and §6). The lifetime is what we send: `cachedBy.longestHours` of a store limits it.
  retention: { kept: "until-deleted" },
  // CreateInvalidation, polled with GetInvalidation until it is completed.
  deletion: ["by-api", "ages-out"],
  gap: "Browsers and other caches are not reached; a signed address works until it expires.",
  training: {
    trains: "no",
    // https://aws.amazon.com/compliance/data-privacy-faq/, read on 2026-11-24 in a stored copy of it.
    statement:
      "Customer content is neither accessed nor used for any purpose without the customer's consent.",
  },
  readOn: "2026-11-22",
} satisfies ProcessorFacts;
