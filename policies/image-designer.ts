import { aws } from "../shared/adapters/processors/aws/processor.ts";
import { cloudflare } from "../shared/adapters/processors/cloudflare/processor.ts";
import { fal } from "../shared/adapters/processors/fal/processor.ts";
import { gemini } from "../shared/adapters/processors/gemini/processor.ts";
import { groq } from "../shared/adapters/processors/groq/processor.ts";
import { mailVendor } from "../shared/adapters/processors/mail-vendor/processor.ts";
import { openrouter } from "../shared/adapters/processors/openrouter/processor.ts";
import type { PolicyDeclaration } from "../shared/domain/policy/policy.ts";

type Deadlines = PolicyDeclaration["rights"][number]["deadlines"];

/** Where the CDN serves images from, each under the key that it is stored under. */
const IMAGES_AT = "https://images.image-designer.example";

/** No number is published, so the laws' own hold: a month in the EU. */
const ANSWER_IN_A_MONTH = [
  {
    what: "answer",
    within: { calendarMonths: 1 },
    from: "receipt",
    extension: { by: { calendarMonths: 2 }, source: "GDPR Art. 12(3)" },
    source: "GDPR Art. 12(3)",
  },
] satisfies Deadlines;

/** ID11: the state laws of the US; California's is the shortest, and does not wait for identity to be proved. */
const STATE_LAW = [
  {
    what: "acknowledge",
    within: { businessDays: 10 },
    from: "receipt",
    only: "residents of a US state with such a law",
    source: "11 CCR 7021(a)",
  },
  {
    what: "answer",
    within: { calendarDays: 45 },
    from: "receipt",
    extension: { by: { calendarDays: 45 }, source: "11 CCR 7021(b)" },
    only: "residents of a US state with such a law",
    source: "11 CCR 7021(b)",
  },
] satisfies Deadlines;

const DEADLINES = [...ANSWER_IN_A_MONTH, ...STATE_LAW];

/** What an account and a minor have in common. */
const everything: PolicyDeclaration["erasure"][number]["categories"] = {
  upload: { effect: "erase" },
  output: { effect: "erase" },
  prompt: { effect: "erase" },
  "saved-work": { effect: "erase" },
  account: { effect: "erase" },
  "mail-subscription": { effect: "erase" },
  "support-ticket": { effect: "erase" },
  // Kept to show that consent was given, in a store of its own; 3 years are ours.
  "consent-record": {
    effect: "retain",
    legalBasis: "GDPR Art. 7(1) and 17(3)(e)",
    retentionDays: 1095,
    keeps: ["given", "purpose", "decision", "notice", "channel"],
    createdAttribute: "given",
  },
  "technical-log": { effect: "expire" },
};

/** What erasing means, per scope; no grace, since almost nothing is kept anyway. */
const erasure: PolicyDeclaration["erasure"] = [
  { scope: "account", graceHours: 0, categories: everything },
  { scope: "minor", graceHours: 0, categories: everything },
  // ID4: tickets sooner than their year, and the account stays.
  { scope: "category", graceHours: 0, categories: { "support-ticket": { effect: "erase" } } },
  // ID7: at the providers and in the cache only; our own stores are not touched, so no category is named.
  { scope: "processors", graceHours: 0, categories: {} },
  // Ours: what may be evidence of a crime against a child is sealed and not destroyed, for the year the law names.
  {
    scope: "preserve-and-report",
    graceHours: 0,
    categories: {
      "saved-work": { effect: "retain", legalBasis: "18 U.S.C. 2258A(h)(1)", retentionDays: 365 },
      account: { effect: "retain", legalBasis: "18 U.S.C. 2258A(h)(1)", retentionDays: 365 },
      "mail-subscription": { effect: "retain", legalBasis: "18 U.S.C. 2258A(h)(1)", retentionDays: 365 },
    },
  },
];

