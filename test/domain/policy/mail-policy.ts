import type { PolicyDeclaration } from "../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "./minimal-policy.ts";

/** The smallest policy with a right that people exercise by mail, and a promise of it. */
export const answeringByMail: PolicyDeclaration = {
  ...minimalPolicy,
  rights: [
    {
      right: "access",
      channels: ["mail"],
      deadlines: [
        { what: "answer", within: { calendarMonths: 1 }, from: "receipt", source: "GDPR Art. 12(3)" },
      ],
    },
  ],
  accountAddresses: { store: "accounts", attribute: "email" },
  promises: [
    ...minimalPolicy.promises,
    {
      id: "MI2",
      kind: "right",
      says: "People can see what is held about them",
      kept: {
        status: "not-yet",
        missing: "reading requests by mail",
        keptBy: [{ mechanism: "right", right: "access" }],
      },
    },
  ],
};
