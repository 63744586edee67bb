import { aws } from "../shared/adapters/processors/aws/processor.ts";
import type { PolicyDeclaration } from "../shared/domain/policy/policy.ts";

type Deadlines = PolicyDeclaration["rights"][number]["deadlines"];

/** IG5a says that people are told if it takes longer, and not how much: as long again is ours. */
const ANSWER_IN_30_DAYS = [
  {
    what: "answer",
    within: { calendarDays: 30 },
    from: "receipt",
    extension: { by: { calendarDays: 30 }, source: "IG5a" },
    source: "IG5a",
  },
] satisfies Deadlines;

/** Shorter than the 90 days that the DPDP Rules 2025, r. 14(3), allow at most. */
const GRIEVANCE = [
  { what: "acknowledge", within: { hours: 24 }, from: "receipt", source: "IG5b" },
  { what: "resolve", within: { calendarDays: 30 }, from: "receipt", source: "IG5b" },
  {
    what: "resolve",
    within: { calendarDays: 15 },
    from: "receipt",
    only: "sexual abuse material or minors",
    source: "IG5b",
  },
] satisfies Deadlines;

/**
 * 8 years: ours, counted from Indian tax law. A year's accounts are kept 72 months from the day its annual return is
 * due (CGST Act 2017 s. 36), which is up to 21 months after the record was made: 93 months, and 3 to be sure.
 */
const TAX_PERIOD_DAYS = 2922;

/** What an account and a minor have in common. */
const everything: PolicyDeclaration["erasure"][number]["categories"] = {
  account: { effect: "erase" },
  "free-work": { effect: "erase" },
  "paid-work": { effect: "erase" },
  grievance: { effect: "erase" },
  // Ours: what was made for somebody to take along (IG7) goes with the rest.
  export: { effect: "erase" },
  "failed-export": { effect: "expire" },
  // IG1: only what the duty needs, which is what CGST Rules 2017 r. 46 wants on an invoice. Of a buyer who is not
  // registered for GST that is the State alone: name and address from Rs 50,000 on, far above what is sold here (46(e)),
  // and for online services the State (46(f), proviso, as amended in 2023; counsel confirms). Who is registered has
  // name, address and number in registeredBuyer (46(d)).
  "billing-record": {
    effect: "retain",
    legalBasis: "CGST Act 2017 s. 36 (India)",
    retentionDays: TAX_PERIOD_DAYS,
    keeps: [
      "invoice",
      "issuedAt",
      "supply",
      "placeOfSupply",
      "registeredBuyer",
      "taxableValue",
      "taxRate",
      "tax",
      "currency",
    ],
    createdAttribute: "issuedAt",
  },
  // IG6: when and how consent was given is on record; 3 years are ours. Who comes with a claim brings their id, and it
  // leads to the record as long as the key does.
  "consent-record": {
    effect: "retain",
    legalBasis: "DPDP Act 2023 s. 6(10): the burden of showing consent",
    retentionDays: 1095,
    keeps: ["given", "purpose", "decision", "notice", "channel"],
    createdAttribute: "given",
  },
  "traffic-log": { effect: "expire" },
  "usage-aggregate": { effect: "expire" },
};

/** What erasing means, per scope; no grace: the person was told before confirming that it is final (IG19). */
const erasure: PolicyDeclaration["erasure"] = [
  { scope: "account", graceHours: 0, categories: everything },
  // IG13: under 18.
  { scope: "minor", graceHours: 0, categories: everything },
  // Ours: what may be evidence of a crime against a child is sealed and not destroyed; a year is ours.
  {
    scope: "preserve-and-report",
    graceHours: 0,
    categories: {
      account: { effect: "retain", legalBasis: "DPDP Act 2023 s. 17(1)(c)", retentionDays: 365 },
      "free-work": { effect: "retain", legalBasis: "DPDP Act 2023 s. 17(1)(c)", retentionDays: 365 },
      "paid-work": { effect: "retain", legalBasis: "DPDP Act 2023 s. 17(1)(c)", retentionDays: 365 },
    },
  },
];

