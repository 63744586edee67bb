import { type SubjectId, SubjectIdSchema } from "../erasure/subject-id.ts";
import { prefixBeforeSubject } from "../policy/store.ts";
import type { IndexedStore } from "../policy/table-stores.ts";
import type { ClockStore } from "./clock-rules.ts";

/** Returns the key of a thing in a table: the values of its key attributes, the partition's first. */
export function itemKeyText(partition: string, sort?: string): string {
  return JSON.stringify(sort === undefined ? [partition] : [partition, sort]);
}

/**
 * Returns the values of the key attributes of a thing in a table, the partition's first; undefined if the text is no
 * such key.
 */
export function itemKeyValues(key: string): readonly string[] | undefined {
  const parsed = parsedOrUndefined(key);
  if (!Array.isArray(parsed) || parsed.length === 0 || parsed.length > 2) return undefined;
  return parsed.every((value) => typeof value === "string" && value !== "") ? parsed : undefined;
}

/**
 * Returns whose a thing is, as the template of its store says it; undefined if its key names nobody. Where an index tells
 * whose an item is, its key never does: {@link locatedOwner} reads it off the item.
 */
export function ownerOf(store: ClockStore, key: string): SubjectId | undefined {
  switch (store.kind) {
    case "s3": {
      const prefix = prefixBeforeSubject(store);
      if (!key.startsWith(prefix)) return undefined;
      const rest = key.slice(prefix.length);
      const slash = rest.indexOf("/");
      // Nothing after the slash is a folder that some tools make, and no thing of anybody.
      return slash === -1 || slash === rest.length - 1 ? undefined : subjectIn(rest.slice(0, slash));
    }
    case "dynamodb": {
      const [partition = "", sort] = itemKeyValues(key) ?? [];
      if ((sort === undefined) !== (store.sortKey === undefined)) return undefined;
      return subjectBy(store.partitionKey.template, partition);
    }
    case "dynamodb-index":
      return undefined;
  }
}

/** Returns whose an item is that an index finds, by what it holds in the attribute that the index is made of. */
export function locatedOwner({ locatedBy }: IndexedStore, text: string | undefined): SubjectId | undefined {
  return text === undefined ? undefined : subjectBy(locatedBy.partitionKey.template, text);
}

function subjectBy(template: string, text: string): SubjectId | undefined {
  const [before = "", after = ""] = template.split("{subject}");
  if (!text.startsWith(before) || !text.endsWith(after)) return undefined;
  return subjectIn(text.slice(before.length, text.length - after.length));
}

function subjectIn(text: string): SubjectId | undefined {
  return SubjectIdSchema.safeParse(text).data;
}

function parsedOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
