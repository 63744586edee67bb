import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bundles } from "../../infra/bundles.ts";
import { functionRows } from "../../infra/functions.ts";
import { DEPLOYMENT_VARIABLES } from "../../shared/adapters/aws/deployment.ts";
import { resourcesOf, synthesised } from "./synthesised.ts";

const ROOT = join(import.meta.dirname, "../..");
const BUNDLE_BYTES_MAX = 1_000_000;
/** Letters in eight languages, what is owed by when, and two parsers of mail with their tables of characters. */
const LARGER_BUNDLES: Readonly<Record<string, number>> = {
  "ask-sender": 3_700_000,
  "conclude-request": 1_200_000,
  "do-duties": 1_500_000,
  "reply-to-request": 1_200_000,
  "take-mail": 4_000_000,
};

describe("the evidence", () => {
  const { evidence } = synthesised();

  it("keeps checkpoints and keys under Object Lock that people with the right may lift", () => {
    const anchors = resourcesOf(evidence, "AWS::S3::Bucket").find(({ logicalId }) =>
      logicalId.startsWith("anchors"),
    );
    expect(anchors?.Properties.ObjectLockConfiguration).toEqual({
      ObjectLockEnabled: "Enabled",
      Rule: { DefaultRetention: { Days: 1095, Mode: "GOVERNANCE" } },
    });
  });

  it("is signed by a P-256 key that can do nothing else", () => {
    expect(
      resourcesOf(evidence, "AWS::KMS::Key").map(({ Properties }) => [
        Properties.KeySpec,
        Properties.KeyUsage,
      ]),
    ).toContainEqual(["ECC_NIST_P256", "SIGN_VERIFY"]);
  });

  it("lets what the clock knows, decisions, what was sent to third parties, entries of the ledger, released holds, requests, rights requests, tasks that are done and tombstones go by themselves when their time is over", () => {
    const expiring = resourcesOf(evidence, "AWS::DynamoDB::Table").filter(
      ({ Properties }) => Properties.TimeToLiveSpecification !== undefined,
    );
    expect(expiring.map(({ logicalId }) => logicalId.replace(/[0-9A-F]{8}$/, "")).sort()).toEqual([
      "clock",
      "decisions",
      "disclosures",
      "holds",
      "ledger",
      "requests",
      "rights",
      "tasks",
      "tombstones",
    ]);
  });
});

