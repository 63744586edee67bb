import { ownRecordDays } from "../../shared/domain/policy/own-record-days.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import type { Evidence } from "../stacks/evidence-stack.ts";
import type { PortGrant } from "./port-grant.ts";
import { table } from "./table-statement.ts";

type RecordPort = "records:read" | "records:publish" | "records:certificates" | "records:certificates:read";
type LedgerPort = "ledger:append" | "ledger:read" | "tree";
type HoldPort = "holds:read" | "holds:seal" | "holds:write";
type TaskPort = "tasks:open" | "tasks:close";
type AnchorPort = "signer" | "anchors:read" | "anchors:write";

/** Returns what the records need: documents named by digest, service or request. */
export function recordGrants({ records }: Evidence): Record<RecordPort, PortGrant> {
  const settings = { recordsBucket: records.bucketName };
  const policies = records.arnForObjects("policies/*");
  const bindings = records.arnForObjects("bindings/*");
  const certificates = records.arnForObjects("certificates/*");
  // Without it S3 says "denied" of a document that is not there.
  const tellsAbsent = { actions: ["s3:ListBucket"], resources: [records.bucketArn] };
  return {
    "records:read": {
      settings,
      statements: [{ actions: ["s3:GetObject"], resources: [policies, bindings] }, tellsAbsent],
    },
    "records:publish": {
      settings,
      statements: [{ actions: ["s3:PutObject"], resources: [policies, bindings] }],
    },
    /** To hand one out to whoever has the link to its request. */
    "records:certificates:read": {
      settings,
      statements: [{ actions: ["s3:GetObject"], resources: [certificates] }, tellsAbsent],
    },
    "records:certificates": {
      settings,
      statements: [{ actions: ["s3:GetObject", "s3:PutObject"], resources: [certificates] }, tellsAbsent],
    },
  };
}

/**
 * Returns what holds need. What erases reads them, notes what they kept from it and places a seal, which only stops
 * deletions; it can release none.
 */
export function holdGrants({ holds }: Evidence): Record<HoldPort, PortGrant> {
  const settings = { holdsTable: holds.tableName };
  return {
    "holds:read": { settings, statements: [table(holds, "GetItem", "Query")] },
    "holds:seal": {
      settings,
      statements: [
        {
          ...table(holds, "PutItem"),
          conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["hold#*", "active"] } },
        },
      ],
    },
    "holds:write": {
      settings,
      statements: [table(holds, "GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem")],
    },
  };
}

/** Returns what tasks need. Opening is not closing: what fails asks for a person, and cannot send them away again. */
export function taskGrants({ tasks }: Evidence): Record<TaskPort, PortGrant> {
  const settings = { tasksTable: tasks.tableName };
  return {
    "tasks:open": { settings, statements: [table(tasks, "GetItem", "PutItem")] },
    "tasks:close": { settings, statements: [table(tasks, "GetItem", "Query", "PutItem", "DeleteItem")] },
  };
}

/** Returns what the ledger and its tree need; nothing may change or delete an entry. */
export function ledgerGrants({ ledger }: Evidence, policy: Policy): Record<LedgerPort, PortGrant> {
  const settings = { ledgerTable: ledger.tableName };
  const ledgerDays = String(ownRecordDays(policy, "ledger"));
  return {
    "ledger:append": {
      settings: { ...settings, ledgerDays },
      statements: [table(ledger, "PutItem", "Query")],
    },
    "ledger:read": { settings: { ...settings, ledgerDays }, statements: [table(ledger, "Query")] },
    tree: { settings, statements: [table(ledger, "GetItem", "PutItem", "ConditionCheckItem")] },
  };
}

/** Returns what checkpoints need: a signature, and a place under lock. */
export function anchorGrants({ anchors, signingKey }: Evidence): Record<AnchorPort, PortGrant> {
  const settings = { anchorsBucket: anchors.bucketName };
  return {
    signer: {
      settings: { signingKeyArn: signingKey.keyArn },
      statements: [
        {
          actions: ["kms:Sign"],
          resources: [signingKey.keyArn],
          conditions: { StringEquals: { "kms:SigningAlgorithm": "ECDSA_SHA_256" } },
        },
        { actions: ["kms:GetPublicKey"], resources: [signingKey.keyArn] },
      ],
    },
    "anchors:read": {
      settings,
      statements: [
        { actions: ["s3:ListBucket"], resources: [anchors.bucketArn] },
        { actions: ["s3:GetObject"], resources: [anchors.arnForObjects("*")] },
      ],
    },
    "anchors:write": {
      settings,
      statements: [{ actions: ["s3:PutObject"], resources: [anchors.arnForObjects("*")] }],
    },
  };
}
