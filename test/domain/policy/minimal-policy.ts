import { OWN_RECORD_KINDS } from "../../../shared/domain/policy/own-record.ts";
import type { PolicyDeclaration } from "../../../shared/domain/policy/policy.ts";
import { POLICY_SCHEMA } from "../../../shared/domain/policy/policy.ts";

/** The smallest policy that nothing is wrong with: one bucket, one table, an account, and two promises. */
export const minimalPolicy = {
  schema: POLICY_SCHEMA,
  service: {
    id: "minimal",
    name: "Minimal",
    contact: "privacy@minimal.example",
    regions: ["eu-central-1"],
    places: ["EU"],
    languages: ["en"],
  },
  stores: [
    {
      id: "pictures",
      kind: "s3",
      keyTemplate: "users/{subject}/…",
      versioned: false,
      categories: ["picture"],
    },
    { id: "accounts", kind: "cognito", username: "{subject}", categories: ["account"] },
  ],
  categories: [
    { id: "picture", what: "A picture", sensitive: false, purposes: ["service-delivery"] },
    { id: "account", what: "An account", sensitive: false, purposes: ["service-delivery"] },
  ],
  retention: [
    { category: "picture", earlierOn: ["account-ended"], onEnd: "delete" },
    { category: "account", earlierOn: ["account-ended"], onEnd: "delete" },
  ],
  erasure: [
    {
      scope: "account",
      graceHours: 0,
      categories: { picture: { effect: "erase" }, account: { effect: "erase" } },
    },
  ],
  backups: {},
  processors: [
    {
      id: "aws",
      name: "Amazon Web Services",
      role: "hosting",
      places: ["EU"],
      policyUrl: "https://aws.amazon.com/privacy/",
      retention: { kept: "until-deleted" },
      training: { trains: "no", statement: "Customer content is not used for training." },
      deletion: ["with-the-store"],
      readOn: "2026-11-24",
      receives: ["picture", "account"],
      purpose: "Hosting",
      contract: {
        document: "Data processing addendum",
        owner: "counsel",
        date: "2026-01-01",
        reviewOn: "2027-01-01",
      },
    },
  ],
  rights: [],
  ownRecords: OWN_RECORD_KINDS.map((record) => ({
    record,
    legalBasis: "GDPR Art. 5(2): accountability",
    retentionDays: 400,
  })),
  limits: { entriesPerErasure: 1000, longestWriteAccessMinutes: 60 },
  promises: [
    {
      id: "MI1",
      kind: "erasure",
      says: "Deleting the account removes all data of it",
      covers: ["picture", "account"],
      kept: { status: "bound", keptBy: [{ mechanism: "erasure", scope: "account" }] },
    },
  ],
} satisfies PolicyDeclaration;