describe("what runs", () => {
  const { erasure } = synthesised();
  const functions = resourcesOf(erasure, "AWS::Lambda::Function");
  const nameOf = (logicalId: string) =>
    functionRows().find(([name]) => logicalId.startsWith(name.replaceAll("-", "")))?.[0];
  const variablesOf = (properties: Readonly<Record<string, unknown>>): readonly string[] => {
    const { Environment } = properties;
    const hasVariables =
      typeof Environment === "object" && Environment !== null && "Variables" in Environment;
    return hasVariables ? Object.keys(Object(Environment.Variables)) : [];
  };

  it("has an entry and one bundle of at most a megabyte for each function", () => {
    expect(functionRows().length).toBeGreaterThan(10);
    for (const [name, { entry }] of functionRows()) {
      expect(existsSync(join(ROOT, entry)), entry).toBe(true);
      expect(bundles().bytesOf(name), name).toBeLessThanOrEqual(LARGER_BUNDLES[name] ?? BUNDLE_BYTES_MAX);
    }
  });

  it("runs on Node 24 and arm64, and nothing else does", () => {
    expect(functions.map(({ logicalId }) => nameOf(logicalId)).sort()).toEqual(
      functionRows()
        .map(([name]) => name)
        .sort(),
    );
    for (const { Properties } of functions) {
      expect(Properties).toMatchObject({ Runtime: "nodejs24.x", Architectures: ["arm64"] });
    }
  });

  it("knows a table, bucket or key only if its code opens it", () => {
    for (const { logicalId, Properties } of functions) {
      const name = nameOf(logicalId);
      if (!name) throw new Error(`${logicalId} is no function of the list.`);
      const opened = bundles()
        .sourcesOf(name)
        .flatMap((source) => ADAPTER_NEEDS[source] ?? []);
      const known = variablesOf(Properties).filter((variable) => RESOURCE_VARIABLES.includes(variable));
      expect([...new Set(known)].sort(), name).toEqual([...new Set(opened)].sort());
    }
  });

  it("believes a caller who says who they are on the embedded AWS only", () => {
    const believing = (resources: typeof functions) =>
      resources
        .filter(({ Properties }) => variablesOf(Properties).includes(DEPLOYMENT_VARIABLES.localActors))
        .map(({ logicalId }) => nameOf(logicalId));
    expect(believing(functions)).toEqual([]);
    const local = synthesised({ local: true });
    expect(believing(resourcesOf(local.erasure, "AWS::Lambda::Function")).sort()).toEqual(
      calledByPeople().sort(),
    );
  });

  it("asks stand-ins on the embedded AWS only, and there whoever asks third parties asks nobody else", () => {
    const asking = (resources: typeof functions) =>
      resources
        .filter(({ Properties }) => variablesOf(Properties).includes(DEPLOYMENT_VARIABLES.standIns))
        .map(({ logicalId }) => nameOf(logicalId));
    expect(asking(functions)).toEqual([]);
    const local = synthesised({ local: true });
    expect(asking(resourcesOf(local.erasure, "AWS::Lambda::Function")).sort()).toEqual([
      "ask-again",
      "ask-processors",
      "purge-cached",
    ]);
  });

  it("answers calls that an IAM identity has signed, and no others", () => {
    // The public pages are for everybody: their API has tests of its own.
    const methods = resourcesOf(erasure, "AWS::ApiGateway::Method").filter(
      ({ logicalId }) => !logicalId.startsWith("pages"),
    );
    expect(methods.length).toBeGreaterThanOrEqual(calledByPeople().length);
    for (const { Properties } of methods) {
      expect([Properties.HttpMethod, Properties.AuthorizationType]).toEqual(["POST", "AWS_IAM"]);
    }
  });

  it("may do nothing that is not named: no action with a star", () => {
    const statements = resourcesOf(erasure, "AWS::IAM::Policy").map(({ Properties }) =>
      JSON.stringify(Properties),
    );
    expect(statements.length).toBeGreaterThan(10);
    for (const statement of statements) expect(statement).not.toMatch(/"Action":("[^"]*\*|\[[^\]]*\*)/);
  });

  it("may never change or delete an entry of the ledger", () => {
    const { evidence } = synthesised();
    const ledger = resourcesOf(evidence, "AWS::DynamoDB::Table").find(({ logicalId }) =>
      logicalId.startsWith("ledger"),
    );
    for (const { Properties } of resourcesOf(erasure, "AWS::IAM::Policy")) {
      const onLedger = JSON.stringify(Properties)
        .split('"Effect"')
        .filter((part) => part.includes(ledger?.logicalId ?? "-"));
      for (const part of onLedger) expect(part).not.toMatch(/dynamodb:(Update|Delete|BatchWrite)/);
    }
  });
});

/** Functions behind the API: each is told who calls. */
function calledByPeople(): string[] {
  const called = functionRows().filter(([, { ports }]) => ports.includes("callers"));
  expect(called.map(([name]) => name)).toEqual(
    expect.arrayContaining(["open-request", "approve-request", "place-hold", "release-hold"]),
  );
  return called.map(([name]) => name);
}

const RESOURCE_VARIABLES: readonly string[] = [
  DEPLOYMENT_VARIABLES.requestsTable,
  DEPLOYMENT_VARIABLES.tombstonesTable,
  DEPLOYMENT_VARIABLES.holdsTable,
  DEPLOYMENT_VARIABLES.tasksTable,
  DEPLOYMENT_VARIABLES.undeliveredQueueUrl,
  DEPLOYMENT_VARIABLES.keysTable,
  DEPLOYMENT_VARIABLES.ledgerTable,
  DEPLOYMENT_VARIABLES.ledgerDays,
  DEPLOYMENT_VARIABLES.runsAtOnceMax,
  DEPLOYMENT_VARIABLES.anchorsBucket,
  DEPLOYMENT_VARIABLES.recordsBucket,
  DEPLOYMENT_VARIABLES.signingKeyArn,
  DEPLOYMENT_VARIABLES.stateMachineArn,
  DEPLOYMENT_VARIABLES.drainFunctionName,
  DEPLOYMENT_VARIABLES.lettersFrom,
  DEPLOYMENT_VARIABLES.lettersSet,
  DEPLOYMENT_VARIABLES.mailBucket,
  DEPLOYMENT_VARIABLES.mailQueueUrl,
  DEPLOYMENT_VARIABLES.rightsTable,
  DEPLOYMENT_VARIABLES.clockTable,
  DEPLOYMENT_VARIABLES.measurementsTable,
  DEPLOYMENT_VARIABLES.quarantineBucket,
  DEPLOYMENT_VARIABLES.dataKeysTable,
  DEPLOYMENT_VARIABLES.decisionsTable,
];

