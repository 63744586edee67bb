import type { ErasureScope } from "../../shared/domain/policy/erasure-scope.ts";
import type { PolicyDeclaration } from "../../shared/domain/policy/policy.ts";

type Retain = Extract<ErasureScope["categories"][string], { readonly effect: "retain" }>;

/** What a tax law wants of an invoice. */
export const INVOICE_KEPT = {
  legalBasis: "GDPR Art. 6(1)(c): a tax law",
  retentionDays: 3650,
  keeps: ["invoice", "amount"],
} satisfies Omit<Retain, "effect">;

/** Returns a policy with a table of invoices, of which an erasure of the account, or of a minor, keeps a part. */
export function withInvoices(
  policy: PolicyDeclaration,
  retained: Omit<Retain, "effect"> = INVOICE_KEPT,
): PolicyDeclaration {
  return {
    ...policy,
    stores: [
      ...policy.stores,
      {
        id: "invoices",
        kind: "dynamodb",
        partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
        sortKey: { attribute: "invoice" },
        timeToLiveAttribute: "expiresAtEpochSeconds",
        categories: ["invoice"],
      },
    ],
    categories: [
      ...policy.categories,
      { id: "invoice", what: "Invoices", sensitive: false, purposes: ["billing"] },
    ],
    retention: [
      ...policy.retention,
      { category: "invoice", limit: { after: { days: 3650 }, from: "created" }, onEnd: "delete" },
    ],
    erasure: policy.erasure.map((declared) =>
      declared.scope === "account" || declared.scope === "minor"
        ? {
            ...declared,
            categories: { ...declared.categories, invoice: { effect: "retain", ...retained } },
          }
        : declared,
    ),
    processors: policy.processors?.map((processor) =>
      processor.role === "hosting"
        ? { ...processor, receives: [...processor.receives, "invoice"] }
        : processor,
    ),
  };
}
