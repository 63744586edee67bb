import { type AttributeValue, QueryCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { RETAINED_MARK } from "../../../domain/erasure/retained-record.ts";
import type { SubjectId } from "../../../domain/erasure/subject-id.ts";
import type { RetainedStore } from "../../../domain/policy/retained-stores.ts";
import type { StoreVerifier } from "../../../operations/ports.ts";
import { dynamodbVerifier } from "./verify.ts";

type Item = Readonly<Record<string, AttributeValue>>;

const DAY_MS = 86_400_000;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** An id that is longer is random: it stands nowhere by chance, so no limits of a word are asked for. */
const WORD_CHARS_MAX = 15;
/** 2000: before, a number is no moment. */
const EARLIEST_MADE_MS = 946_684_800_000;
/** Shorter numbers are also prices and counts. */
const NUMBER_CHARS_MIN = 6;

/**
 * Returns a verifier of a table in which a part of each record is kept. It shares no code with what cuts them: it counts
 * what is left under the person's own id, and reads every record under the pseudonym from end to end.
 */
export function dynamodbRetentionVerifier(
  documents: DynamoDBDocumentClient,
  table: string,
  retained: RetainedStore,
  {
    pseudonymOf,
    now,
  }: {
    readonly pseudonymOf: (subject: SubjectId) => Promise<SubjectId>;
    readonly now: () => Date;
  },
): StoreVerifier {
  const { attribute, template } = retained.store.partitionKey;
  const underOwnId = dynamodbVerifier(documents, table, retained.store);

  async function* kept(subject: SubjectId): AsyncIterable<Item> {
    const partition = template.split("{subject}").join(await pseudonymOf(subject));
    let after: Record<string, AttributeValue> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await documents.send(
        new QueryCommand({
          TableName: table,
          KeyConditions: {
            [attribute]: { ComparisonOperator: "EQ", AttributeValueList: [{ S: partition }] },
          },
          ConsistentRead: true,
          ...(after ? { ExclusiveStartKey: after } : {}),
        }),
      );
      yield* Items;
      after = LastEvaluatedKey;
    } while (after);
  }

  return {
    async countRemaining(subject) {
      let count = await underOwnId.countRemaining(subject);
      for await (const item of kept(subject)) if (!isAsStated(retained, item, subject, now())) count += 1;
      return count;
    },
    async lookAtKept(subject) {
      let [records, latestSeconds] = [0, 0];
      for await (const item of kept(subject)) {
        if (!isAsStated(retained, item, subject, now())) continue;
        records += 1;
        latestSeconds = Math.max(latestSeconds, endSeconds(retained, item));
      }
      return records === 0 ? { records } : { records, until: new Date(latestSeconds * 1000).toISOString() };
    },
  };
}

/** Says whether a record holds what is stated and no more, names nobody, and ends in time. */
function isAsStated(retained: RetainedStore, item: Item, subject: string, now: Date): boolean {
  const { store, retention } = retained;
  const stated = [
    store.partitionKey.attribute,
    store.sortKey?.attribute,
    store.timeToLiveAttribute,
    RETAINED_MARK.attribute,
    ...retention.keeps,
  ];
  return (
    Object.keys(item).every((name) => stated.includes(name)) &&
    item[RETAINED_MARK.attribute]?.S === RETAINED_MARK.value &&
    !Object.entries(item).some(([name, value]) => stands(subject, name) || isIn(subject, value)) &&
    endSeconds(retained, item) * 1000 <= latestEnd(retained, item, now)
  );
}

/** A record without an end would never go. */
function endSeconds({ store }: RetainedStore, item: Item): number {
  const end = Number(item[store.timeToLiveAttribute ?? ""]?.N ?? Number.NaN);
  return end > 0 ? end : Number.POSITIVE_INFINITY;
}

/** It was cut before now, so it ends before now and the period, and if it says when it was made, that much after. */
function latestEnd({ retention }: RetainedStore, item: Item, now: Date): number {
  const said = item[retention.createdAttribute ?? ""];
  const made = said?.N === undefined ? dateMs(said?.S ?? "") : Number(said.N) * 1000;
  const from = made > EARLIEST_MADE_MS && made < now.getTime() ? made : now.getTime();
  return from + retention.retentionDays * DAY_MS;
}

/** `Date.parse` takes more for a date than is one. */
function dateMs(text: string): number {
  const [day = "", time] = text.split("T");
  return /^\d{4}-\d\d-\d\d$/u.test(day) && time !== "" ? Date.parse(text) : Number.NaN;
}

function isIn(subject: string, value: AttributeValue): boolean {
  const texts = [value.S, ...(value.SS ?? [])];
  const numbers = subject.length < NUMBER_CHARS_MIN ? [] : [value.N, ...(value.NS ?? [])];
  const bytes = [value.B, ...(value.BS ?? [])].flatMap((one) => (one ? Buffer.from(one) : []));
  return (
    texts.some((text) => text !== undefined && stands(subject, text)) ||
    numbers.includes(subject) ||
    bytes.some((one) => one.includes(subject)) ||
    (value.L ?? []).some((member) => isIn(subject, member)) ||
    Object.entries(value.M ?? {}).some(([name, member]) => stands(subject, name) || isIn(subject, member))
  );
}

/** Says whether an id stands in a text as a whole: `1` is not in `10`. */
function stands(subject: string, text: string): boolean {
  for (let at = text.indexOf(subject); at !== -1; at = text.indexOf(subject, at + 1)) {
    const around = [text.slice(0, at).slice(-1), text.charAt(at + subject.length)];
    if (subject.length > WORD_CHARS_MAX || !around.some((one) => LETTER_OR_DIGIT.test(one))) return true;
  }
  return false;
}
