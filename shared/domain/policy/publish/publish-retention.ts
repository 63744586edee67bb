import type { Category } from "../category.ts";
import { durationText } from "../duration.ts";
import type { RetentionByCategory } from "../lifecycle-days.ts";
import { MECHANISMS } from "../mechanism.ts";
import { worstCaseHours } from "../mechanism-slack.ts";
import type { Policy } from "../policy.ts";
import type { Fact, RetentionRule } from "../retention-rule.ts";
import type { Store } from "../store.ts";
import type { SharingRule } from "../table-stores.ts";
import type { PublishedTable } from "./publish-table.ts";

const DAY_HOURS = 24;

/** A page for people must not tell of a clock that this version does not have. */
const HAS_CLOCK = MECHANISMS.clock.missing === undefined;
const NO_CLOCK =
  "The times are those that are promised. The clock that acts before they are over is not in operation yet: until then, data that nobody deletes goes as the column on AWS says.";

/** Kinds of stores as people read them; physical names are nobody's business. */
const PLACES: Readonly<Record<Store["kind"], string>> = {
  s3: "file storage (Amazon S3)",
  dynamodb: "database (Amazon DynamoDB)",
  cognito: "sign-in directory (Amazon Cognito)",
  "log-group": "logs (Amazon CloudWatch Logs)",
  "dynamodb-index": "database, found through an index (Amazon DynamoDB)",
  "dynamodb-mentions": "database, in entries of others (Amazon DynamoDB)",
  "dynamodb-shared": "database, in things that several people share (Amazon DynamoDB)",
  queue: "queue (Amazon SQS)",
  "aged-files": "files that each tell of many people (Amazon S3)",
};

/** What a rule of sharing means for those who share. */
const SHARED: Readonly<Record<SharingRule, string>> = {
  "stays-while-others-remain": "shared things: stay for the others, and go with the last who has them",
  "goes-with-owner": "shared things: go with whoever made them, for all who have them",
};

const FACTS: Readonly<Record<Fact, string>> = {
  created: "it is created",
  "processing-finished": "processing has finished",
  "generation-completed": "the generation is complete",
  "session-ended": "the session ends",
  "un-saved": "it is no longer saved",
  "account-ended": "the account ends",
  "need-ended": "it is no longer needed",
};

/** Returns the table of what is kept where and for how long. */
export function retentionTable(policy: Policy): PublishedTable {
  const byCategory: RetentionByCategory = new Map(policy.retention.map((rule) => [rule.category, rule]));
  return {
    heading: "What is kept, and for how long",
    notes: [backupNote(policy), ...(HAS_CLOCK ? [] : [NO_CLOCK])],
    columns: [
      "Data",
      "What it is",
      "Where",
      "Kept for at most",
      "Ends earlier when",
      "Who chose the time",
      "What AWS removes by itself",
      "Copies",
      "When the account is erased",
    ],
    rows: policy.categories.map((category) => {
      const rule = byCategory.get(category.id);
      const stores = policy.stores.filter(({ categories }) => categories.includes(category.id));
      return [
        category.id,
        descriptionOf(category),
        lines(stores.map((store) => placeOf(store, policy))),
        rule === undefined ? "no end is stated" : limitOf(rule),
        rule === undefined || rule.earlierOn.length === 0
          ? "-"
          : rule.earlierOn.map((fact) => FACTS[fact]).join(", or "),
        rule?.limit === undefined
          ? "-"
          : rule.chosenBy === "ours"
            ? "we (the policy text gives no number)"
            : "the policy text",
        lines(stores.map((store) => backstopOf(store, byCategory))),
        lines(stores.flatMap((store) => copiesOf(store, policy))) || "none",
        erasureOf(category, policy),
      ];
    }),
  };
}

function descriptionOf({ what, sensitive, facial, anonymised }: Category): string {
  const marks = [
    ...(facial ? ["facial data"] : []),
    ...(sensitive ? ["sensitive"] : []),
    ...(anonymised ? ["anonymised"] : []),
  ];
  return marks.length === 0 ? what : `${what} (${marks.join(", ")})`;
}

function placeOf(store: Store, { service }: Policy): string {
  return `${PLACES[store.kind]} in ${store.region ?? service.regions.join(", ")}`;
}

