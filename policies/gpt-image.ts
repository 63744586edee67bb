import { aws } from "../shared/adapters/processors/aws/processor.ts";
import { googleOauth } from "../shared/adapters/processors/google-oauth/processor.ts";
import { openai } from "../shared/adapters/processors/openai/processor.ts";
import { stripe } from "../shared/adapters/processors/stripe/processor.ts";
import type { PolicyDeclaration } from "../shared/domain/policy/policy.ts";

/** The text gives no number for an answer (GI5, GI10), so the laws' own hold. */
const DEADLINES = [
  {
    what: "answer",
    within: { calendarMonths: 1 },
    from: "receipt",
    extension: { by: { calendarMonths: 2 }, source: "GDPR Art. 12(3)" },
    source: "GDPR Art. 12(3)",
  },
  {
    what: "acknowledge",
    within: { businessDays: 10 },
    from: "receipt",
    only: "residents of California",
    source: "11 CCR 7021(a)",
  },
  {
    what: "answer",
    within: { calendarDays: 45 },
    from: "receipt",
    extension: { by: { calendarDays: 45 }, source: "11 CCR 7021(b)" },
    only: "residents of California",
    source: "11 CCR 7021(b)",
  },
] satisfies PolicyDeclaration["rights"][number]["deadlines"];

/** What an account and a minor have in common. */
const everything: PolicyDeclaration["erasure"][number]["categories"] = {
  "session-image": { effect: "erase" },
  prompt: { effect: "erase" },
  "oauth-profile": { effect: "erase" },
  // Held by the payment vendor only; asked of it there.
  "payment-data": { effect: "erase" },
};

/** What erasing means, per scope; no grace, a session is all that lasts. */
const erasure: PolicyDeclaration["erasure"] = [
  { scope: "account", graceHours: 0, categories: everything },
  { scope: "minor", graceHours: 0, categories: everything },
  // GI2: at the partners only; the account and our own stores are not touched, so no category is named.
  { scope: "processors", graceHours: 0, categories: {} },
  // Ours: what may be evidence of a crime against a child is sealed and not destroyed, for the year the law names.
  {
    scope: "preserve-and-report",
    graceHours: 0,
    categories: {
      "session-image": { effect: "retain", legalBasis: "18 U.S.C. 2258A(h)(1)", retentionDays: 365 },
      prompt: { effect: "retain", legalBasis: "18 U.S.C. 2258A(h)(1)", retentionDays: 365 },
      "oauth-profile": { effect: "retain", legalBasis: "18 U.S.C. 2258A(h)(1)", retentionDays: 365 },
    },
  },
];

