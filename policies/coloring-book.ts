import { aws } from "../shared/adapters/processors/aws/processor.ts";
import { cloudfront } from "../shared/adapters/processors/cloudfront/processor.ts";
import { openai } from "../shared/adapters/processors/openai/processor.ts";
import type { PolicyDeclaration } from "../shared/domain/policy/policy.ts";

/** The published text gives one number for an answer: the statutory time (CB14), a month under GDPR Art. 12(3). */
const ANSWER_IN_A_MONTH = [
  {
    what: "answer",
    within: { calendarMonths: 1 },
    from: "receipt",
    extension: { by: { calendarMonths: 2 }, source: "GDPR Art. 12(3)" },
    source: "CB14; GDPR Art. 12(3)",
  },
] satisfies PolicyDeclaration["rights"][number]["deadlines"];

/** What erasing means, per scope. No grace: what is deleted in the editor leaves the active systems (CB2 to CB4). */
const erasure: PolicyDeclaration["erasure"] = [
  {
    scope: "account",
    graceHours: 0,
    categories: {
      prompt: { effect: "erase" },
      "page-metadata": { effect: "erase" },
      "page-image": { effect: "erase" },
      "page-pdf": { effect: "erase" },
      account: { effect: "erase" },
      // Ours: whoever shares a project is taken out of it; it is its owner's, and stays or goes with them (CB1, CB3).
      membership: { effect: "erase" },
      // Ours: a moderation copy goes with its owner (CB9 does not say).
      "flagged-copy": { effect: "erase" },
      "usage-event": { effect: "erase" },
      "technical-log": { effect: "expire" },
    },
  },
  {
    scope: "project",
    graceHours: 0,
    categories: {
      prompt: { effect: "erase" },
      "page-metadata": { effect: "erase" },
      "page-image": { effect: "erase" },
      "page-pdf": { effect: "erase" },
    },
  },
  {
    scope: "page",
    graceHours: 0,
    categories: {
      prompt: { effect: "erase" },
      "page-metadata": { effect: "erase" },
      "page-image": { effect: "erase" },
      "page-pdf": { effect: "erase" },
    },
  },
];

