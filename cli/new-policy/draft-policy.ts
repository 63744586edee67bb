import { CLOCK_RECORD_DAYS_MIN } from "../../shared/domain/policy/checks/clock-record-too-short.ts";
import { longestHours } from "../../shared/domain/policy/duration.ts";
import { shortestHours } from "../../shared/domain/policy/longer-than.ts";
import { OWN_RECORD_KINDS } from "../../shared/domain/policy/own-record.ts";
import { POLICY_SCHEMA, type PolicyDeclaration } from "../../shared/domain/policy/policy.ts";
import { type Answers, isFacial, isSensitive, type Kept } from "./answers.ts";
import { itemOf } from "./catalogue.ts";
import { draftPromises } from "./draft-promises.ts";
import { lengthOf } from "./kept-for.ts";

/** What CloudWatch Logs can keep lines for, in days; see `LOG_RETENTION_DAYS` of the policy's stores. */
const LOG_DAYS = [1827, 1096, 731, 545, 400, 365, 180, 150, 120, 90, 60, 30, 14, 7, 5, 3, 1] as const;

const DAY_HOURS = 24;
/** An hour before the promise, or half of a promise that is shorter than two. */
const MARGIN_MINUTES = 60;
const HOUR_MINUTES = 60;

/** A year and a month: longer than any backup or replay that would bring an erased person back. */
const TOMBSTONE_DAYS = 400;
const EVIDENCE_DAYS = 1095;

/** What a policy says of a third party beyond the facts of its declaration. */
export interface DraftProcessor {
  /** Id of the declaration it begins with. */
  readonly from: string;
  readonly more: Readonly<Record<string, unknown>>;
}

/** A policy in which the third parties are still those of their declarations. */
export interface DraftPolicy extends Omit<PolicyDeclaration, "processors"> {
  readonly processors: DraftProcessor[];
}

/** Returns the policy that answers come to. Every number in it that nobody published is marked as ours. */
export function draftPolicy(id: string, answers: Answers): DraftPolicy {
  const { service, keeps, sentTo, worksOnFaces, noticeDays } = answers;
  const { promises, noticePromise } = draftPromises(answers);
  const addresses = addressesIn(keeps);
  const facial = keeps.filter(isFacial).map(({ what }) => what);
  return {
    schema: POLICY_SCHEMA,
    service: {
      id,
      name: service.name,
      contact: service.contact,
      regions: [service.region],
      places: [service.place],
      languages: [service.language],
    },
    stores: keeps.map(storeOf),
    categories: keeps.map((kept) => categoryOf(kept, answers)),
    retention: keeps.map(retentionOf),
    erasure: [{ scope: "account", graceHours: 0, categories: Object.fromEntries(keeps.map(effectOf)) }],
    backups: {},
    processors: [
      {
        from: "aws",
        more: {
          places: [service.place],
          receives: keeps.map(({ what }) => what),
          purpose: "Hosting of everything that the service keeps",
        },
      },
      ...sentTo.map(({ id: from, ...more }) => ({ from, more })),
    ],
    rights: (["erasure", "access", "correction", "portability", "restriction", "objection"] as const).map(
      (right) => ({
        right,
        channels: [addresses ? "mail" : "app"],
        deadlines: [
          { what: "answer", within: { calendarMonths: 1 }, from: "receipt", source: "GDPR Art. 12(3)" },
        ],
      }),
    ),
    ...(addresses ? { accountAddresses: addresses } : {}),
    notices: (["material", "processors"] as const).map((change) => ({
      change,
      daysBefore: noticeDays,
      channels: ["mail"],
      promise: noticePromise,
    })),
    ...(worksOnFaces ? { isolatedProcessing: { categories: facial, purpose: "facial-alignment" } } : {}),
    ownRecords: OWN_RECORD_KINDS.map(ownRecordOf),
    limits: { entriesPerErasure: 100_000, longestWriteAccessMinutes: 60 },
    promises,
  };
}

