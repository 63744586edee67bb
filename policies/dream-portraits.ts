import { aws } from "../shared/adapters/processors/aws/processor.ts";
import type { PolicyDeclaration } from "../shared/domain/policy/policy.ts";

const PUBLISHED_DEADLINES = [
  { what: "reply-in-substance", within: { hours: 48 }, from: "receipt", source: "DP7" },
  { what: "answer", within: { calendarDays: 30 }, from: "receipt", source: "DP7" },
] satisfies PolicyDeclaration["rights"][number]["deadlines"];

/** What an account and a minor have in common. */
const everything: PolicyDeclaration["erasure"][number]["categories"] = {
  "original-photo": { effect: "erase" },
  "facial-landmarks": { effect: "erase" },
  "generated-image": { effect: "erase" },
  "catalogue-entry": { effect: "erase" },
  account: { effect: "erase" },
  "usage-data": { effect: "expire" },
};

/** What erasing means; no grace anywhere: DP5 and DP6 say at once, and facial data never waits. */
const erasure: PolicyDeclaration["erasure"] = [
  { scope: "account", graceHours: 0, categories: everything },
  // DP4: one portrait and its row.
  {
    scope: "image",
    graceHours: 0,
    categories: { "generated-image": { effect: "erase" }, "catalogue-entry": { effect: "erase" } },
  },
  // DP6: what comes from a face, and the account stays.
  {
    scope: "category",
    graceHours: 0,
    categories: { "original-photo": { effect: "erase" }, "facial-landmarks": { effect: "erase" } },
  },
  // DP9: under 13.
  { scope: "minor", graceHours: 0, categories: everything },
  // Ours: what may be evidence of a crime against a child is sealed and not destroyed. Facial data is left out: DP2
  // has no exception, so within its 24 hours a person hands it to the authority or it goes. A year is ours.
  {
    scope: "preserve-and-report",
    graceHours: 0,
    categories: {
      "generated-image": { effect: "retain", legalBasis: "GDPR Art. 17(3)(b), (e)", retentionDays: 365 },
      "catalogue-entry": { effect: "retain", legalBasis: "GDPR Art. 17(3)(b), (e)", retentionDays: 365 },
      account: { effect: "retain", legalBasis: "GDPR Art. 17(3)(b), (e)", retentionDays: 365 },
    },
  },
];

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
      // The id of an image is the name of its one object, such as 7.png.
      items: { image: "users/{subject}/{image}" },
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
      items: { image: "{image}" },
      timeToLiveAttribute: "expiresAtEpochSeconds",
      categories: ["catalogue-entry"],
    },
    { id: "accounts", kind: "cognito", username: "{subject}", categories: ["account"] },
    // Lines without any identifier (DP11): nobody can be found in them, so they go by age alone.
    { id: "usage", kind: "log-group", retentionDays: 90, categories: ["usage-data"] },
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
    {
      id: "usage-data",
      what: "Which screens and buttons are used, on what kind of device",
      sensitive: false,
      purposes: ["analytics"],
      // Both numbers are ours: the text says anonymised and no more. Fewer than ten alike would point at someone.
      anonymised: { smallestGroup: 10, columnsThatTogetherIdentify: ["device", "system", "country", "day"] },
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
    // 90 days: ours, a quarter is enough to see what is used.
    {
      category: "usage-data",
      limit: { after: { days: 90 }, from: "created" },
      onEnd: "delete",
      chosenBy: "ours",
    },
  ],

  erasure,

  // No backup exception is published, so no copy is made that could outlive its promise.
  backups: {},

  processors: [
    // The published text names no third party; we add the one on whose machines everything is. No date of its data
    // processing addendum is on record, so no contract is claimed.
    {
      ...aws,
      places: ["EU"],
      receives: [
        "original-photo",
        "facial-landmarks",
        "generated-image",
        "catalogue-entry",
        "account",
        "usage-data",
      ],
      purpose: "Hosting: storing and computing",
    },
  ],

  // 48 hours to a reply in substance, 30 days to an answer: DP7, which is shorter than GDPR Art. 12(3) allows.
  rights: [
    { right: "erasure", channels: ["app", "mail"], deadlines: PUBLISHED_DEADLINES },
    { right: "access", channels: ["mail"], deadlines: PUBLISHED_DEADLINES },
    { right: "correction", channels: ["app", "mail"], deadlines: PUBLISHED_DEADLINES },
    { right: "restriction", channels: ["mail"], deadlines: PUBLISHED_DEADLINES },
    { right: "portability", channels: ["mail"], deadlines: PUBLISHED_DEADLINES },
    { right: "objection", channels: ["mail"], deadlines: PUBLISHED_DEADLINES },
  ],
  accountAddresses: { store: "accounts", attribute: "email" },

  // 30 days: ours, the text says only that major changes are told.
  notices: [{ change: "material", daysBefore: 30, channels: ["app", "mail"], promise: "DP14" }],

  isolatedProcessing: { categories: ["original-photo", "facial-landmarks"], purpose: "facial-alignment" },

  // The published text names none of these: basis and length are ours.
  ownRecords: [
    { record: "tombstone", legalBasis: "GDPR Art. 17(1): the erased must not come back", retentionDays: 400 },
    { record: "ledger", legalBasis: "GDPR Art. 5(2): accountability", retentionDays: 1095 },
    { record: "request", legalBasis: "GDPR Art. 5(2): accountability", retentionDays: 1095 },
    { record: "certificate", legalBasis: "GDPR Art. 5(2): accountability", retentionDays: 1095 },
    { record: "contact-for-answer", legalBasis: "GDPR Art. 12(3): telling the person", retentionDays: 30 },
    { record: "raw-mail", legalBasis: "GDPR Art. 12(3): reading what was asked", retentionDays: 30 },
    { record: "letter", legalBasis: "GDPR Art. 5(2): accountability", retentionDays: 1095 },
    { record: "disclosure", legalBasis: "GDPR Art. 19: telling recipients", retentionDays: 400 },
    { record: "nominee", legalBasis: "GDPR Art. 6(1)(a): consent", retentionDays: 1095 },
    { record: "consent", legalBasis: "GDPR Art. 7(1): showing consent", retentionDays: 1095 },
    { record: "clock-record", legalBasis: "GDPR Art. 5(1)(e): ending what must end", retentionDays: 35 },
  ],

  limits: { entriesPerErasure: 1_000_000, longestWriteAccessMinutes: 60 },

  promises: [
    {
      id: "DP1",
      kind: "expiry",
      says: "The original photo goes at once after generation, the landmarks after processing",
      covers: ["original-photo", "facial-landmarks"],
      kept: {
        status: "bound",
        keptBy: [
          { mechanism: "clock", category: "original-photo" },
          { mechanism: "clock", category: "facial-landmarks" },
        ],
      },
    },
    {
      id: "DP2",
      kind: "expiry",
      says: "Facial data within 24 h of collection and the photo within 24 h of processing, whatever happens",
      covers: ["original-photo", "facial-landmarks"],
      within: { hours: 24 },
      // The photo's 24 hours count from its upload, which is before any processing: earlier than promised.
      kept: {
        status: "bound",
        keptBy: [
          { mechanism: "clock", category: "original-photo" },
          { mechanism: "clock", category: "facial-landmarks" },
          // Nothing of ours makes a copy; one that somebody else makes is found.
          { mechanism: "watched-copies" },
        ],
      },
    },
    {
      id: "DP3",
      kind: "guard",
      says: "Facial data is shared with no third party",
      covers: ["original-photo", "facial-landmarks"],
      kept: {
        status: "bound",
        keptBy: [
          { mechanism: "purpose-tags", category: "original-photo" },
          { mechanism: "purpose-tags", category: "facial-landmarks" },
          { mechanism: "isolated-processing", category: "original-photo" },
          { mechanism: "isolated-processing", category: "facial-landmarks" },
          { mechanism: "send-guard" },
        ],
      },
    },
    {
      id: "DP4",
      kind: "erasure",
      says: "A generated image stays until its owner deletes it in the app",
      covers: ["generated-image", "catalogue-entry"],
      kept: { status: "bound", keptBy: [{ mechanism: "erasure", scope: "image" }] },
    },
    {
      id: "DP5",
      kind: "erasure",
      says: "Deleting the account removes all data of it for good",
      // What it promises is what deleting does, whichever way it was asked for.
      // Not usage-data: it has no identifier, so it is of no account (DP11).
      covers: ["original-photo", "facial-landmarks", "generated-image", "catalogue-entry", "account"],
      kept: {
        status: "bound",
        keptBy: [{ mechanism: "erasure", scope: "account" }, { mechanism: "watched-copies" }],
      },
    },
    {
      id: "DP6",
      kind: "erasure",
      says: "Facial data is deleted at once on request, and the account stays",
      covers: ["original-photo", "facial-landmarks"],
      kept: {
        status: "bound",
        keptBy: [
          { mechanism: "erasure", scope: "category" },
          { mechanism: "right", right: "erasure" },
        ],
      },
    },
    {
      id: "DP7",
      kind: "deadline",
      says: "A privacy mail is answered in substance within 48 h, a rights request within 30 days",
      // A person answers: what is kept here is that the date stands, is a task, is warned of and rings. What is no request
      // is looked at within a day.
      kept: {
        status: "bound",
        keptBy: [
          { mechanism: "due-date", right: "access", what: "reply-in-substance" },
          { mechanism: "due-date", right: "access", what: "answer" },
        ],
      },
    },
    {
      id: "DP8",
      kind: "right",
      says: "Access, correction, deletion, restriction, portability in a common format, objection",
      kept: {
        status: "not-yet",
        missing: "every right but erasure",
        keptBy: [{ mechanism: "erasure", scope: "account" }],
      },
    },
    {
      id: "DP9",
      kind: "erasure",
      says: "Once a child is known to be under 13, what is held of it is deleted at once",
      covers: ["original-photo", "facial-landmarks", "generated-image", "catalogue-entry", "account"],
      kept: { status: "bound", keptBy: [{ mechanism: "erasure", scope: "minor" }] },
    },
    {
      id: "DP10",
      kind: "guard",
      says: "What is stored stays where the user is; leaving the EEA takes standard clauses",
      covers: ["original-photo", "facial-landmarks", "generated-image", "catalogue-entry", "account"],
      kept: {
        status: "text-conflict",
        conflict: "one sentence keeps data in the region, another foresees its transfer",
        stricter: "nothing leaves the region",
        keptBy: [{ mechanism: "region-boundary" }],
      },
    },
    {
      id: "DP11",
      kind: "guard",
      says: "Usage is recorded without identifiers, and devices only after anonymising",
      covers: ["usage-data"],
      kept: {
        status: "bound",
        keptBy: [
          { mechanism: "identifier-removal", category: "usage-data", purpose: "analytics" },
          { mechanism: "re-identification-test", category: "usage-data" },
        ],
      },
    },
    {
      id: "DP12",
      kind: "guard",
      says: "Sent and stored under end-to-end encryption, strictly accessed, regularly audited",
      covers: ["original-photo", "facial-landmarks"],
      kept: {
        status: "text-conflict",
        conflict:
          "a service that works on a photo must be able to read it, so encryption cannot be end to end",
        stricter: "encrypted in transit and at rest; the published text has to change",
        keptBy: [
          { mechanism: "encryption-required", category: "original-photo" },
          { mechanism: "encryption-required", category: "facial-landmarks" },
        ],
      },
    },
    {
      id: "DP13",
      kind: "guard",
      says: "Work on faces happens apart and leaves nothing behind",
      covers: ["original-photo", "facial-landmarks"],
      // The guards keep it apart and in declared places; the clock clears it.
      kept: {
        status: "bound",
        keptBy: [
          { mechanism: "clock", category: "original-photo" },
          { mechanism: "clock", category: "facial-landmarks" },
          { mechanism: "isolated-processing", category: "original-photo" },
          { mechanism: "isolated-processing", category: "facial-landmarks" },
          { mechanism: "declared-places-only" },
        ],
      },
    },
    {
      id: "DP14",
      kind: "notice",
      says: "A major change of the policy is told in the app or by mail",
      kept: { status: "not-yet", missing: "comparing policies and announcing the difference to people" },
    },
    {
      id: "DP15",
      kind: "guard",
      says: "Facial data aligns and generates, and never recognises anybody",
      covers: ["original-photo", "facial-landmarks"],
      // Recognising who signs in would be a use for security.
      forbids: ["identification", "profiling", "security"],
      kept: {
        status: "bound",
        keptBy: [
          { mechanism: "purpose-tags", category: "original-photo" },
          { mechanism: "purpose-tags", category: "facial-landmarks" },
        ],
      },
    },
    {
      id: "DP16",
      kind: "guard",
      says: "A contract holds each provider to providing the service",
      kept: {
        status: "not-yet",
        missing:
          "the contract's reference, owner and review date, for each provider: declare it as attested when it is signed",
      },
    },
    {
      id: "DP17",
      kind: "guard",
      says: "Whoever takes the service over takes this policy over",
      kept: {
        status: "not-yet",
        missing:
          "the transfer clause's reference, owner and review date: declare it as attested when it is signed",
      },
    },
  ],
} satisfies PolicyDeclaration;
