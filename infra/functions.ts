import type { PortName } from "./constructs/grants.ts";

/** One Lambda function: its code, the ports its code uses, and its limits. */
export interface FunctionRow {
  /** Path from the root of the repository; it exports `handler`. */
  readonly entry: string;
  /** What its code runs in threads of their own: each lies beside it under its own name. */
  readonly threads?: readonly string[];
  /** Each brings its permission and its settings; one that the code does not use is a permission too many. */
  readonly ports: readonly PortName[];
  readonly timeoutSeconds: number;
  readonly memoryMiB: number;
  /** Absent: as many as there are calls. */
  readonly atOnceMax?: number;
  /** Absent: whoever calls waits for the answer, so nothing can be lost unseen. */
  readonly calledWithoutWaiting?: { readonly retries: 0 | 1 | 2; readonly longestWaitMinutes: number };
}

/** Parsers of mail, bounded in time and memory. */
const MAIL_WORKER = "shared/adapters/mail/mail-worker.ts";
/** A look or a write at one or two tables and a store takes a few seconds; the rest is for a slow day. */
const STEP = { timeoutSeconds: 60, memoryMiB: 512 } as const;
/** Listing what a person has pages through thousands of entries. */
const LISTING = { timeoutSeconds: 300, memoryMiB: 1024 } as const;
/** API Gateway stops waiting after 29 s: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
const CALL = { timeoutSeconds: 28, memoryMiB: 512 } as const;

/** A batch of events is a hundred writes at once, some of them again when DynamoDB grows. */
const BATCH = { timeoutSeconds: 60, memoryMiB: 512 } as const;
/** What is told of things that were stored, and meets those of the erased with their tombstones. */
const TELLING = [
  "clock:tell",
  "tombstones:match",
  "requests",
  "subject-keys:use",
  "policy",
  "records:read",
] as const;
/** What deletes things whose time is over, each by its own way. */
const EXPIRING = [
  "clock:expire",
  "cached-copies:drop",
  "stores:expire",
  "pause:read",
  "holds:read",
  "ledger:append",
  "subject-keys:use",
  "policy",
  "records:read",
] as const;

/** What asks third parties, and reads how. */
const ASKING = ["disclosures:settle", "asks", "processors"] as const;
/** A vendor that gives no answer in ten seconds is asked again later; a person's things are a few dozen. */
const ASKS = { timeoutSeconds: 180, memoryMiB: 512 } as const;