/** Images for one session, signed in by OAuth: what the service holds, for how long, and what it promised. */
export const policy = {
  schema: "lethe.policy/1",
  service: {
    id: "gpt-image",
    name: "GPT Image",
    contact: "support@gpt-image.example",
    regions: ["us-east-1"],
    places: ["US"],
    languages: ["en"],
  },

  stores: [
    {
      id: "session-images",
      kind: "s3",
      keyTemplate: "users/{subject}/sessions/{session}/…",
      items: { session: "users/{subject}/sessions/{session}/…" },
      versioned: false,
      categories: ["session-image"],
    },
    {
      id: "prompts",
      kind: "dynamodb",
      partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
      sortKey: { attribute: "item" },
      // A # ends the id of a session, so session 1 is never session 10.
      items: { session: "SESSION#{session}#…" },
      timeToLiveAttribute: "expiresAtEpochSeconds",
      categories: ["prompt"],
    },
    {
      id: "profiles",
      kind: "dynamodb",
      partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
      categories: ["oauth-profile"],
    },
  ],

  categories: [
    {
      id: "session-image",
      what: "Images given and made in a session",
      sensitive: false,
      purposes: ["generation", "service-delivery"],
    },
    { id: "prompt", what: "The words that ask for an image", sensitive: false, purposes: ["generation"] },
    {
      id: "oauth-profile",
      what: "Name, e-mail address and picture from the sign-in; never a password (GI6)",
      sensitive: false,
      // Marketing until somebody objects (GI5).
      purposes: ["service-delivery", "support", "marketing"],
    },
    {
      id: "payment-data",
      what: "Card, billing address and what was paid; the payment vendor has it, we do not",
      sensitive: true,
      purposes: ["billing"],
    },
  ],

  retention: [
    // GI3, GI4, GI13 say session and temporary, and no number. 24 hours is ours: no session lasts longer, and a session
    // whose end was lost still ends.
    {
      category: "session-image",
      limit: { after: { hours: 24 }, from: "created" },
      earlierOn: ["session-ended", "account-ended"],
      onEnd: "delete",
      marginMinutes: 60,
      chosenBy: "ours",
    },
    {
      category: "prompt",
      limit: { after: { hours: 24 }, from: "created" },
      earlierOn: ["session-ended", "account-ended"],
      onEnd: "delete",
      marginMinutes: 60,
      chosenBy: "ours",
    },
    // GI6: it goes with the account.
    { category: "oauth-profile", earlierOn: ["account-ended"], onEnd: "delete" },
    { category: "payment-data", earlierOn: ["account-ended"], onEnd: "delete" },
  ],

  erasure,

  // No backup exception is published, so no copy is made that could outlive its promise.
  backups: {},

  processors: [
    // AWS is ours to add: the published text speaks of partners only.
    {
      ...aws,
      places: ["US"],
      receives: ["session-image", "prompt", "oauth-profile"],
      purpose: "Hosting: storing and computing",
    },
    // The vendor's page says 30 days and GI1 says 7: see GI1 for what has to be there first.
    { ...openai, receives: ["session-image", "prompt"], purpose: "Making the image" },
    // The places of the next two were not read on their pages: the seat of each is taken.
    { ...stripe, places: ["US"], receives: ["payment-data"], purpose: "Taking payments" },
    { ...googleOauth, places: ["US"], receives: ["oauth-profile"], purpose: "Signing in" },
  ],

  rights: [
    { right: "erasure", channels: ["mail", "form"], deadlines: DEADLINES },
    { right: "access", channels: ["mail", "form"], deadlines: DEADLINES },
    { right: "correction", channels: ["mail", "form"], deadlines: DEADLINES },
    { right: "objection", channels: ["mail", "form"], deadlines: DEADLINES },
    { right: "portability", channels: ["mail", "form"], deadlines: DEADLINES },
    { right: "opt-out", channels: ["mail", "form"], deadlines: DEADLINES },
  ],
  accountAddresses: { store: "profiles", attribute: "address", index: "by-address" },

  // 0 days: the text says posted with a new date, and nothing of beforehand.
  notices: [{ change: "material", daysBefore: 0, channels: ["page"], promise: "GI14" }],

  // GI5: marketing can be declined.
  consents: [{ purpose: "marketing", basis: "until-objection" }],

  // The published text names none of these: basis and length are ours. 24 months at least for requests: 11 CCR 7101.
  ownRecords: [
    { record: "tombstone", legalBasis: "GDPR Art. 17(1): the erased must not come back", retentionDays: 400 },
    { record: "ledger", legalBasis: "GDPR Art. 5(2): accountability", retentionDays: 1095 },
    { record: "request", legalBasis: "11 CCR 7101(a); GDPR Art. 5(2)", retentionDays: 1095 },
    { record: "certificate", legalBasis: "GDPR Art. 5(2): accountability", retentionDays: 1095 },
    { record: "contact-for-answer", legalBasis: "GDPR Art. 12(3): telling the person", retentionDays: 30 },
    { record: "raw-mail", legalBasis: "GDPR Art. 12(3): reading what was asked", retentionDays: 30 },
    { record: "letter", legalBasis: "11 CCR 7101(a); GDPR Art. 5(2)", retentionDays: 1095 },
    { record: "disclosure", legalBasis: "GDPR Art. 19: telling recipients", retentionDays: 400 },
    { record: "nominee", legalBasis: "GDPR Art. 6(1)(a): consent", retentionDays: 1095 },
    { record: "consent", legalBasis: "GDPR Art. 7(1): showing consent", retentionDays: 1095 },
    { record: "clock-record", legalBasis: "GDPR Art. 5(1)(e): ending what must end", retentionDays: 35 },
  ],

  limits: { entriesPerErasure: 1_000_000, longestWriteAccessMinutes: 60 },

  promises: [
    {
      id: "GI1",
      kind: "erasure",
      says: "AI partners delete uploads and prompts within 7 days",
      covers: ["session-image", "prompt"],
      // OpenAI's pages say 30 days, so a warning stays here until one of the things that are missing is there.
      withinAtProcessors: { days: 7 },
      kept: {
        status: "not-yet",
        missing:
          "zero retention, approved by the provider for these endpoints, since its logs stay 30 days; or another provider; and disclosure records that show it",
      },
    },
    {
      id: "GI2",
      kind: "erasure",
      says: "Partners can be made to delete sooner, and the account stays",
      covers: ["session-image", "prompt"],
      kept: {
        status: "not-yet",
        // Until there is, a person asks each partner and puts its answer on record.
        missing: "a provider with a deletion of its own: this one has none for images",
        keptBy: [{ mechanism: "erasure", scope: "processors" }],
      },
    },
    {
      id: "GI3",
      kind: "expiry",
      says: "Images are cached for the session and no longer",
      covers: ["session-image"],
      kept: {
        status: "bound",
        // Nothing of ours makes a copy; one that somebody else makes is found. So for GI13.
        keptBy: [{ mechanism: "clock", category: "session-image" }, { mechanism: "watched-copies" }],
      },
    },
    {
      id: "GI4",
      kind: "expiry",
      says: "What is generated does not last",
      covers: ["session-image"],
      kept: { status: "bound", keptBy: [{ mechanism: "clock", category: "session-image" }] },
    },
    {
      id: "GI5",
      kind: "right",
      says: "See, correct, delete the account, object, take along, no more marketing",
      kept: {
        status: "not-yet",
        missing: "every right but erasure",
        keptBy: [
          { mechanism: "erasure", scope: "account" },
          { mechanism: "consent-gate", purpose: "marketing" },
        ],
      },
    },
    {
      id: "GI6",
      kind: "erasure",
      says: "The sign-in gives the basic profile and no password, and the profile goes with the account",
      covers: ["oauth-profile"],
      // No store is declared for anything but the profile, so nothing else can be kept. That the grant is revoked at the
      // sign-in provider is ours.
      kept: { status: "bound", keptBy: [{ mechanism: "erasure", scope: "account" }] },
    },
    {
      id: "GI7",
      kind: "erasure",
      says: "Payment data is with third parties alone",
      covers: ["payment-data"],
      kept: {
        status: "bound",
        keptBy: [{ mechanism: "declared-places-only" }, { mechanism: "erasure", scope: "account" }],
      },
    },
    {
      id: "GI8",
      kind: "erasure",
      says: "What is held of a child under 13 is deleted once known",
      covers: ["session-image", "prompt", "oauth-profile"],
      // A part of what is held of a child is with others, who are asked as well.
      kept: {
        status: "bound",
        keptBy: [{ mechanism: "erasure", scope: "minor" }, { mechanism: "report-of-minor" }],
      },
    },
    {
      id: "GI9",
      kind: "guard",
      says: "Data leaves once the service has no use for it",
      covers: ["session-image", "prompt", "oauth-profile"],
      // That nothing can lie where no rule reaches is half of it; that something acts when the use ends is the other.
      kept: {
        status: "bound",
        keptBy: [
          { mechanism: "declared-places-only" },
          { mechanism: "clock", category: "session-image" },
          { mechanism: "clock", category: "prompt" },
          { mechanism: "clock", category: "oauth-profile" },
        ],
      },
    },
    {
      id: "GI10",
      kind: "right",
      says: "Ask by mail or through the form",
      kept: { status: "bound", keptBy: [{ mechanism: "right", right: "erasure" }] },
    },
    {
      id: "GI11",
      kind: "guard",
      says: "Partners neither train on what users give nor pass it on",
      covers: ["session-image", "prompt"],
      forbids: ["model-training"],
      kept: {
        status: "not-yet",
        missing:
          "the contract's reference, owner and review date: declare it as attested when it is signed; so far only the vendor's page says it, and only of training; nothing is sent to anybody without a contract",
        keptBy: [{ mechanism: "send-guard" }],
      },
    },
    {
      id: "GI12",
      kind: "guard",
      says: "User content trains no model of ours",
      covers: ["session-image", "prompt"],
      forbids: ["model-training"],
      kept: {
        status: "text-conflict",
        conflict: "one sentence says that user content never trains models, another lets it improve them",
        stricter: "user content trains no model",
        keptBy: [
          { mechanism: "purpose-tags", category: "session-image" },
          { mechanism: "purpose-tags", category: "prompt" },
        ],
      },
    },
    {
      id: "GI13",
      kind: "expiry",
      says: "Uploads and prompts are of the session and never for good",
      covers: ["session-image", "prompt"],
      kept: {
        status: "bound",
        keptBy: [
          { mechanism: "clock", category: "session-image" },
          { mechanism: "clock", category: "prompt" },
          { mechanism: "watched-copies" },
        ],
      },
    },
    {
      id: "GI14",
      kind: "notice",
      says: "A material change is posted under a new date",
      kept: { status: "not-yet", missing: "comparing policies, and posting the difference" },
    },
    {
      id: "GI15",
      kind: "guard",
      says: "TLS, controlled access, regular audits, safeguards for transfers",
      kept: {
        status: "not-yet",
        missing:
          "the audit's and the transfer agreement's reference, owner and review date: declare them as attested when they are signed",
      },
    },
  ],
} satisfies PolicyDeclaration;