/** The source that opens each of them. */
const ADAPTER_NEEDS: Readonly<Record<string, readonly string[]>> = {
  "functions/deployed/register.ts": [DEPLOYMENT_VARIABLES.requestsTable],
  "functions/deployed/tombstones.ts": [DEPLOYMENT_VARIABLES.tombstonesTable],
  "functions/deployed/subject-keys.ts": [DEPLOYMENT_VARIABLES.keysTable],
  "functions/deployed/holds.ts": [DEPLOYMENT_VARIABLES.holdsTable],
  "functions/deployed/tasks.ts": [DEPLOYMENT_VARIABLES.tasksTable],
  "functions/deployed/ledger.ts": [DEPLOYMENT_VARIABLES.ledgerTable, DEPLOYMENT_VARIABLES.ledgerDays],
  "functions/deployed/tree.ts": [DEPLOYMENT_VARIABLES.ledgerTable],
  "functions/deployed/anchors.ts": [DEPLOYMENT_VARIABLES.anchorsBucket],
  "functions/deployed/records.ts": [DEPLOYMENT_VARIABLES.recordsBucket],
  "functions/deployed/signer.ts": [DEPLOYMENT_VARIABLES.signingKeyArn],
  "functions/drain-requests.ts": [
    DEPLOYMENT_VARIABLES.stateMachineArn,
    DEPLOYMENT_VARIABLES.undeliveredQueueUrl,
    DEPLOYMENT_VARIABLES.runsAtOnceMax,
  ],
  "functions/deployed/drain-signal.ts": [DEPLOYMENT_VARIABLES.drainFunctionName],
  "functions/deployed/things.ts": [DEPLOYMENT_VARIABLES.clockTable],
  "functions/deployed/due-rows.ts": [DEPLOYMENT_VARIABLES.clockTable, DEPLOYMENT_VARIABLES.measurementsTable],
  "functions/deployed/duties.ts": [DEPLOYMENT_VARIABLES.clockTable],
  "functions/deployed/measurements.ts": [DEPLOYMENT_VARIABLES.measurementsTable],
  "functions/erase-stores.ts": [DEPLOYMENT_VARIABLES.dataKeysTable],
  "functions/deployed/restores.ts": [DEPLOYMENT_VARIABLES.clockTable, DEPLOYMENT_VARIABLES.ledgerDays],
  "functions/look-for-returned.ts": [DEPLOYMENT_VARIABLES.clockTable],
  "functions/watch-restores.ts": [DEPLOYMENT_VARIABLES.quarantineBucket],
  "functions/deployed/decisions.ts": [DEPLOYMENT_VARIABLES.decisionsTable],
  "functions/deployed/quarantine.ts": [DEPLOYMENT_VARIABLES.quarantineBucket],
  "functions/reconcile.ts": [DEPLOYMENT_VARIABLES.clockTable],
  "functions/deployed/letters.ts": [DEPLOYMENT_VARIABLES.lettersFrom, DEPLOYMENT_VARIABLES.lettersSet],
  "functions/deployed/rights.ts": [DEPLOYMENT_VARIABLES.rightsTable],
  "functions/deployed/tokens.ts": [DEPLOYMENT_VARIABLES.rightsTable],
  "functions/ask-sender.ts": [DEPLOYMENT_VARIABLES.mailBucket],
  "functions/take-mail.ts": [DEPLOYMENT_VARIABLES.mailBucket],
  "functions/public-pages.ts": [DEPLOYMENT_VARIABLES.mailQueueUrl],
  "functions/deployed/mail-records.ts": [DEPLOYMENT_VARIABLES.rightsTable],
  "functions/deployed/correspondence.ts": [DEPLOYMENT_VARIABLES.rightsTable],
  "functions/do-duties.ts": [DEPLOYMENT_VARIABLES.mailBucket, DEPLOYMENT_VARIABLES.mailQueueUrl],
};