/** Pages, projects and PDFs from text prompts: what the service holds, for how long, and what it promised. */
export const policy = {
  schema: "lethe.policy/1",
  service: {
    id: "coloring-book",
    name: "Coloring Book",
    contact: "support@coloring-book.example",
    regions: ["eu-central-1"],
    places: ["EU"],
    languages: ["en"],
  },

  stores: [
    {
      id: "pages",
      kind: "s3",
      keyTemplate: "users/{subject}/projects/{project}/pages/{page}/…",
      // The id of a page is unique among all pages of a person, not only in its project: one id, one page.
      items: {
        project: "users/{subject}/projects/{project}/…",
        page: "users/{subject}/projects/{project}/pages/{page}/…",
      },
      versioned: true,
      // 1 hour: ours, so that a deleted page is nowhere served for longer even if an invalidation is lost.
      cachedBy: { processor: "cloudfront", longestHours: 1 },
      categories: ["page-image", "page-pdf"],
    },
    {
      id: "projects",
      kind: "dynamodb",
      partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
      sortKey: { attribute: "page" },
      // A # ends each id, so project 1 is never project 10; what is left open says what kind of row it is.
      items: { project: "PROJECT#{project}#…", page: "PROJECT#{project}#PAGE#{page}#…" },
      categories: ["prompt", "page-metadata"],
    },
    {
      id: "project-members",
      kind: "dynamodb-mentions",
      // A project lies with its owner, row and pages; a set in its row names who else may open it.
      tableOf: "projects",
      partitionKey: { attribute: "owner" },
      sortKey: { attribute: "page" },
      attribute: "members",
      template: "SUBJECT#{subject}",
      effect: "remove-from-set",
      categories: ["membership"],
    },
    { id: "accounts", kind: "cognito", username: "{subject}", categories: ["account"] },
    {
      id: "moderation",
      kind: "dynamodb",
      partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
      sortKey: { attribute: "flag" },
      timeToLiveAttribute: "expiresAtEpochSeconds",
      categories: ["flagged-copy"],
    },
    {
      id: "usage",
      kind: "dynamodb",
      partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
      sortKey: { attribute: "event" },
      timeToLiveAttribute: "expiresAtEpochSeconds",
      categories: ["usage-event"],
    },
    { id: "technical-logs", kind: "log-group", retentionDays: 30, categories: ["technical-log"] },
  ],

  categories: [
    {
      id: "prompt",
      what: "The words a page was made from",
      sensitive: false,
      // CB8: moderation reads it before anything is sent.
      purposes: ["generation", "moderation", "service-delivery"],
    },
    {
      id: "page-metadata",
      what: "One row per page: title, size, order, when",
      sensitive: false,
      purposes: ["service-delivery", "support"],
    },
    {
      id: "page-image",
      what: "The drawings made",
      sensitive: false,
      derivedFrom: "prompt",
      purposes: ["generation", "service-delivery"],
    },
    {
      id: "page-pdf",
      what: "The sheets to print",
      sensitive: false,
      derivedFrom: "page-image",
      purposes: ["service-delivery"],
    },
    {
      id: "account",
      what: "Sign-in name and e-mail address",
      sensitive: false,
      purposes: ["service-delivery", "support"],
    },
    {
      id: "membership",
      what: "Who else may open a project: the ids of people, in the row of its owner",
      sensitive: false,
      purposes: ["service-delivery"],
    },
    {
      id: "flagged-copy",
      what: "The part of a prompt or image that moderation flagged, for a person to look at",
      sensitive: false,
      derivedFrom: "prompt",
      purposes: ["moderation"],
    },
    {
      id: "usage-event",
      what: "Which parts of the editor somebody uses",
      sensitive: false,
      purposes: ["analytics"],
    },
    {
      id: "technical-log",
      what: "Times, errors and request numbers; no content",
      sensitive: false,
      purposes: ["security", "support"],
    },
  ],

  retention: [
    // CB4: no number is published; deleting, or the end of the need or of the account, ends them.
    { category: "prompt", earlierOn: ["need-ended", "account-ended"], onEnd: "delete" },
    { category: "page-metadata", earlierOn: ["need-ended", "account-ended"], onEnd: "delete" },
    { category: "page-image", earlierOn: ["need-ended", "account-ended"], onEnd: "delete" },
    { category: "page-pdf", earlierOn: ["need-ended", "account-ended"], onEnd: "delete" },
    { category: "account", earlierOn: ["account-ended"], onEnd: "delete" },
    { category: "membership", earlierOn: ["need-ended", "account-ended"], onEnd: "delete" },
    // 90 days: ours, a quarter of cases is enough to mend a moderation rule.
    {
      category: "flagged-copy",
      limit: { after: { days: 90 }, from: "created" },
      earlierOn: ["account-ended"],
      onEnd: "delete",
      chosenBy: "ours",
    },
    // 90 days: ours.
    {
      category: "usage-event",
      limit: { after: { days: 90 }, from: "created" },
      earlierOn: ["account-ended"],
      onEnd: "delete",
      chosenBy: "ours",
    },
    // 30 days: ours, long enough to find the cause of a fault.
    {
      category: "technical-log",
      limit: { after: { days: 30 }, from: "created" },
      onEnd: "delete",
      chosenBy: "ours",
    },
  ],

  erasure,

  // CB5 lets backups stay for a limited period and gives no number. 35 days is ours, the 5 weeks of a usual schedule:
  // 34 that a nightly copy is kept, and the day that AWS Backup may take to delete it. Copied is what people would
  // miss; moderation, usage and logs are not.
  backups: {
    publishedException: "CB5",
    longestDays: 35,
    chosenBy: "ours",
    vaults: [{ id: "nightly", stores: ["pages", "projects"], retentionDays: 34 }],
  },

  processors: [
    // Both parts of AWS are ours to add: the published text names the AI provider only.
    {
      ...aws,
      places: ["EU"],
      receives: [
        "prompt",
        "page-metadata",
        "page-image",
        "page-pdf",
        "account",
        "membership",
        "flagged-copy",
        "usage-event",
        "technical-log",
      ],
      purpose: "Hosting: storing and computing",
    },
    {
      ...cloudfront,
      // The price class is limited to Europe and North America.
      places: ["EU", "US"],
      receives: ["page-image", "page-pdf"],
      purpose: "Delivering pages and PDFs quickly",
      // The addendum is part of the AWS service terms and applies by itself (whitepaper "Navigating GDPR Compliance
      // on AWS"); no reference or date of it is on record here.
      transferSafeguard:
        "Standard contractual clauses of the AWS data processing addendum; reference missing",
    },
    {
      ...openai,
      receives: ["prompt"],
      purpose: "Drawing the page",
      // The vendor offers an addendum with these clauses on request; whether ours is signed nobody has said (CB13).
      transferSafeguard:
        "Standard contractual clauses of the vendor's addendum; signature and reference missing",
    },
  ],

  rights: [
    { right: "erasure", channels: ["app", "mail"], deadlines: ANSWER_IN_A_MONTH },
    { right: "objection", channels: ["app"], deadlines: ANSWER_IN_A_MONTH },
  ],
  accountAddresses: { store: "accounts", attribute: "email" },

  notices: [
    // 30 days each: ours, the text says prominent and in advance (CB11), and that a change is published (CB15).
    {
      change: "training-use",
      daysBefore: 30,
      channels: ["app", "mail"],
      needsConsent: true,
      promise: "CB11",
    },
    { change: "processors", daysBefore: 30, channels: ["page"], promise: "CB15" },
  ],

  // CB10: on until declined. Where something is read from the device, ePrivacy Art. 5(3) wants it asked first.
  consents: [{ purpose: "analytics", basis: "until-objection" }],

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
      id: "CB1",
      kind: "erasure",
      says: "A mail to support ends the account and everything made in it",
      covers: ["prompt", "page-metadata", "page-image", "page-pdf", "account"],
      kept: {
        status: "bound",
        keptBy: [
          { mechanism: "erasure", scope: "account" },
          { mechanism: "right", right: "erasure" },
        ],
      },
    },
    {
      id: "CB2",
      kind: "erasure",
      says: "Deleting one page in the editor takes its data out of the active systems",
      covers: ["prompt", "page-metadata", "page-image", "page-pdf"],
      // What the AI provider still has is CB6; what was cached is gone within the hour that the store declares.
      kept: { status: "bound", keptBy: [{ mechanism: "erasure", scope: "page" }] },
    },
    {
      id: "CB3",
      kind: "erasure",
      says: "Deleting a project in the editor takes all of it",
      covers: ["prompt", "page-metadata", "page-image", "page-pdf"],
      kept: { status: "bound", keptBy: [{ mechanism: "erasure", scope: "project" }] },
    },
    {
      id: "CB4",
      kind: "expiry",
      says: "Content lasts while it is needed or the account lives; what is deleted leaves the active systems",
      covers: ["prompt", "page-image"],
      // Active systems is what it says: what a backup may still hold is CB5.
      kept: {
        status: "bound",
        keptBy: [
          { mechanism: "clock", category: "prompt" },
          { mechanism: "clock", category: "page-image" },
          { mechanism: "erasure", scope: "page" },
          { mechanism: "erasure", scope: "project" },
          { mechanism: "erasure", scope: "account" },
        ],
      },
    },
    {
      id: "CB5",
      kind: "erasure",
      says: "Backups age out on their usual schedule and are then gone for good",
      covers: ["prompt", "page-metadata", "page-image", "page-pdf", "account"],
      kept: {
        status: "bound",
        keptBy: [{ mechanism: "erasure", scope: "account" }, { mechanism: "watched-copies" }],
      },
    },
    {
      id: "CB6",
      kind: "erasure",
      says: "The AI provider drops API data after a limited time for watching abuse",
      covers: ["prompt"],
      // 30 days: the vendor's own, the text says only that the time is limited.
      withinAtProcessors: { days: 30 },
      // Each thing sent is on record with the day it goes, a certificate names that day, and a later one says that it has come.
      kept: {
        status: "bound",
        keptBy: [
          { mechanism: "send-guard", processor: "openai" },
          { mechanism: "erasure", scope: "account" },
        ],
      },
    },
    {
      id: "CB7",
      kind: "guard",
      says: "Prompts and images make pages and nothing else",
      covers: ["prompt", "page-image", "page-pdf"],
      forbids: ["model-training", "analytics", "profiling", "marketing", "advertising"],
      kept: {
        status: "bound",
        keptBy: [
          { mechanism: "purpose-tags", category: "prompt" },
          { mechanism: "purpose-tags", category: "page-image" },
          { mechanism: "purpose-tags", category: "page-pdf" },
        ],
      },
    },
    {
      id: "CB8",
      kind: "guard",
      says: "What moderation blocks never reaches the provider",
      covers: ["prompt"],
      kept: { status: "bound", keptBy: [{ mechanism: "send-guard", processor: "openai" }] },
    },
    {
      id: "CB9",
      kind: "guard",
      says: "People who review flags see as little as they can, to mend rules and never to train models",
      covers: ["flagged-copy"],
      forbids: ["model-training"],
      kept: {
        status: "not-yet",
        missing: "cutting a flagged copy down to the part that was flagged before it is stored",
        keptBy: [{ mechanism: "purpose-tags", category: "flagged-copy" }],
      },
    },
    {
      id: "CB10",
      kind: "right",
      says: "Analytics that the service does not need can be switched off",
      covers: ["usage-event"],
      kept: { status: "bound", keptBy: [{ mechanism: "consent-gate", purpose: "analytics" }] },
    },
    {
      id: "CB11",
      kind: "notice",
      says: "Training on content would be announced plainly beforehand, with consent where law wants it",
      covers: ["prompt", "page-image"],
      kept: { status: "not-yet", missing: "comparing policies, and announcing the difference to people" },
    },
    {
      id: "CB12",
      kind: "guard",
      says: "A new AI provider waits for its data until it is bound as the old one is",
      covers: ["prompt"],
      kept: { status: "bound", keptBy: [{ mechanism: "send-guard" }] },
    },
    {
      id: "CB13",
      kind: "guard",
      says: "The AI provider's contract rules out training on inputs and outputs",
      covers: ["prompt", "page-image"],
      forbids: ["model-training"],
      kept: {
        status: "not-yet",
        missing:
          "the contract's reference, owner and review date: declare it as attested when it is signed; so far only the vendor's page says it, and nothing is sent to anybody without a contract",
        keptBy: [{ mechanism: "send-guard" }],
      },
    },
    {
      id: "CB14",
      kind: "deadline",
      says: "A deletion request is done within the time that law gives",
      within: { months: 1 },
      // By mail it takes minutes once it is confirmed; what waits for people has its date, and is warned of before.
      kept: { status: "bound", keptBy: [{ mechanism: "right", right: "erasure" }] },
    },
    {
      id: "CB15",
      kind: "notice",
      says: "When the AI provider changes, that is published",
      covers: ["prompt"],
      kept: { status: "bound", keptBy: [{ mechanism: "published-tables" }] },
    },
  ],
} satisfies PolicyDeclaration;