/** Without accounts there is nobody whose address is on file, and only the app knows who asks. */
function addressesIn(keeps: readonly Kept[]): PolicyDeclaration["accountAddresses"] {
  const account = keeps.find(({ what }) => what === "account");
  if (!account) return undefined;
  const { id: store, kind } = storeOf(account);
  return kind === "cognito"
    ? { store, attribute: "email" }
    : { store, attribute: "address", index: "by-address" };
}

function storeOf(kept: Kept): PolicyDeclaration["stores"][number] {
  const { what, keptFor } = kept;
  const place = kept.where ?? itemOf(what).places[0];
  const shared = {
    id: `${what}-store`,
    categories: [what],
    ...(isSensitive(kept) ? { key: "customer-managed" as const } : {}),
  };
  const length = lengthOf(keptFor);
  switch (place) {
    case "dynamodb":
      return {
        ...shared,
        kind: "dynamodb",
        partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
        sortKey: { attribute: "item" },
        ...(length === undefined ? {} : { timeToLiveAttribute: "expiresAtEpochSeconds" }),
      };
    case "cognito":
      return { id: shared.id, categories: shared.categories, kind: "cognito", username: "{subject}" };
    case "log-group": {
      const days = (length === undefined ? DAY_HOURS : shortestHours(length)) / DAY_HOURS;
      return { ...shared, kind: "log-group", retentionDays: LOG_DAYS.find((one) => one <= days) ?? 1 };
    }
    default:
      return { ...shared, kind: "s3", keyTemplate: "users/{subject}/…", versioned: false };
  }
}

function categoryOf(kept: Kept, { keeps, worksOnFaces }: Answers): PolicyDeclaration["categories"][number] {
  const item = itemOf(kept.what);
  const facial = isFacial(kept);
  const aligned = facial && worksOnFaces && !item.purposes.includes("facial-alignment");
  const photo = keeps.some(({ what }) => what === "original-photo");
  return {
    id: item.id,
    what: item.what,
    sensitive: isSensitive(kept),
    ...(facial ? { facial } : {}),
    ...(item.id === "facial-landmarks" && photo ? { derivedFrom: "original-photo" } : {}),
    purposes: [...item.purposes, ...(aligned ? (["facial-alignment"] as const) : [])],
  };
}

function retentionOf({ what, where, keptFor }: Kept): PolicyDeclaration["retention"][number] {
  const after = lengthOf(keptFor);
  const isLog = (where ?? itemOf(what).places[0]) === "log-group";
  const ends = { earlierOn: isLog ? [] : ["account-ended" as const], onEnd: "delete" as const };
  if (after === undefined) return { category: what, ...ends };
  const half = (longestHours(after) * HOUR_MINUTES) / 2;
  return {
    category: what,
    limit: { after, from: "created" },
    ...ends,
    marginMinutes: Math.min(MARGIN_MINUTES, half),
    chosenBy: "ours",
  };
}

function effectOf({ what, where }: Kept): [string, { effect: "erase" | "expire" }] {
  const isLog = (where ?? itemOf(what).places[0]) === "log-group";
  return [what, { effect: isLog ? "expire" : "erase" }];
}

function ownRecordOf(record: (typeof OWN_RECORD_KINDS)[number]): PolicyDeclaration["ownRecords"][number] {
  switch (record) {
    case "tombstone":
      return {
        record,
        legalBasis: "GDPR Art. 17(1): the erased must not come back",
        retentionDays: TOMBSTONE_DAYS,
      };
    case "contact-for-answer":
    case "raw-mail":
      return { record, legalBasis: "GDPR Art. 12(3): telling the person", retentionDays: 90 };
    case "clock-record":
      return {
        record,
        legalBasis: "GDPR Art. 5(1)(e): ending what must end",
        retentionDays: CLOCK_RECORD_DAYS_MIN,
      };
    case "consent":
      return { record, legalBasis: "GDPR Art. 7(1): showing consent", retentionDays: EVIDENCE_DAYS };
    default:
      return { record, legalBasis: "GDPR Art. 5(2): accountability", retentionDays: EVIDENCE_DAYS };
  }
}