/** Several model providers behind one page: what the service holds, for how long, and what it promised. */
export const policy = {
  schema: "lethe.policy/1",
  service: {
    id: "image-designer",
    name: "Image Designer",
    contact: "privacy@image-designer.example",
    regions: ["us-east-1"],
    // ID15: providers in the US, the CDN in the US and the EU.
    places: ["US", "EU"],
    languages: ["en"],
  },

  stores: [
    {
      id: "work",
      kind: "s3",
      keyTemplate: "users/{subject}/…",
      versioned: false,
      // 1 hour: ours. The clock acts 2 hours early, so the last cached copy is gone before the 24 hours are over, even if
      // the CDN does not drop it when it is told to.
      cachedBy: { processor: "cloudflare", longestHours: 1, addresses: [`${IMAGES_AT}/{key}`] },
      categories: ["upload", "output"],
    },
    {
      id: "saved",
      kind: "s3",
      keyTemplate: "users/{subject}/…",
      versioned: false,
      cachedBy: { processor: "cloudflare", longestHours: 1, addresses: [`${IMAGES_AT}/{key}`] },
      categories: ["saved-work"],
    },
    {
      id: "prompts",
      kind: "dynamodb",
      partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
      sortKey: { attribute: "item" },
      timeToLiveAttribute: "expiresAtEpochSeconds",
      categories: ["prompt"],
    },
    {
      id: "accounts",
      kind: "dynamodb",
      partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
      categories: ["account", "mail-subscription"],
    },
    {
      id: "tickets",
      kind: "dynamodb",
      partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
      sortKey: { attribute: "ticket" },
      timeToLiveAttribute: "expiresAtEpochSeconds",
      categories: ["support-ticket"],
    },
    {
      id: "consents",
      kind: "dynamodb",
      partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
      sortKey: { attribute: "given" },
      timeToLiveAttribute: "expiresAtEpochSeconds",
      categories: ["consent-record"],
    },
    // 14 and not 30: CloudWatch Logs removes lines days after their retention, and ID3 says 30.
    { id: "technical-logs", kind: "log-group", retentionDays: 14, categories: ["technical-log"] },
  ],

  categories: [
    { id: "upload", what: "Images somebody gives", sensitive: false, purposes: ["generation"] },
    {
      id: "output",
      what: "Images made",
      sensitive: false,
      derivedFrom: "upload",
      purposes: ["generation", "service-delivery"],
    },
    { id: "prompt", what: "The words that ask for an image", sensitive: false, purposes: ["generation"] },
    {
      id: "saved-work",
      what: "What a person chose to save: their images with the words",
      sensitive: false,
      derivedFrom: "output",
      purposes: ["service-delivery"],
    },
    {
      id: "account",
      what: "E-mail address, settings and the strictly necessary cookie",
      sensitive: false,
      purposes: ["service-delivery", "support"],
    },
    {
      id: "mail-subscription",
      what: "That somebody asked for updates by mail, and where to",
      sensitive: false,
      purposes: ["marketing"],
    },
    {
      id: "support-ticket",
      what: "Letters to and from support",
      sensitive: false,
      purposes: ["support"],
    },
    {
      id: "consent-record",
      what: "What was agreed to and withdrawn, and when",
      sensitive: false,
      purposes: ["service-delivery"],
    },
    {
      id: "technical-log",
      what: "Times, errors and network addresses; no content",
      sensitive: false,
      purposes: ["security"],
    },
  ],

  retention: [
    // ID1: 24 hours. What is saved is copied to a store of its own, and these end all the same. 120 minutes early: one for the cache, one for the clock itself.
    {
      category: "upload",
      limit: { after: { hours: 24 }, from: "created" },
      earlierOn: ["account-ended"],
      onEnd: "delete",
      marginMinutes: 120,
    },
    {
      category: "output",
      limit: { after: { hours: 24 }, from: "created" },
      earlierOn: ["account-ended"],
      onEnd: "delete",
      marginMinutes: 120,
    },
    {
      category: "prompt",
      limit: { after: { hours: 24 }, from: "created" },
      earlierOn: ["account-ended"],
      onEnd: "delete",
      marginMinutes: 60,
    },
    // ID2: saving is by consent, and withdrawing it un-saves.
    {
      category: "saved-work",
      earlierOn: ["un-saved", "account-ended"],
      savedMeans: "The person pressed save, which copies image and words into the store saved",
      onEnd: "delete",
    },
    { category: "account", earlierOn: ["account-ended"], onEnd: "delete" },
    { category: "mail-subscription", earlierOn: ["account-ended"], onEnd: "delete" },
    // ID4: 12 months; the one published hold of the five services.
    {
      category: "support-ticket",
      limit: { after: { months: 12 }, from: "created" },
      earlierOn: ["account-ended"],
      onEnd: "delete",
      holdable: true,
      holdException: { promise: "ID4", legalBasis: "GDPR Art. 17(3)(e): legal claims" },
    },
    // 3 years: ours, as long as a claim about consent is likely.
    {
      category: "consent-record",
      limit: { after: { days: 1095 }, from: "created" },
      onEnd: "delete",
      chosenBy: "ours",
    },
    // ID3.
    { category: "technical-log", limit: { after: { days: 30 }, from: "created" }, onEnd: "delete" },
  ],

  erasure,

  // No backup exception is published, so no copy is made that could outlive its promise.
  backups: {},

  processors: [
    // AWS is ours to add: the published table names the others (ID8).
    {
      ...aws,
      places: ["US"],
      receives: [
        "upload",
        "output",
        "prompt",
        "saved-work",
        "account",
        "mail-subscription",
        "support-ticket",
        "consent-record",
        "technical-log",
      ],
      purpose: "Hosting: storing and computing",
    },
    // Two model APIs and one router with the model behind it; content goes to the one the person chose (ID7).
    { ...fal, receives: ["upload", "prompt"], purpose: "Making the image, if chosen" },
    { ...groq, receives: ["prompt"], purpose: "Wording the prompt, if chosen" },
    { ...openrouter, receives: ["upload", "prompt"], purpose: "Passing on to the model, if chosen" },
    { ...gemini, receives: ["upload", "prompt"], purpose: "Making the image, behind the router" },
    { ...cloudflare, receives: ["upload", "output", "saved-work"], purpose: "Delivering images quickly" },
    {
      ...mailVendor,
      // Until a vendor is chosen, only one in the US may be; its pages replace this one, which is our own.
      places: ["US"],
      policyUrl: "https://image-designer.example/sub-processors",
      askAt: "privacy@mail-vendor.example",
      receives: ["mail-subscription"],
      purpose: "Sending the updates somebody asked for",
    },
  ],

  rights: [
    { right: "erasure", channels: ["mail"], deadlines: DEADLINES },
    { right: "access", channels: ["mail"], deadlines: DEADLINES },
    { right: "correction", channels: ["mail"], deadlines: DEADLINES },
    { right: "restriction", channels: ["mail"], deadlines: ANSWER_IN_A_MONTH },
    { right: "objection", channels: ["mail"], deadlines: ANSWER_IN_A_MONTH },
    { right: "portability", channels: ["mail"], deadlines: ANSWER_IN_A_MONTH },
    { right: "consent-withdrawal", channels: ["app", "mail"], deadlines: ANSWER_IN_A_MONTH },
    { right: "opt-out", channels: ["mail"], deadlines: STATE_LAW },
  ],
  accountAddresses: { store: "accounts", attribute: "address", index: "by-address" },

  notices: [
    // 30 days: ours, the text says additional notice where required.
    { change: "material", daysBefore: 30, channels: ["page", "mail"], promise: "ID14" },
    // Before the new one gets anything: ours, the table has to be true the day it changes.
    { change: "processors", daysBefore: 0, channels: ["page"], promise: "ID8" },
  ],

  // ID2: updates by mail only to those who asked.
  consents: [{ purpose: "marketing", basis: "asked-first" }],

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
      id: "ID1",
      kind: "expiry",
      says: "What goes in and comes out is gone in 24 hours, except what somebody saves",
      covers: ["upload", "output", "prompt"],
      within: { hours: 24 },
      kept: {
        status: "bound",
        keptBy: [
          { mechanism: "clock", category: "upload" },
          { mechanism: "clock", category: "output" },
          { mechanism: "clock", category: "prompt" },
          { mechanism: "dropped-from-cache", store: "work" },
          { mechanism: "watched-copies" },
        ],
      },
    },
    {
      id: "ID2",
      kind: "right",
      says: "Saving and updates by mail need a yes; taking it back ends the saved work or the mails",
      covers: ["saved-work", "mail-subscription"],
      kept: {
        status: "not-yet",
        missing: "withdrawing consent, which has to un-save what was saved",
        keptBy: [
          { mechanism: "consent-gate", purpose: "marketing" },
          { mechanism: "clock", category: "saved-work" },
        ],
      },
    },
    {
      id: "ID3",
      kind: "expiry",
      says: "Technical logs end after 30 days",
      covers: ["technical-log"],
      within: { days: 30 },
      // 14 days and what CloudWatch Logs typically takes beyond them are 17: nearly two weeks are left for when it takes
      // longer, for which it states no bound.
      kept: { status: "bound", keptBy: [{ mechanism: "log-retention", store: "technical-logs" }] },
    },
    {
      id: "ID4",
      kind: "expiry",
      says: "A ticket ends after 12 months: sooner if asked, later only under a legal hold",
      covers: ["support-ticket"],
      within: { months: 12 },
      kept: {
        status: "bound",
        keptBy: [
          { mechanism: "clock", category: "support-ticket" },
          { mechanism: "erasure", scope: "category" },
        ],
      },
    },
    {
      id: "ID5",
      kind: "erasure",
      says: "Anyone can have everything deleted by mail, once it is clear who asks",
      covers: ["upload", "output", "prompt", "saved-work", "account", "mail-subscription", "support-ticket"],
      kept: {
        status: "bound",
        keptBy: [
          { mechanism: "erasure", scope: "account" },
          { mechanism: "right", right: "erasure" },
        ],
      },
    },
    {
      id: "ID6",
      kind: "right",
      says: "See, correct, delete, restrict, object, take along, withdraw; and hear where to complain",
      kept: {
        status: "not-yet",
        missing: "every right but erasure, and letters that name the authority",
        keptBy: [{ mechanism: "erasure", scope: "account" }],
      },
    },
    {
      id: "ID7",
      kind: "erasure",
      says: "Only the chosen provider gets the content, and cached copies go with the originals",
      covers: ["upload", "prompt", "output"],
      kept: {
        status: "bound",
        keptBy: [
          { mechanism: "send-guard" },
          { mechanism: "erasure", scope: "processors" },
          { mechanism: "erasure", scope: "account" },
        ],
      },
    },
    {
      id: "ID8",
      kind: "notice",
      says: "A true list of sub-processors, with purpose, place and data, is on the web",
      kept: { status: "bound", keptBy: [{ mechanism: "published-tables" }] },
    },
    {
      id: "ID9",
      kind: "erasure",
      says: "Once a child under 16, or the local age, is known of, its data is deleted",
      covers: ["upload", "output", "prompt", "saved-work", "account", "mail-subscription"],
      kept: {
        status: "bound",
        keptBy: [{ mechanism: "erasure", scope: "minor" }, { mechanism: "report-of-minor" }],
      },
    },
    {
      id: "ID10",
      kind: "guard",
      says: "TLS everywhere, nobody may more than they need, and it is audited",
      kept: {
        status: "not-yet",
        missing:
          "TLS and least privilege are held by checks on the stacks that no promise can name yet, and the audit's reference, owner and review date",
      },
    },
    {
      id: "ID11",
      kind: "right",
      says: "Residents of US states ask by mail for access, deletion and opt-out",
      kept: {
        status: "not-yet",
        missing: "reading mail, access and opt-outs, answered in time",
        keptBy: [{ mechanism: "erasure", scope: "account" }],
      },
    },
    {
      id: "ID12",
      kind: "guard",
      says: "Every provider is set to keep least and not to train, where it can be",
      covers: ["upload", "prompt"],
      kept: { status: "bound", keptBy: [{ mechanism: "send-guard" }] },
    },
    {
      id: "ID13",
      kind: "guard",
      says: "Nothing is sold, shared or advertised with; no profiles, no cookie but the needed, no machine verdicts",
      covers: ["upload", "output", "prompt", "saved-work", "account"],
      forbids: ["advertising", "profiling", "marketing"],
      kept: {
        status: "not-yet",
        missing:
          "looking at the pages for cookies, and a record that no decision with legal effect is automatic",
        keptBy: [
          { mechanism: "purpose-tags", category: "upload" },
          { mechanism: "purpose-tags", category: "output" },
          { mechanism: "purpose-tags", category: "prompt" },
          { mechanism: "purpose-tags", category: "saved-work" },
          { mechanism: "purpose-tags", category: "account" },
        ],
      },
    },
    {
      id: "ID14",
      kind: "notice",
      says: "A material change is told again where law asks for it",
      kept: { status: "not-yet", missing: "comparing policies, and announcing the difference to people" },
    },
    {
      id: "ID15",
      kind: "guard",
      says: "Providers work in the US, the CDN in the US and EU, under transfer safeguards",
      covers: ["upload", "output", "prompt"],
      kept: {
        status: "text-conflict",
        conflict:
          "a router passes on to whichever provider it finds and a CDN answers from the edge next to the reader, so neither stays within the named places",
        stricter:
          "our own stores and functions stay in the US region; no provider outside US and EU is declared",
        keptBy: [{ mechanism: "region-boundary" }, { mechanism: "send-guard" }],
      },
    },
  ],
} satisfies PolicyDeclaration;
