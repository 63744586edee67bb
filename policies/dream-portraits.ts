import type { PolicyDeclaration } from "../shared/domain/policy/policy.ts";

/** Portraits from photos, with facial landmarks: what the service holds, for how long, and what it promised. */
export const policy = {
  schema: "lethe.policy/1",
  service: {
    id: "dream-portraits",
    name: "Dream Portraits",
    contact: "privacy@dream-portraits.example",
    regions: ["eu-central-1"],
    places: ["EU"],
    languages: ["en"],
  },

  stores: [
    {
      id: "photos",
      kind: "s3",
      keyTemplate: "users/{subject}/…",
      versioned: false,
      key: "customer-managed",
      categories: ["original-photo"],
    },
    {
      id: "portraits",
      kind: "s3",
      keyTemplate: "users/{subject}/…",
      versioned: true,
      categories: ["generated-image"],
    },
    {
      id: "landmarks",
      kind: "dynamodb",
      partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
      sortKey: { attribute: "photo" },
      timeToLiveAttribute: "expiresAtEpochSeconds",
      key: "customer-managed",
      categories: ["facial-landmarks"],
    },
    {
      id: "catalogue",
      kind: "dynamodb",
      partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
      sortKey: { attribute: "item" },
      timeToLiveAttribute: "expiresAtEpochSeconds",
      categories: ["catalogue-entry"],
    },
    { id: "accounts", kind: "cognito", username: "{subject}", categories: ["account"] },
  ],

  categories: [
    {
      id: "original-photo",
      what: "The photo a person uploaded",
      sensitive: true,
      facial: true,
      purposes: ["facial-alignment", "generation"],
    },
    {
      id: "facial-landmarks",
      what: "Positions of facial features, used to align the portrait",
      sensitive: true,
      facial: true,
      derivedFrom: "original-photo",
      purposes: ["facial-alignment", "generation"],
    },
    {
      id: "generated-image",
      what: "The portraits made",
      sensitive: false,
      derivedFrom: "original-photo",
      purposes: ["generation", "service-delivery"],
    },
    {
      id: "catalogue-entry",
      what: "One row per portrait: style, size, when",
      sensitive: false,
      purposes: ["service-delivery", "support"],
    },
    {
      id: "account",
      what: "Sign-in name and e-mail address",
      sensitive: false,
      purposes: ["service-delivery", "support"],
    },
  ],

  retention: [
    {
      category: "original-photo",
      limit: { after: { hours: 24 }, from: "created" },
      earlierOn: ["generation-completed", "account-ended"],
      onEnd: "delete",
      marginMinutes: 60,
    },
    {
      category: "facial-landmarks",
      limit: { after: { hours: 24 }, from: "created" },
      earlierOn: ["processing-finished", "account-ended"],
      onEnd: "delete",
      marginMinutes: 60,
    },
    { category: "generated-image", earlierOn: ["account-ended"], onEnd: "delete" },
    { category: "catalogue-entry", earlierOn: ["account-ended"], onEnd: "delete" },
    { category: "account", earlierOn: ["account-ended"], onEnd: "delete" },
  ],

  erasure: [
    {
      scope: "account",
      graceHours: 0,
      categories: {
        "original-photo": { effect: "erase" },
        "facial-landmarks": { effect: "erase" },
        "generated-image": { effect: "erase" },
        "catalogue-entry": { effect: "erase" },
        account: { effect: "erase" },
      },
    },
  ],

  // No backup exception is published, so no copy is made that could outlive its promise.
  backups: {},
  processors: [],

  rights: [
    {
      right: "erasure",
      channels: ["app", "mail"],
      deadlines: [
        { what: "reply-in-substance", within: { hours: 48 }, from: "receipt", source: "DP7" },
        { what: "answer", within: { calendarDays: 30 }, from: "receipt", source: "DP7" },
      ],
    },
  ],

  // The published text names none of these: basis and length are ours.
  ownRecords: [
    { record: "tombstone", legalBasis: "GDPR Art. 17(1): the erased must not come back", retentionDays: 400 },
    { record: "ledger", legalBasis: "GDPR Art. 5(2): accountability", retentionDays: 1095 },
    { record: "request", legalBasis: "GDPR Art. 5(2): accountability", retentionDays: 1095 },
    { record: "certificate", legalBasis: "GDPR Art. 5(2): accountability", retentionDays: 1095 },
    { record: "contact-for-answer", legalBasis: "GDPR Art. 12(3): telling the person", retentionDays: 30 },
  ],

  limits: { entriesPerErasure: 1_000_000, longestWriteAccessMinutes: 60 },

  promises: [
    {
      id: "DP1",
      kind: "expiry",
      says: "The original photo goes at once after generation, the landmarks after processing",
      kept: {
        status: "not-yet",
        missing: "the clock that acts on generation-completed and processing-finished",
      },
    },
    {
      id: "DP2",
      kind: "expiry",
      says: "Facial data within 24 h of collection and the photo within 24 h of processing, whatever happens",
      kept: { status: "not-yet", missing: "the clock: lifecycle and TTL alone act a day or more late" },
    },
    {
      id: "DP3",
      kind: "guard",
      says: "Facial data is shared with no third party",
      kept: { status: "not-yet", missing: "purpose tags with a deny for readers that are not declared" },
    },
    {
      id: "DP4",
      kind: "erasure",
      says: "A generated image stays until its owner deletes it in the app",
      kept: { status: "not-yet", missing: "the erasure scope image" },
    },
    {
      id: "DP5",
      kind: "erasure",
      says: "Deleting the account removes all data of it for good",
      kept: { status: "bound", keptBy: [{ mechanism: "erasure", scope: "account" }] },
    },
    {
      id: "DP6",
      kind: "erasure",
      says: "Facial data is deleted at once on request, and the account stays",
      kept: { status: "not-yet", missing: "the erasure scope category" },
    },
    {
      id: "DP7",
      kind: "deadline",
      says: "A privacy mail is answered in substance within 48 h, a rights request within 30 days",
      kept: { status: "not-yet", missing: "reading mail, and duties with deadlines" },
    },
    {
      id: "DP8",
      kind: "right",
      says: "Access, correction, deletion, restriction, portability in a common format, objection",
      kept: { status: "not-yet", missing: "every right but erasure" },
    },
    {
      id: "DP9",
      kind: "erasure",
      says: "Data of a child under 13 is deleted at once when known",
      kept: { status: "not-yet", missing: "the erasure scope minor" },
    },
    {
      id: "DP10",
      kind: "guard",
      says: "Data at rest stays in the region of the user; a transfer out of the EEA carries standard clauses",
      kept: {
        status: "text-conflict",
        conflict: "one sentence keeps data in the region, another foresees its transfer",
        stricter: "nothing leaves the region",
      },
    },
    {
      id: "DP11",
      kind: "guard",
      says: "Interaction data holds no identifier; device data is anonymised before it is stored",
      kept: { status: "not-yet", missing: "anonymising in the client library" },
    },
    {
      id: "DP12",
      kind: "guard",
      says: "Transmission and storage are encrypted end to end, access is strict, audits are regular",
      kept: {
        status: "text-conflict",
        conflict:
          "a service that works on a photo must be able to read it, so encryption cannot be end to end",
        stricter: "encrypted in transit and at rest; the published text has to change",
      },
    },
    {
      id: "DP13",
      kind: "guard",
      says: "Facial processing is isolated and clears itself",
      kept: { status: "not-yet", missing: "functions without internet egress" },
    },
    {
      id: "DP14",
      kind: "notice",
      says: "Major changes of the policy are announced in the app or by mail",
      kept: { status: "not-yet", missing: "comparing policies and announcing the difference" },
    },
    {
      id: "DP15",
      kind: "guard",
      says: "Facial data serves alignment and generation only, never recognition",
      kept: { status: "not-yet", missing: "purpose tags with a deny for readers that are not declared" },
    },
    {
      id: "DP16",
      kind: "guard",
      says: "Each provider is bound by contract to provide the service only",
      kept: { status: "not-yet", missing: "the contracts' references, owners and review dates" },
    },
    {
      id: "DP17",
      kind: "guard",
      says: "Whoever takes the service over must keep this policy",
      kept: { status: "not-yet", missing: "the transfer clause's reference, owner and review date" },
    },
  ],
} satisfies PolicyDeclaration;
