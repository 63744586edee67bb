import { backstopOf } from "../backstop-text.ts";
import type { Category } from "../category.ts";
import { longestInVault } from "../copies.ts";
import { durationText } from "../duration.ts";
import type { Policy } from "../policy.ts";
import type { Fact, RetentionRule } from "../retention-rule.ts";
import type { S3Store, Store } from "../store.ts";
import { copiedInto, hostOf } from "../store-host.ts";
import type { SharingRule } from "../table-stores.ts";
import type { PublishedTable } from "./publish-table.ts";

const WHO_REMOVES =
  "The times are those that are promised. Our own clock acts before they are over; what AWS removes by itself is late by hours or days, and is there in case the clock stands still.";

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
  const byCategory = new Map(policy.retention.map((rule) => [rule.category, rule]));
  return {
    heading: "What is kept, and for how long",
    notes: [backupNote(policy), WHO_REMOVES],
    columns: [
      "Data",
      "What it is",
      "Where",
      "Kept for at most",
      "Ends earlier when",
      "Who chose the time",
      "Who removes it, and what AWS would do if we failed",
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
        lines(stores.map((store) => whoRemoves(store, policy))),
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

function limitOf({ limit, savedMeans, holdable, onEnd }: RetentionRule): string {
  const end = onEnd === "delete" ? "deleted" : "anonymised";
  const sentences = [
    limit === undefined
      ? `No fixed time; then ${end}`
      : `${durationText(limit.after)} after ${FACTS[limit.from]}; then ${end}`,
    ...(savedMeans === undefined ? [] : [`Longer if saved: ${savedMeans}`]),
    ...(holdable ? ["Longer under a legal hold"] : []),
  ];
  return `${sentences.join(". ")}.`;
}

function cachedText({ longestHours, addresses }: NonNullable<S3Store["cachedBy"]>): string {
  const byItself = `up to ${longestHours} hours`;
  return addresses === undefined ? byItself : `dropped with it, else ${byItself}`;
}

function whoRemoves(store: Store, policy: Policy): string {
  const { ours, theirs } = backstopOf(policy, store);
  return `${PLACES[store.kind]}: ${ours}; ${theirs}`;
}

function copiesOf(store: Store, policy: Policy): readonly string[] {
  const { backups, processors } = policy;
  const host = hostOf(store, policy);
  const inVaults = backups.vaults
    .filter((vault) => host !== undefined && copiedInto(vault, policy).includes(host))
    .map((vault) => `backups: up to ${longestInVault(vault)} days`);
  switch (store.kind) {
    case "s3": {
      const cache = store.cachedBy;
      const name = processors.find(({ id }) => id === cache?.processor)?.name ?? cache?.processor;
      return [
        ...(store.versioned ? ["older versions: go with it"] : []),
        ...(store.replicaOf === undefined ? [] : ["replica: goes with it"]),
        ...(cache === undefined ? [] : [`cache of ${name}: ${cachedText(cache)}`]),
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