/** Images with accounts, billing and training that can be declined, under Indian law: what is held and promised. */
export const policy = {
  schema: "lethe.policy/1",
  service: {
    id: "image-gen",
    name: "Image Gen",
    contact: "privacy@image-gen.example",
    regions: ["ap-south-1"],
    places: ["IN"],
    languages: ["en"],
  },

  stores: [
    // Cognito hashes passwords and encrypts under a key of its own, which nobody can name here (IG14).
    { id: "accounts", kind: "cognito", username: "{subject}", categories: ["account"] },
    // One bucket a tier, since each ends at another time (IG18).
    {
      id: "free-work",
      kind: "s3",
      keyTemplate: "users/{subject}/…",
      versioned: false,
      categories: ["free-work"],
    },
    {
      id: "paid-work",
      kind: "s3",
      keyTemplate: "users/{subject}/…",
      versioned: false,
      categories: ["paid-work"],
    },
    // By itself, since an erasure cuts each of its records and keeps the rest (IG1).
    {
      id: "billing",
      kind: "dynamodb",
      partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
      sortKey: { attribute: "invoice" },
      timeToLiveAttribute: "expiresAtEpochSeconds",
      key: "customer-managed",
      categories: ["billing-record"],
    },
    {
      id: "consents",
      kind: "dynamodb",
      partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
      sortKey: { attribute: "given" },
      timeToLiveAttribute: "expiresAtEpochSeconds",
      categories: ["consent-record"],
    },
    {
      id: "grievances",
      kind: "dynamodb-index",
      // By its number, under which the officer and the authority know it; an index tells whose each is.
      partitionKey: { attribute: "grievance" },
      locatedBy: {
        index: "by-owner",
        partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
      },
      timeToLiveAttribute: "expiresAtEpochSeconds",
      categories: ["grievance"],
    },
    {
      id: "exports",
      kind: "s3",
      keyTemplate: "exports/{subject}/…",
      versioned: false,
      key: "customer-managed",
      categories: ["export"],
    },
    // What could not be made of an export, for a person to look at: nothing can be taken out of it for one person.
    { id: "failed-exports", kind: "queue", retentionDays: 4, categories: ["failed-export"] },
    { id: "traffic-logs", kind: "log-group", retentionDays: 365, categories: ["traffic-log"] },
    // Nobody can be found in an aggregate, so it lies where only age counts.
    { id: "aggregates", kind: "log-group", retentionDays: 1827, categories: ["usage-aggregate"] },
  ],

  categories: [
    {
      id: "account",
      what: "Name, e-mail address, hashed password, plan",
      // IG14 names passwords.
      sensitive: true,
      purposes: ["service-delivery", "support"],
    },
    {
      id: "free-work",
      what: "Prompts, inputs and outputs of the free tier; what goes into training is cut out of these (IG15)",
      sensitive: false,
      purposes: ["generation", "service-delivery", "model-training"],
    },
    {
      id: "paid-work",
      what: "Prompts, inputs and outputs of the paid tier; what goes into training is cut out of these (IG15)",
      sensitive: false,
      purposes: ["generation", "service-delivery", "model-training"],
    },
    {
      id: "billing-record",
      what: "Invoices and payments, with what tax law wants on them",
      // IG14 names financial data.
      sensitive: true,
      purposes: ["billing", "accounting"],
    },
    {
      id: "consent-record",
      what: "What was agreed to or declined, when and how",
      sensitive: false,
      purposes: ["service-delivery"],
    },
    {
      id: "export",
      what: "Archives of account data, prompts and outputs, made for whoever asks to take them along",
      // The account is in them.
      sensitive: true,
      purposes: ["service-delivery"],
    },
    {
      id: "failed-export",
      what: "Which export could not be made: the ids of person and export, no content",
      sensitive: false,
      purposes: ["support"],
    },
    { id: "grievance", what: "Complaints and what came of them", sensitive: false, purposes: ["support"] },
    {
      id: "traffic-log",
      what: "Network addresses, times and errors; no content",
      sensitive: false,
      purposes: ["security"],
    },
    {
      id: "usage-aggregate",
      what: "How often what is used, added up",
      sensitive: false,
      purposes: ["analytics"],
      // Both are ours: the text says that nothing leads back to a person. Fewer than ten alike would.
      anonymised: { smallestGroup: 10, columnsThatTogetherIdentify: ["plan", "state", "device", "month"] },
    },
  ],

  retention: [
    { category: "account", earlierOn: ["account-ended"], onEnd: "delete" },
    // IG18 gives no number. 30 days for the free tier and 365 for the paid one are ours: a month to fetch what one
    // made, and a year of what one pays for.
    {
      category: "free-work",
      limit: { after: { days: 30 }, from: "created" },
      earlierOn: ["need-ended", "account-ended"],
      onEnd: "delete",
      chosenBy: "ours",
    },
    {
      category: "paid-work",
      limit: { after: { days: 365 }, from: "created" },
      earlierOn: ["need-ended", "account-ended"],
      onEnd: "delete",
      chosenBy: "ours",
    },
    {
      category: "billing-record",
      limit: { after: { days: TAX_PERIOD_DAYS }, from: "created" },
      onEnd: "delete",
      chosenBy: "ours",
    },
    // 3 years: ours, as long as a claim about consent is likely.
    {
      category: "consent-record",
      limit: { after: { days: 1095 }, from: "created" },
      onEnd: "delete",
      chosenBy: "ours",
    },
    // A year: ours, time to take it further (IG6).
    {
      category: "grievance",
      limit: { after: { days: 365 }, from: "created" },
      earlierOn: ["account-ended"],
      onEnd: "delete",
      chosenBy: "ours",
    },
    // A week: ours, time to fetch an archive that was asked for.
    {
      category: "export",
      limit: { after: { days: 7 }, from: "created" },
      earlierOn: ["account-ended"],
      onEnd: "delete",
      chosenBy: "ours",
    },
    // Four days: ours, a long weekend to look at what failed.
    {
      category: "failed-export",
      limit: { after: { days: 4 }, from: "created" },
      onEnd: "delete",
      chosenBy: "ours",
    },
    // A year: ours, the least that r. 8(3) will want.
    {
      category: "traffic-log",
      limit: { after: { days: 365 }, from: "created" },
      onEnd: "delete",
      chosenBy: "ours",
    },
    // 5 years: ours. IG8 lets it stay for ever; an end is kinder, should the anonymising turn out weak.
    {
      category: "usage-aggregate",
      limit: { after: { days: 1827 }, from: "created" },
      onEnd: "delete",
      chosenBy: "ours",
    },
  ],

  erasure,

  // IG2 lets residue in backups stay for a limited period and gives no number. 35 days is ours: 34 that a nightly copy
  // is kept, and the day that AWS Backup may take to delete it. Copied is only what a law wants kept (IG1), so nothing
  // of a minor stays longer than the rest (IG13): work can be made again.
  backups: {
    publishedException: "IG2",
    longestDays: 35,
    chosenBy: "ours",
    vaults: [{ id: "nightly", stores: ["billing"], retentionDays: 34 }],
  },

  // The published text names no processor. AWS is ours to add; models and mail run on it, in the same region. Adding
  // one outside India needs a transferSafeguard (IG10) and a contract (IG17).
  processors: [
    {
      ...aws,
      places: ["IN"],
      receives: [
        "account",
        "free-work",
        "paid-work",
        "billing-record",
        "consent-record",
        "grievance",
        "export",
        "failed-export",
        "traffic-log",
        "usage-aggregate",
      ],
      purpose: "Hosting: storing and computing",
    },
  ],

  rights: [
    { right: "erasure", channels: ["app", "mail"], deadlines: ANSWER_IN_30_DAYS },
    { right: "access", channels: ["mail"], deadlines: ANSWER_IN_30_DAYS },
    { right: "correction", channels: ["mail"], deadlines: ANSWER_IN_30_DAYS },
    { right: "portability", channels: ["app", "mail"], deadlines: ANSWER_IN_30_DAYS },
    { right: "opt-out", channels: ["app", "mail"], deadlines: ANSWER_IN_30_DAYS },
    { right: "consent-withdrawal", channels: ["app", "mail"], deadlines: ANSWER_IN_30_DAYS },
    { right: "nomination", channels: ["mail"], deadlines: ANSWER_IN_30_DAYS },
    { right: "grievance", channels: ["mail"], deadlines: GRIEVANCE },
  ],
  accountAddresses: { store: "accounts", attribute: "email" },

  notices: [
    // IG11 gives the 7 days.
    { change: "material", daysBefore: 7, channels: ["app", "mail"], promise: "IG11" },
    { change: "breach", daysBefore: 0, channels: ["mail", "authority"], promise: "IG12" },
  ],

  // IG4: training until somebody opts out.
  consents: [{ purpose: "model-training", basis: "until-objection" }],

  // Will want a year where IG2, IG13 and IG18 promise less: counsel has to say which governs before it is in force,
  // 18 months after the rules were notified on 13 November 2025.
  legalMinimums: [
    {
      id: "dpdp-logs",
      categories: ["account", "free-work", "paid-work", "grievance", "traffic-log"],
      days: 365,
      law: "DPDP Rules 2025 r. 8(3): personal data, traffic data and logs",
      source: "https://www.dpdpa.in/dpdpa_rules_2025/Rule_8.htm",
      inForceFrom: "2027-05-13",
    },
  ],

  // The published text names none of these: basis and length are ours.
  ownRecords: [
    {
      record: "tombstone",
      legalBasis: "DPDP Act 2023 s. 12(3): the erased must not come back",
      retentionDays: 400,
    },
    { record: "ledger", legalBasis: "DPDP Act 2023 s. 8(1): accountability", retentionDays: 1095 },
    { record: "request", legalBasis: "DPDP Act 2023 s. 8(1): accountability", retentionDays: 1095 },
    { record: "certificate", legalBasis: "DPDP Act 2023 s. 8(1): accountability", retentionDays: 1095 },
    {
      record: "contact-for-answer",
      legalBasis: "DPDP Act 2023 s. 12: telling the person",
      retentionDays: 30,
    },
    { record: "raw-mail", legalBasis: "DPDP Act 2023 s. 12: reading what was asked", retentionDays: 30 },
    { record: "letter", legalBasis: "DPDP Act 2023 s. 8(1): accountability", retentionDays: 1095 },
    { record: "disclosure", legalBasis: "DPDP Act 2023 s. 11(1)(b): who got what", retentionDays: 400 },
    { record: "nominee", legalBasis: "DPDP Act 2023 s. 14: nomination", retentionDays: 1095 },
    { record: "consent", legalBasis: "DPDP Act 2023 s. 6(10): showing consent", retentionDays: 1095 },
    { record: "clock-record", legalBasis: "DPDP Act 2023 s. 8(7): ending what must end", retentionDays: 35 },
  ],

  limits: { entriesPerErasure: 1_000_000, longestWriteAccessMinutes: 60 },

  promises: [
    {
      id: "IG1",
      kind: "erasure",
      says: "What tax and accounting need of account and billing stays for their period, and no more",
      covers: ["account", "billing-record"],
      // The erasure cuts billing records down to what the duty needs and puts them under a pseudonym, and the certificate
      // says so, with basis and end. The clock ends what was kept, a day before the period that the table names is over.
      kept: {
        status: "bound",
        keptBy: [
          { mechanism: "erasure", scope: "account" },
          { mechanism: "clock", category: "billing-record" },
        ],
      },
    },
    {
      id: "IG2",
      kind: "erasure",
      says: "Asked for, data goes or is anonymised where it is in use; what backups have left goes later",
      covers: ["account", "free-work", "paid-work", "grievance"],
      kept: {
        status: "bound",
        keptBy: [{ mechanism: "erasure", scope: "account" }, { mechanism: "watched-copies" }],
      },
    },
    {
      id: "IG3",
      kind: "right",
      says: "A mail with the named subject and the account's address opens a request; who asks is proved first",
      kept: {
        status: "bound",
        keptBy: [{ mechanism: "right", right: "erasure" }],
      },
    },
    {
      id: "IG4",
      kind: "right",
      says: "A mail with the named subject and the account's address ends training on one's work",
      covers: ["free-work", "paid-work"],
      kept: {
        status: "bound",
        keptBy: [
          { mechanism: "right", right: "opt-out" },
          { mechanism: "consent-gate", purpose: "model-training" },
        ],
      },
    },
    {
      id: "IG5a",
      kind: "deadline",
      says: "An answer comes in 30 days, or word that it takes longer",
      // A person answers, or puts it off by a letter that says so; what is kept here is that the date stands and is watched.
      kept: { status: "bound", keptBy: [{ mechanism: "due-date", right: "access", what: "answer" }] },
    },
    {
      id: "IG5b",
      kind: "deadline",
      says: "A grievance is confirmed in 24 h and settled in 30 days, 15 if it is about abuse or minors",
      covers: ["grievance"],
      kept: {
        status: "bound",
        keptBy: [
          { mechanism: "due-date", right: "grievance", what: "acknowledge" },
          { mechanism: "due-date", right: "grievance", what: "resolve" },
        ],
      },
    },
    {
      id: "IG6",
      kind: "right",
      says: "Summary, correction, erasure, grievance and beyond, nominee, withdrawal; consents are on record",
      covers: ["consent-record", "grievance"],
      kept: {
        status: "not-yet",
        missing: "every right but erasure, and the record of consents",
        keptBy: [{ mechanism: "erasure", scope: "account" }],
      },
    },
    {
      id: "IG7",
      kind: "right",
      says: "One can take account data, prompts and outputs along",
      covers: ["account", "free-work", "paid-work"],
      kept: { status: "not-yet", missing: "the right of portability" },
    },
    {
      id: "IG8",
      kind: "guard",
      says: "Aggregates may last since none points at anybody",
      covers: ["usage-aggregate"],
      forbids: ["identification", "profiling"],
      kept: {
        status: "bound",
        keptBy: [{ mechanism: "re-identification-test", category: "usage-aggregate" }],
      },
    },
    {
      id: "IG9",
      kind: "right",
      says: "Downloading, deleting and opting out work in the app too",
      covers: ["free-work", "paid-work"],
      kept: { status: "not-yet", missing: "the in-app ways to a request: deletion, download and opt-out" },
    },
    {
      id: "IG10",
      kind: "guard",
      says: "Work is done in India first; elsewhere only under contract and law",
      covers: ["account", "free-work", "paid-work", "billing-record"],
      kept: { status: "bound", keptBy: [{ mechanism: "region-boundary" }] },
    },
    {
      id: "IG11",
      kind: "notice",
      says: "A material change is told 7 days before, by mail or in the app",
      kept: { status: "not-yet", missing: "comparing policies, and announcing the difference to people" },
    },
    {
      id: "IG12",
      kind: "notice",
      says: "After a breach those concerned and the authorities hear of it",
      kept: { status: "not-yet", missing: "telling the people and the authority of a breach" },
    },
    {
      id: "IG13",
      kind: "erasure",
      says: "Once somebody is known to be under 18, what is held of them soon goes",
      covers: ["account", "free-work", "paid-work"],
      // Whoever tells it by mail is part of "once known".
      kept: {
        status: "bound",
        keptBy: [{ mechanism: "erasure", scope: "minor" }, { mechanism: "report-of-minor" }],
      },
    },
    {
      id: "IG14",
      kind: "guard",
      says: "Passwords, money and biometrics are stored and sent encrypted, by the measure of ISO 27001",
      covers: ["account", "billing-record"],
      kept: {
        status: "not-yet",
        missing:
          "the ISO 27001 assessment's reference, owner and review date: declare it as attested when there is one; and proof of what Cognito does with passwords",
        keptBy: [{ mechanism: "encryption-required", category: "billing-record" }],
      },
    },
    {
      id: "IG15",
      kind: "guard",
      says: "Nothing that names a person is left in what trains",
      covers: ["free-work", "paid-work"],
      kept: {
        status: "bound",
        keptBy: [
          { mechanism: "identifier-removal", category: "free-work", purpose: "model-training" },
          { mechanism: "identifier-removal", category: "paid-work", purpose: "model-training" },
        ],
      },
    },
    {
      id: "IG16",
      kind: "guard",
      says: "Nobody under 18 without a parent's proved yes; no ads aimed at children, no watching them",
      covers: ["account", "free-work", "paid-work"],
      forbids: ["advertising", "profiling"],
      kept: { status: "not-yet", missing: "asking for age, and a parent's consent that is verified" },
    },
    {
      id: "IG17",
      kind: "guard",
      says: "No data is sold, processors are bound, and a buyer keeps to this or tells people",
      covers: ["account", "free-work", "paid-work"],
      kept: {
        status: "not-yet",
        missing:
          "the contracts' and the transfer clause's reference, owner and review date: declare them as attested when they are signed",
      },
    },
    {
      id: "IG18",
      kind: "expiry",
      says: "Inputs and outputs end when running the service needs them no more",
      covers: ["free-work", "paid-work"],
      kept: {
        status: "bound",
        keptBy: [
          { mechanism: "clock", category: "free-work" },
          { mechanism: "clock", category: "paid-work" },
        ],
      },
    },
    {
      id: "IG19",
      kind: "notice",
      says: "Before the last click it is said that deleting is final",
      kept: {
        status: "not-yet",
        missing: "the page in the app that says so; the one behind the link of a mail does",
        keptBy: [{ mechanism: "right", right: "erasure" }],
      },
    },
  ],
} satisfies PolicyDeclaration;