/** Every function there is. */
export const FUNCTIONS = {
  "freeze-subject": {
    entry: "functions/freeze-subject.ts",
    ports: ["requests", "tombstones:write", "accounts", "ledger:append", "records:read"],
    ...STEP,
  },
  "plan-erasure": {
    entry: "functions/plan-erasure.ts",
    ports: ["requests", "stores:find", "ledger:append", "records:read", "tasks:open"],
    ...LISTING,
  },
  "erase-stores": {
    entry: "functions/erase-stores.ts",
    ports: [
      "requests",
      "tombstones:read",
      "data-keys:end",
      "stores:erase",
      "subject-keys:use",
      "ledger:append",
      "records:read",
      "holds:read",
      "holds:seal",
    ],
    // As long as Lambda allows; work that needs longer goes on in the next invocation.
    timeoutSeconds: 900,
    memoryMiB: 1024,
  },
  "ask-processors": {
    entry: "functions/ask-processors.ts",
    ports: ["requests", "ledger:append", "records:read", "tasks:open", "holds:read", ...ASKING],
    ...ASKS,
  },
  "ask-again": {
    entry: "functions/ask-again.ts",
    ports: ["requests", "records:read", "tasks:open", "holds:read", "letters", ...ASKING],
    ...ASKS,
    // Two at once would ask the same twice, which does no harm and costs their patience.
    atOnceMax: 1,
    calledWithoutWaiting: { retries: 0, longestWaitMinutes: 1 },
  },
  "purge-cached": {
    entry: "functions/purge-cached.ts",
    ports: ["processors", "stores:look", "tasks:open", "policy", "records:read"],
    // A call and a look of ten seconds each at most.
    timeoutSeconds: 60,
    memoryMiB: 512,
  },
  "bound-backups": {
    entry: "functions/bound-backups.ts",
    // The clients of a listing of every copy of every store take their time to load.
    ports: ["requests", "ledger:append", "records:read", "policy", "copies:list"],
    ...LISTING,
  },
  "verify-absence": {
    entry: "functions/verify-absence.ts",
    ports: ["requests", "stores:verify", "subject-keys:use", "ledger:append", "records:read"],
    ...LISTING,
  },
  "issue-certificate": {
    entry: "functions/issue-certificate.ts",
    ports: [
      "requests",
      "tombstones:read",
      "holds:read",
      "ledger:append",
      "tree",
      "signer",
      "anchors:read",
      "anchors:write",
      "records:read",
      "records:certificates",
    ],
    ...STEP,
  },
  "conclude-request": {
    entry: "functions/conclude-request.ts",
    ports: [
      "requests",
      "letters",
      "records:read",
      "tombstones:read",
      "tasks:open",
      "tasks:close",
      "holds:read",
      "asks:forget",
      "ledger:read",
      "links:make",
      "pages",
      "duties",
    ],
    ...STEP,
  },
  "record-failure": { entry: "functions/record-failure.ts", ports: ["requests", "tasks:open"], ...STEP },
  "drain-requests": {
    entry: "functions/drain-requests.ts",
    ports: [
      "requests",
      "executions",
      "stores:find",
      "stores:verify",
      "subject-keys:use",
      "records:read",
      "tasks:open",
      "tasks:close",
      "asks:read",
      "undelivered",
    ],
    ...LISTING,
    // The next minute looks at the same rows again, so an old signal is worth nothing.
    calledWithoutWaiting: { retries: 0, longestWaitMinutes: 1 },
  },
  "open-request": {
    entry: "functions/open-request.ts",
    ports: ["requests", "subject-keys:use", "drain", "policy", "records:read", "callers"],
    ...CALL,
  },
  "change-request": {
    entry: "functions/change-request.ts",
    ports: ["requests", "records:read", "drain", "tasks:close", "callers"],
    ...CALL,
  },
  "approve-request": {
    entry: "functions/approve-request.ts",
    ports: ["requests", "drain", "callers"],
    ...CALL,
  },
  "close-task": {
    entry: "functions/close-task.ts",
    ports: ["tasks:close", "rights", "policy", "records:read", "callers"],
    ...CALL,
  },
  "reply-to-request": {
    entry: "functions/reply-to-request.ts",
    ports: [
      "rights",
      "letters",
      "pages",
      "accounts:address",
      "subject-keys:use",
      "tasks:open",
      "tasks:close",
      "policy",
      "records:read",
      "callers",
    ],
    ...CALL,
  },
  "ask-sender": {
    entry: "functions/ask-sender.ts",
    threads: [MAIL_WORKER],
    ports: [
      "rights",
      "mail:read",
      "letters",
      "pages",
      "subject-keys:use",
      "tasks:close",
      "policy",
      "records:read",
      "callers",
    ],
    ...CALL,
  },
  "place-hold": {
    entry: "functions/place-hold.ts",
    ports: ["holds:write", "subject-keys:use", "policy", "records:read", "callers"],
    ...CALL,
  },
  "release-hold": {
    entry: "functions/release-hold.ts",
    ports: ["holds:write", "requests", "duties", "drain", "policy", "records:read", "callers"],
    ...CALL,
  },
  "extend-seal": {
    entry: "functions/extend-seal.ts",
    ports: ["holds:write", "requests", "drain", "policy", "records:read", "callers"],
    ...CALL,
  },
  "take-storage-events": {
    entry: "functions/take-storage-events.ts",
    ports: [...TELLING],
    ...BATCH,
  },
  "take-table-events": {
    entry: "functions/take-table-events.ts",
    ports: [...TELLING],
    ...BATCH,
  },
  "take-service-events": {
    entry: "functions/take-service-events.ts",
    ports: ["clock:tell", "stores:look", "requests", "subject-keys:use", "policy", "records:read"],
    ...BATCH,
  },
  "save-thing": {
    entry: "functions/save-thing.ts",
    ports: ["clock:tell", "stores:look", "policy", "records:read", "callers"],
    ...CALL,
  },
  "take-mail": {
    entry: "functions/take-mail.ts",
    threads: [MAIL_WORKER],
    ports: [
      "rights",
      "mail:read",
      "forms:keep",
      "letters",
      "pages",
      "requests",
      "tasks:open",
      "duties",
      "decisions",
      "accounts",
      "accounts:find",
      "subject-keys:use",
      "drain",
      "policy",
      "records:read",
    ],
    // Two parsers hold a mail of 40 MB, decoded and not.
    timeoutSeconds: 60,
    memoryMiB: 1769,
  },
  "public-pages": {
    entry: "functions/public-pages.ts",
    ports: [
      "rights",
      "requests",
      "mail:again",
      "records:certificates:read",
      "tasks:open",
      "duties",
      "decisions",
      "subject-keys:use",
      "drain",
      "policy",
      "records:read",
    ],
    ...CALL,
    // Whoever floods the pages takes no room from what has to be done by a time.
    atOnceMax: 20,
  },
  sweep: {
    entry: "functions/sweep.ts",
    ports: [...EXPIRING, "metrics", "tasks:open"],
    // As long as Lambda allows; a backlog that needs longer goes on in the next minute.
    timeoutSeconds: 900,
    memoryMiB: 1769,
    // Two at once would delete faster than S3 takes it from one prefix.
    atOnceMax: 1,
    calledWithoutWaiting: { retries: 0, longestWaitMinutes: 1 },
  },
  reconcile: {
    entry: "functions/reconcile.ts",
    ports: [...EXPIRING, "listings"],
    timeoutSeconds: 900,
    memoryMiB: 1024,
    atOnceMax: 1,
    calledWithoutWaiting: { retries: 0, longestWaitMinutes: 10 },
  },
  restore: {
    entry: "functions/restore.ts",
    ports: [
      "restores",
      "copies:list",
      "quarantine",
      "things:read",
      "tombstones:match",
      "decisions:read",
      "pause:read",
      "holds:read",
      "ledger:append",
      "subject-keys:use",
      "policy",
      "records:read",
    ],
    // As long as Lambda allows; a large copy goes on in the next call.
    timeoutSeconds: 900,
    memoryMiB: 1769,
    // Restores of one slot follow one another anyway.
    atOnceMax: 1,
  },
  "watch-restores": {
    entry: "functions/watch-restores.ts",
    ports: ["restores:list", "surroundings", "tasks:open", "policy", "records:read"],
    ...LISTING,
    calledWithoutWaiting: { retries: 2, longestWaitMinutes: 360 },
  },
  "look-for-returned": {
    entry: "functions/look-for-returned.ts",
    ports: ["people:list", "tombstones:match", "requests", "subject-keys:use", "policy", "records:read"],
    // As long as Lambda allows; what needs longer goes on where it stopped.
    timeoutSeconds: 900,
    memoryMiB: 1024,
    atOnceMax: 1,
    calledWithoutWaiting: { retries: 0, longestWaitMinutes: 60 },
  },
  "do-duties": {
    entry: "functions/do-duties.ts",
    ports: [
      "duties",
      "clock:refire",
      "canaries",
      "metrics",
      "copies:list",
      "copies:end",
      "records:certificates",
      "holds:read",
      "tasks:open",
      "tasks:close",
      "ledger:append",
      "ledger:read",
      "tree",
      "signer",
      "anchors:write",
      "mail:list",
      "mail:again",
      "mail-records:read",
      "rights",
      "requests",
      "tombstones:read",
      "accounts:reopen",
      "letters",
      "pages",
      "subject-keys:use",
      "policy",
      "records:read",
    ],
    // A busy day's lanes are read to their end.
    ...LISTING,
    atOnceMax: 1,
    calledWithoutWaiting: { retries: 0, longestWaitMinutes: 1 },
  },
  "prepare-deployment": {
    entry: "functions/prepare-deployment.ts",
    ports: ["records:publish", "subject-keys:make", "signer", "anchors:read", "anchors:write"],
    ...STEP,
    // CloudFormation waits for the answer that this function sends it, up to an hour.
    calledWithoutWaiting: { retries: 2, longestWaitMinutes: 30 },
  },
} as const satisfies Record<string, FunctionRow>;

export type FunctionName = keyof typeof FUNCTIONS;

/** Every function with its row, in the order above. */
export function functionRows(): readonly (readonly [FunctionName, FunctionRow])[] {
  const rows: readonly (readonly [string, FunctionRow])[] = Object.entries(FUNCTIONS);
  return rows.flatMap(([name, row]) => (isFunctionName(name) ? [[name, row] as const] : []));
}

function isFunctionName(name: string): name is FunctionName {
  return name in FUNCTIONS;
}
