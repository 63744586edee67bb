import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const PARTS = ["shared", "functions", "client", "cli", "policies", "infra", "local"];

/** Everything in the AWS SDK that deletes, aborts, empties or lets expire, by how such commands are named. */
const COMMAND =
  /\b(?:\w*(?:Delete|Abort|Purge|Terminate|Expire|Schedule\w*Deletion|Destroy|Remove|Forget|Truncate|PutBucketLifecycle|PutRetentionPolicy|PutObjectRetention|UpdateTimeToLive)\w*)Command\b(?!Input|Output)/g;
/** Writes of a transaction or a batch that delete; the second is how PartiQL says it. */
const WRITE = /\bDeleteRequest\s*:|\bDelete\s*:\s*\{(?!\s*Objects)|["'`]DELETE FROM\b/gi;
/** Methods of clients that take no command object. */
const METHOD =
  /\.(?:delete(?:Object|Item|Table|Bucket|LogGroup|LogStream|User)\w*|abortMultipartUpload|adminDeleteUser\w*)\(/g;

/** Files whose calls delete what people have: each is an eraser, and asks the gate before every call. */
const BEHIND_THE_GATE = [
  "shared/adapters/stores/cognito/erase.ts",
  "shared/adapters/stores/dynamodb/erase.ts",
  "shared/adapters/stores/dynamodb/expire.ts",
  "shared/adapters/stores/dynamodb/retain.ts",
  "shared/adapters/stores/dynamodb-index/erase.ts",
  "shared/adapters/stores/dynamodb-mentions/erase.ts",
  "shared/adapters/stores/dynamodb-shared/erase.ts",
  "shared/adapters/stores/s3/delete-batch.ts",
  "shared/adapters/stores/s3/erase.ts",
];

/** Files that delete rows of Lethe's own or things of the invented service, and why they may. */
const OWN_ROWS: Readonly<Record<string, string>> = {
  "shared/adapters/aws/dynamodb-request-register.ts":
    "due rows that moved, and the lease of a request that ended",
  "shared/adapters/aws/dynamodb-request-notes.ts":
    "the address to answer to, which is forgotten when all is said",
  "shared/adapters/aws/dynamodb-request-switches.ts":
    "the row that pauses all requests, when they are resumed",
  "local/demo/store-person.ts":
    "the demo service deletes as a service does, so that there are delete markers",
  "shared/adapters/aws/dynamodb-tasks.ts": "the row that says a task is open, when it is done",
  "shared/adapters/clock/dynamodb-due-rows.ts": "a due row whose things were dealt with",
  "shared/adapters/clock/dynamodb-duties.ts": "a duty that was done, cancelled or moved",
  "shared/adapters/rights/rights-request-rows.ts":
    "the rows by which an open rights request is found again, when it has ended",
  "shared/adapters/aws/dynamodb-disclosures.ts":
    "the record of what was sent to a third party, when it is settled",
  "shared/adapters/aws/dynamodb-processor-asks.ts":
    "what a third party was asked about, when the request has ended",
  "shared/adapters/aws/kms-grant-tokens.ts": "the token of a grant, when that was revoked",
  "shared/adapters/backups/vault-points.ts":
    "a copy of a whole store whose published end has passed, of which nothing can be held any more",
  "shared/adapters/aws/kms-data-keys.ts":
    "the key of a person, destroyed first in their erasure unless a hold stands over what it opens",
  "shared/adapters/quarantine/dynamodb-restores.ts": "the row that says a restore is open, when it has ended",
  "shared/adapters/quarantine/quarantine.ts": "the table that a copy came back to, once nothing is in it",
  "shared/adapters/aws/dynamodb-holds.ts": "the row that says a hold is active, when it is released",
};

const SHARED_ERASER = "shared/adapters/stores/dynamodb-shared/erase.ts";

interface Found {
  readonly file: string;
  readonly call: string;
}

const files = PARTS.flatMap((part) => filesUnder(part));
const found = files.flatMap((file) => deleteCalls(file, readFileSync(join(ROOT, file), "utf8")));

describe("every call that deletes", () => {
  it("was looked for in files that there are, and is found where it is known to be", () => {
    expect(files.length).toBeGreaterThan(200);
    const known = found.map(({ file, call }) => `${file} ${call}`);
    for (const call of [
      "cognito/erase.ts AdminDeleteUserCommand",
      "s3/delete-batch.ts DeleteObjectsCommand",
      "s3/delete-batch.ts DeleteObjectCommand",
      "s3/delete-batch.ts AbortMultipartUploadCommand",
      "dynamodb/erase.ts DeleteRequest:",
      "dynamodb/retain.ts Delete: {",
    ])
      expect(known).toContain(`shared/adapters/stores/${call}`);
    for (const file of Object.keys(OWN_ROWS)) expect(found.map((one) => one.file)).toContain(file);
  });

  it("stands in an eraser behind the gate, or deletes a row of Lethe's own for a reason that is written down", () => {
    expect(strays(found)).toEqual([]);
  });

  it("of an eraser is made after the gate was asked: each function that sends one is reached from one that asks", () => {
    for (const kind of ["dynamodb-index", "dynamodb-mentions", "dynamodb-shared"]) {
      const text = readFileSync(join(ROOT, "shared/adapters/stores", kind, "erase.ts"), "utf8");
      expect(text, kind).toMatch(/return inPasses\(entries, gate, /);
    }
    for (const file of [
      "cognito/erase.ts",
      "dynamodb/erase.ts",
      "dynamodb/expire.ts",
      "dynamodb/retain.ts",
      "in-passes.ts",
      "s3/delete-batch.ts",
      "s3/expire.ts",
    ]) {
      const text = readFileSync(join(ROOT, "shared/adapters/stores", file), "utf8");
      expect(text, file).toMatch(/gate\.mayDelete\(/);
    }
    const retainer = readFileSync(join(ROOT, "shared/adapters/stores/dynamodb/retain.ts"), "utf8");
    expect(retainer.indexOf("gate.mayDelete(")).toBeLessThan(retainer.indexOf("await moveBatch("));
    expect(retainer.split("moveBatch(")).toHaveLength(3);
    const eraser = readFileSync(join(ROOT, "shared/adapters/stores/s3/erase.ts"), "utf8");
    expect(eraser.indexOf("gate.mayDelete(")).toBeLessThan(eraser.indexOf("await abortUpload("));
    const importers = files.filter((file) =>
      /from\s+"[^"]*delete-batch\.ts"/.test(readFileSync(join(ROOT, file), "utf8")),
    );
    expect(importers).toEqual(["shared/adapters/stores/s3/erase.ts", "shared/adapters/stores/s3/expire.ts"]);
  });

  it("of a copy is made of one that is past its end, after holds and pauses were asked for", () => {
    const callers = files.filter((file) =>
      /\brecoveryPoints\.delete\(/.test(readFileSync(join(ROOT, file), "utf8")),
    );
    expect(callers).toEqual(["shared/operations/watch-copies.ts"]);
    const text = readFileSync(join(ROOT, "shared/operations/watch-copies.ts"), "utf8");
    const [held, paused, deleted] = ["holds.active()", "register.pausedAll()", "recoveryPoints.delete("].map(
      (call) => text.indexOf(call),
    );
    expect(held).toBeGreaterThan(0);
    expect(paused).toBeGreaterThan(0);
    expect(Math.max(held ?? 0, paused ?? 0)).toBeLessThan(deleted ?? 0);
  });

  it("goes through the one gate that operations make", () => {
    const makers = files.filter((file) => /\bmayDelete(?:<[^>]*>)?\s*[(:]/.test(declarationsOf(file)));
    expect(makers).toEqual(["shared/operations/delete-gate.ts"]);
    const erasing = files.filter((file) => /\beraser\.erase\(/.test(readFileSync(join(ROOT, file), "utf8")));
    // One eraser that is part of another is given the gate of the whole.
    const inner = readFileSync(join(ROOT, SHARED_ERASER), "utf8");
    expect(inner.match(/\beraser\.erase\([^)]*\)/g)).toEqual(["eraser.erase(subject, gate, async ()"]);
    for (const file of erasing.filter((one) => one !== SHARED_ERASER)) {
      expect(readFileSync(join(ROOT, file), "utf8"), file).toMatch(/\bdeleteGate\(/);
    }
    expect(erasing).toContain("shared/operations/erase-stores.ts");
  });

  it("at a third party is asked for after the gate was", () => {
    const asking = files.filter((file) => /\.requestDeletion\(/.test(readFileSync(join(ROOT, file), "utf8")));
    expect([...asking].sort()).toEqual(
      ["shared/operations/ask-about.ts", "shared/adapters/processor-connectors.ts"].sort(),
    );
    const callers = files.filter((file) => /\baskAbout\((?!\n)/.test(declarationsOf(file)));
    expect(callers).toEqual(["shared/operations/ask-open.ts"]);
    const text = readFileSync(join(ROOT, "shared/operations/ask-open.ts"), "utf8");
    expect(text.indexOf("gate.mayDelete(")).toBeGreaterThan(0);
    expect(text.indexOf("await freeOf(")).toBeLessThan(text.indexOf("askOnce(ports"));
  });

  it.each([
    'import { DeleteLogGroupCommand } from "@aws-sdk/client-cloudwatch-logs";',
    "await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));",
    "await s3.send(new AbortMultipartUploadCommand(upload));",
    "await documents.send(new DeleteCommand({ TableName, Key }));",
    "await dynamodb.send(new DeleteItemCommand({ TableName, Key }));",
    "await dynamodb.send(new BatchWriteItemCommand({ RequestItems: { t: [{ DeleteRequest: { Key } }] } }));",
    "new TransactWriteCommand({ TransactItems: [{ Delete: { TableName, Key } }] })",
    "await cognito.send(new AdminDeleteUserCommand({ UserPoolId, Username }));",
    "await kms.send(new ScheduleKeyDeletionCommand({ KeyId }));",
    "await sqs.send(new PurgeQueueCommand({ QueueUrl }));",
    "await backup.send(new DeleteRecoveryPointCommand(point));",
    'await documents.send(new ExecuteStatementCommand({ Statement: "DELETE FROM t" }));',
    "await client.deleteObject({ Bucket, Key });",
  ])("is found when somebody adds it elsewhere: %s", (text) => {
    const file = "shared/operations/tidy-up.ts";
    expect(strays(deleteCalls(file, text)).map((stray) => stray.file)).toContain(file);
  });

  it.each([
    "const deleted = answer.Deleted;",
    "work.onDeleted(1);",
    "map.delete(key);",
    "interface DeleteGate {}",
  ])("is not taken for one: %s", (text) => {
    expect(deleteCalls("shared/x.ts", text)).toEqual([]);
  });
});

function strays(calls: readonly Found[]): readonly Found[] {
  return calls.filter(({ file }) => !BEHIND_THE_GATE.includes(file) && !(file in OWN_ROWS));
}

function deleteCalls(file: string, text: string): readonly Found[] {
  return [COMMAND, WRITE, METHOD].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([call]) => ({ file, call: call.trim() })),
  );
}

/** A file without its calls of the gate: what is left of the name says who makes one. */
function declarationsOf(file: string): string {
  if (/^shared\/operations\/(?:[a-z]+-)?ports\.ts$/.test(file)) return "";
  return readFileSync(join(ROOT, file), "utf8").replaceAll(/\bgate\.mayDelete\(/g, "");
}

function filesUnder(part: string): readonly string[] {
  return readdirSync(join(ROOT, part), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(part, name));
}
