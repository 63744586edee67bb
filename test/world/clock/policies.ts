import { policy as imageGen } from "../../../policies/image-gen.ts";
import type { PolicyDeclaration } from "../../../shared/domain/policy/policy.ts";

/** A service whose people may save what they made, where it is, past its limit of 30 days; un-saving ends it. */
export const savablePolicy: PolicyDeclaration = {
  ...imageGen,
  retention: imageGen.retention.map((rule) =>
    rule.category === "free-work"
      ? { ...rule, savedMeans: "The person pressed keep", earlierOn: ["un-saved", ...(rule.earlierOn ?? [])] }
      : rule,
  ),
};
