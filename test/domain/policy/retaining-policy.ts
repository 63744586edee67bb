import type { PolicyDeclaration } from "../../../shared/domain/policy/policy.ts";
import { withInvoices } from "../../world/with-invoices.ts";
import { minimalPolicy } from "./minimal-policy.ts";

/** Returns the smallest policy with a table of invoices, which an erasure of the account retains in this way. */
export function retainingPolicy(retained?: Parameters<typeof withInvoices>[1]): PolicyDeclaration {
  return {
    ...withInvoices(minimalPolicy, retained),
    promises: [
      ...minimalPolicy.promises,
      {
        id: "MI2",
        kind: "guard",
        says: "Invoices stay for the tax period only",
        covers: ["invoice"],
        kept: {
          status: "attested",
          document: "Audit",
          owner: "counsel",
          date: "2026-01-01",
          reviewOn: "2027-01-01",
        },
      },
    ],
  };
}