function limitOf({ limit, savedMeans, holdable, marginMinutes, onEnd }: RetentionRule): string {
  const end = onEnd === "delete" ? "deleted" : "anonymised";
  const sentences = [
    limit === undefined
      ? `No fixed time; then ${end}`
      : `${durationText(limit.after)} after ${FACTS[limit.from]}; then ${end}`,
    ...(marginMinutes === undefined || !HAS_CLOCK ? [] : [`We act ${marginMinutes} minutes before`]),
    ...(savedMeans === undefined ? [] : [`Longer if saved: ${savedMeans}`]),
    ...(holdable ? ["Longer under a legal hold"] : []),
  ];
  return `${sentences.join(". ")}.`;
}

/** What AWS removes by itself is late; how late is assumed where AWS states no bound. */
function backstopOf(store: Store, byCategory: RetentionByCategory): string {
  const hours = worstCaseHours(store, byCategory);
  switch (store.kind) {
    case "s3":
      return hours === undefined
        ? "file storage: nothing is removed by itself"
        : `file storage: gone after ${aboutDays(hours)}; S3 counts to the next midnight UTC, and removes up to a day and more later`;
    case "dynamodb":
    case "dynamodb-index":
      return hours === undefined
        ? "database: nothing is removed by itself"
        : `database: gone after ${aboutDays(hours)}; DynamoDB takes about two days more, and states no bound`;
    case "log-group":
      return `logs: gone after about ${store.retentionDays} days, and typically up to 3 days more`;
    case "aged-files":
      return `files that tell of many: gone after ${aboutDays(hours ?? 0)}, S3's lateness included`;
    case "queue":
      return `queue: gone after ${store.retentionDays} days`;
    case "dynamodb-mentions":
    case "dynamodb-shared":
      return "database: nothing is removed by itself";
    case "cognito":
      return "sign-in directory: nothing is removed by itself";
  }
}

function aboutDays(hours: number): string {
  return `about ${Math.ceil(hours / DAY_HOURS)} days`;
}

function copiesOf(store: Store, { backups, processors }: Policy): readonly string[] {
  const inVaults = backups.vaults
    .filter(({ stores }) => stores.includes(store.id))
    .map(({ retentionDays }) => `backups: ${retentionDays} days`);
  switch (store.kind) {
    case "s3": {
      const cache = store.cachedBy;
      const name = processors.find(({ id }) => id === cache?.processor)?.name ?? cache?.processor;
      return [
        ...(store.versioned ? ["older versions: go with it"] : []),
        ...(store.replicaOf === undefined ? [] : ["replica: goes with it"]),
        ...(cache === undefined ? [] : [`cache of ${name}: up to ${cache.longestHours} hours`]),
        ...inVaults,
      ];
    }
    case "dynamodb": {
      const days = store.pointInTimeRecoveryDays;
      return [...(days === 0 ? [] : [`point-in-time recovery: ${days} days`]), ...inVaults];
    }
    case "dynamodb-shared":
      return [SHARED[store.rule], ...inVaults];
    case "dynamodb-index":
    case "dynamodb-mentions":
    case "log-group":
    case "queue":
    case "aged-files":
    case "cognito":
      return inVaults;
  }
}

function erasureOf({ id }: Category, { erasure }: Policy): string {
  const scope = erasure.find((declared) => declared.scope === "account");
  const effect = scope?.categories[id];
  const grace =
    scope === undefined || scope.graceHours === 0
      ? ""
      : `, after ${scope.graceHours} hours to change one's mind`;
  switch (effect?.effect) {
    case "erase":
      return `deleted${grace}`;
    case "anonymise":
      return `anonymised${grace}`;
    case "expire":
      return "goes when its time is over";
    case "retain": {
      const days =
        effect.retentionDays === undefined ? "without a stated end" : `for ${effect.retentionDays} days`;
      const what =
        effect.keeps === undefined ? "" : ` under a pseudonym, cut down to ${effect.keeps.join(", ")},`;
      return `kept${what} ${days}: ${effect.legalBasis ?? "no legal basis is stated"}`;
    }
    case undefined:
      return "not touched";
  }
}

function backupNote({ backups }: Policy): string {
  const longest =
    backups.longestDays ?? Math.max(0, ...backups.vaults.map(({ retentionDays }) => retentionDays));
  if (longest === 0) return "No backups are made.";
  const chosen = backups.chosenBy === "ours" ? " (a number of ours: the policy text gives none)" : "";
  return `A backup copy is gone after ${longest} days at most${chosen}.`;
}

/** One thing a line; the same thing is said once. */
function lines(texts: readonly string[]): string {
  return [...new Set(texts)].join("; ");
}
