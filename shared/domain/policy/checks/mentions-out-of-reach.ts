import { canonicalJson } from "../../canonical-json.ts";
import type { Policy } from "../policy.ts";
import type { MentionsStore } from "../table-stores.ts";
import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const mentionsOutOfReach: PolicyRule = {
  id: "mentions-out-of-reach",
  severity: "error",
  why: "A person's name in an item of somebody else can be taken out only where the table, its key and the attribute are known.",
  source: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html",
  remedy:
    "Name in tableOf a store that has a table, repeat its partitionKey and sortKey, its region and its key, and name an attribute that is no part of a key.",
  find: (policy) =>
    policy.stores.flatMap((store) => {
      const what = store.kind === "dynamodb-mentions" ? faultOf(policy, store) : undefined;
      if (what === undefined) return [];
      const promises = promisesAbout(policy, store.categories);
      return [{ path: `stores.${store.id}.tableOf`, what, promises }];
    }),
};

function faultOf(policy: Policy, mentions: MentionsStore): string | undefined {
  const { tableOf, attribute } = mentions;
  const host = policy.stores.find(({ id }) => id === tableOf);
  switch (host?.kind) {
    case "dynamodb":
    case "dynamodb-index":
    case "dynamodb-shared": {
      const theirs = keyNames(host);
      if (canonicalJson(theirs) !== canonicalJson(keyNames(mentions)))
        return `The key of the table of ${tableOf} is ${theirs.join(" and ")}, and ${mentions.id} gives another.`;
      const indexed = host.kind === "dynamodb-index" ? [host.locatedBy.partitionKey.attribute] : [];
      if ([...theirs, ...indexed].includes(attribute))
        return `${attribute} is part of a key of ${tableOf}, so it can be in no item of somebody else.`;
      if (host.region !== mentions.region || host.key !== mentions.key)
        return `${tableOf} is in another region or under another key than ${mentions.id} says.`;
      return undefined;
    }
    default:
      return `It names ${tableOf}, which is no store with a table.`;
  }
}

function keyNames(store: {
  readonly partitionKey: { readonly attribute: string };
  readonly sortKey?: { readonly attribute: string } | undefined;
}): readonly string[] {
  return [store.partitionKey, ...(store.sortKey ? [store.sortKey] : [])].map(({ attribute }) => attribute);
}
