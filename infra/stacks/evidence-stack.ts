import { CfnOutput, Duration, Stack, type StackProps } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import { type IKey, Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import { type Bucket, ObjectLockRetention } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import type { CompiledPolicy } from "../../shared/domain/policy/compile-policy.ts";
import { ownRecordDays } from "../../shared/domain/policy/own-record-days.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import { markOwn } from "../checks/marks.ts";
import { ClientPolicy } from "../constructs/client-policy.ts";
import { DataKeysTable } from "../constructs/data-keys-table.ts";
import { MailBucket } from "../constructs/mail-bucket.ts";
import { OwnTable } from "../constructs/own-table.ts";
import { PrivateBucket } from "../constructs/private-bucket.ts";
import { QuarantineBucket } from "../constructs/quarantine-bucket.ts";
import { SealedClientPolicy } from "../constructs/sealed-client-policy.ts";
import { SendingClientPolicy } from "../constructs/sending-client-policy.ts";
import type { Permanence } from "../permanence.ts";

/** What Lethe itself keeps. */
export interface Evidence {
  readonly requests: Table;
  /** What people have to do: apart from the requests, so that closing a task can change none. */
  readonly tasks: Table;
  readonly tombstones: Table;
  readonly keys: Table;
  /** Keys of single people, each wrapped; of which there is no copy. */
  readonly dataKeys: Table;
  /** Legal holds: apart from the requests, so that whoever erases cannot change one. */
  readonly holds: Table;
  /** What people decided about the use of their data. */
  readonly decisions: Table;
  /** What is known of every thing that ends by itself, and when to look at it. */
  readonly clock: Table;
  /** How expiry went: counts that name nobody, kept for ever. */
  readonly measurements: Table;
  /** What was sent to third parties, by their own ids of it, and what they are asked about. */
  readonly disclosures: Table;
  /** Rights requests, one-time links by their hash, what mail led to them and what was written to whom. */
  readonly rights: Table;
  readonly mail: Bucket;
  readonly wrappingKey: IKey;
  readonly ledger: Table;
  readonly anchors: Bucket;
  /** Where copies of buckets come back to, before anything of them may be served. */
  readonly quarantine: Bucket;
  readonly records: Bucket;
  readonly signingKey: IKey;
}

/** Bindings that were replaced are kept as long, to see afterwards where an erasure looked. */
const REPLACED_RECORDS_DAYS = 90;

/** Requests, rights, mail, tombstones, ledger, anchors, records and the keys behind them. */
export class EvidenceStack extends Stack {
  readonly evidence: Evidence;

  constructor(
    scope: Construct,
    id: string,
    props: StackProps & { readonly compiled: CompiledPolicy; readonly permanence: Permanence },
  ) {
    super(scope, id, props);
    const { permanence } = props;
    const { policy } = props.compiled;
    this.evidence = {
      requests: new OwnTable(this, "requests", permanence, { sorted: true, expires: true }),
      tasks: new OwnTable(this, "tasks", permanence, { sorted: true, expires: true }),
      tombstones: new OwnTable(this, "tombstones", permanence, { sorted: false, expires: true }),
      keys: new OwnTable(this, "keys", permanence, { sorted: false, expires: false }),
      dataKeys: new DataKeysTable(this, "data-keys", permanence),
      holds: new OwnTable(this, "holds", permanence, { sorted: true, expires: true }),
      decisions: new OwnTable(this, "decisions", permanence, { sorted: true, expires: true }),
      clock: new OwnTable(this, "clock", permanence, { sorted: true, expires: true }),
      measurements: new OwnTable(this, "measurements", permanence, { sorted: true, expires: false }),
      disclosures: new OwnTable(this, "disclosures", permanence, { sorted: true, expires: true }),
      rights: new OwnTable(this, "rights", permanence, { sorted: true, expires: true }),
      mail: new MailBucket(this, "mail", policy, permanence),
      wrappingKey: new Key(this, "wrapping-key", {
        description: "Wraps the secret behind subject references.",
        enableKeyRotation: true,
        removalPolicy: permanence.removalPolicy,
      }),
      ledger: new OwnTable(this, "ledger", permanence, { sorted: true, expires: true }),
      anchors: anchorsBucket(this, policy, permanence),
      records: recordsBucket(this, policy, permanence),
      quarantine: new QuarantineBucket(this, "quarantine", policy, permanence),
      signingKey: new Key(this, "signing-key", {
        description: "Signs checkpoints of the ledger and certificates.",
        keySpec: KeySpec.ECC_NIST_P256,
        keyUsage: KeyUsage.SIGN_VERIFY,
        removalPolicy: permanence.removalPolicy,
      }),
    };
    const outputs = {
      RequestsTable: this.evidence.requests.tableName,
      TasksTable: this.evidence.tasks.tableName,
      TombstonesTable: this.evidence.tombstones.tableName,
      KeysTable: this.evidence.keys.tableName,
      DataKeysTable: this.evidence.dataKeys.tableName,
      HoldsTable: this.evidence.holds.tableName,
      DecisionsTable: this.evidence.decisions.tableName,
      ClockTable: this.evidence.clock.tableName,
      MeasurementsTable: this.evidence.measurements.tableName,
      DisclosuresTable: this.evidence.disclosures.tableName,
      RightsTable: this.evidence.rights.tableName,
      MailBucket: this.evidence.mail.bucketName,
      WrappingKeyArn: this.evidence.wrappingKey.keyArn,
      LedgerTable: this.evidence.ledger.tableName,
      LedgerDays: String(ownRecordDays(policy, "ledger")),
      AnchorsBucket: this.evidence.anchors.bucketName,
      RecordsBucket: this.evidence.records.bucketName,
      QuarantineBucket: this.evidence.quarantine.bucketName,
      SigningKeyArn: this.evidence.signingKey.keyArn,
      SendingClientPolicyArn: new SendingClientPolicy(this, "sending-client", this.evidence).managedPolicyArn,
      SealedClientPolicyArn: new SealedClientPolicy(this, "sealed-client", this.evidence).managedPolicyArn,
      ClientPolicyArn: new ClientPolicy(this, "client", this.evidence).managedPolicyArn,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}

/**
 * Checkpoints and public keys, locked for as long as the ledger is kept. Governance, not compliance: a checkpoint holds
 * nothing of a person, and a mistake must not cost years of storage.
 */
function anchorsBucket(scope: Construct, policy: Policy, permanence: Permanence): Bucket {
  const anchors = new PrivateBucket(scope, "anchors", permanence, {
    versioned: true,
    objectLockEnabled: true,
    objectLockDefaultRetention: ObjectLockRetention.governance(
      Duration.days(ownRecordDays(policy, "ledger")),
    ),
    lifecycleRules: [{ id: "uploads", abortIncompleteMultipartUploadAfter: Duration.days(1) }],
  });
  markOwn(anchors, "checkpoints and public keys");
  return anchors;
}

function recordsBucket(scope: Construct, policy: Policy, permanence: Permanence): Bucket {
  const records = new PrivateBucket(scope, "records", permanence, {
    versioned: true,
    lifecycleRules: [
      {
        id: "certificates",
        prefix: "certificates/",
        expiration: Duration.days(ownRecordDays(policy, "certificate")),
        noncurrentVersionExpiration: Duration.days(1),
      },
      {
        id: "bindings",
        prefix: "bindings/",
        noncurrentVersionExpiration: Duration.days(REPLACED_RECORDS_DAYS),
      },
      {
        id: "leftovers",
        abortIncompleteMultipartUploadAfter: Duration.days(1),
        expiredObjectDeleteMarker: true,
      },
    ],
  });
  markOwn(records, "policies, bindings and certificates");
  return records;
}
