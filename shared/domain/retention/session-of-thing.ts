import { fillSubject, type SubjectId } from "../erasure/subject-id.ts";
import { literalPattern } from "../policy/literal-pattern.ts";
import { itemsOf } from "../policy/store.ts";
import type { ClockStore } from "./clock-rules.ts";
import type { Thing } from "./thing.ts";
import { itemKeyText, itemKeyValues, ownerOf } from "./thing-owner.ts";

/** One session of a person, by what the service calls both. */
export interface Session {
  readonly subject: SubjectId;
  readonly session: string;
}

/**
 * Returns the session a thing was stored in, as the store's items say it; undefined if they name none. A thing whose
 * key does not say it ends by its limit.
 */
export function sessionOf(store: ClockStore, key: string): Session | undefined {
  const template = itemsOf(store)?.session;
  const subject = ownerOf(store, key);
  const named = store.kind === "s3" ? key : itemKeyValues(key)?.[1];
  if (template === undefined || subject === undefined || named === undefined) return undefined;
  const session = patternOf(template).exec(named)?.groups?.session;
  return session === undefined ? undefined : { subject, session };
}

/**
 * Returns what stands for a whole session of a store among the things of the clock: the beginning of all their keys.
 * What was told of it holds for whatever is stored in the session later.
 */
export function sessionThing(store: ClockStore, { subject, session }: Session): Thing | undefined {
  // An index tells whose an item is, and not of which session.
  if (store.kind === "dynamodb-index") return undefined;
  const template = store.items?.session;
  if (template === undefined) return undefined;
  const beginning = template
    .replace("{subject}", () => subject)
    .replace("{session}", () => session)
    .replace(/…$/u, "");
  const key =
    store.kind === "s3"
      ? beginning
      : itemKeyText(fillSubject(store.partitionKey.template, subject), beginning);
  return { store: store.id, key };
}

/** A policy has few templates, and each upload is asked for its session. */
const patterns = new Map<string, RegExp>();

function patternOf(template: string): RegExp {
  const known = patterns.get(template) ?? newPatternOf(template);
  patterns.set(template, known);
  return known;
}

function newPatternOf(template: string): RegExp {
  const parts = template.split(/(\{[a-z]+\}|…$)/u).map((part) => {
    if (part === "…") return ".*";
    if (part === "{session}") return "(?<session>[^/#]+)";
    return part.startsWith("{") ? "[^/#]+" : literalPattern(part);
  });
  return new RegExp(`^${parts.join("")}$`, "su");
}
