import { type DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import { RETAINED_MARK } from "../../shared/domain/erasure/retained-record.ts";
import type { Scope } from "../../shared/domain/erasure/scope.ts";
import { fillSubject, type SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import type { Bindings } from "../../shared/domain/policy/bindings.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import { type RetainedStore, storesRetainedBy } from "../../shared/domain/policy/retained-stores.ts";
import { NotErased } from "./not-erased.ts";

type Row = Readonly<Record<string, unknown>>;

/** A deployment whose tables can be read from end to end. */
export interface ReadableTables {
  readonly compiled: { readonly policy: Policy };
  readonly bindings: Bindings;
  readonly documents: DynamoDBDocumentClient;
}

/** What a person has in a table of which a part is to be kept, and whose parts were kept there before. */
interface RecordsBefore {
  readonly retained: RetainedStore;
  readonly table: string;
  readonly theirs: readonly Row[];
  readonly keptBefore: ReadonlySet<unknown>;
}

/** Returns what there is before an erasure of this scope, of which it has to keep a part. */
export async function recordsToRetain(
  { compiled, bindings, documents }: ReadableTables,
  scope: Scope,
  person: SubjectId,
): Promise<readonly RecordsBefore[]> {
  return Promise.all(
    storesRetainedBy(compiled.policy, scope.kind).map(async (retained) => {
      const { id, partitionKey } = retained.store;
      const table = bindings.stores[id]?.id;
      if (table === undefined) throw new Error(`The bindings do not say where store ${id} is.`);
      const rows = await rowsOf(documents, table);
      const owner = fillSubject(partitionKey.template, person);
      return {
        retained,
        table,
        theirs: rows.filter((row) => row[partitionKey.attribute] === owner),
        keptBefore: new Set(rows.filter(isMarked).map((row) => row[partitionKey.attribute])),
      };
    }),
  );
}

/**
 * Reads whole tables after an erasure, as nothing in Lethe does, and compares what is kept with what there was.
 *
 * @returns what was seen, the beginning of a part of a sentence; empty if nothing had to be kept.
 * @throws {NotErased} saying what is not as it must be.
 */
export async function seeRetained(
  { documents }: ReadableTables,
  before: readonly RecordsBefore[],
  person: SubjectId,
): Promise<string> {
  const seen = await Promise.all(
    before.map(async (records) => {
      seeTable(await rowsOf(documents, records.table), records, person);
      const { store, retention } = records.retained;
      return `${records.theirs.length} records of ${store.id} are kept under a pseudonym with ${retention.keeps.join(", ")} alone, `;
    }),
  );
  return seen.join("");
}

function seeTable(rows: readonly Row[], before: RecordsBefore, person: SubjectId): void {
  const { retained, theirs, keptBefore } = before;
  const { id, partitionKey, sortKey } = retained.store;
  const whole = new RegExp(`(?<![A-Za-z0-9])${person}(?![A-Za-z0-9])`, "u");
  if (rows.some((row) => whole.test(JSON.stringify(row)))) {
    throw new NotErased(`${id} still has a row that names ${person}.`);
  }
  const kept = rows.filter((row) => isMarked(row) && !keptBefore.has(row[partitionKey.attribute]));
  const owners = new Set(kept.map((row) => row[partitionKey.attribute]));
  if (kept.length !== theirs.length || owners.size > 1) {
    throw new NotErased(`${id} keeps ${kept.length} records of ${owners.size} people for ${theirs.length}.`);
  }
  for (const was of theirs) {
    const is = kept.find((row) => sortKey && row[sortKey.attribute] === was[sortKey.attribute]);
    const fault = is ? faultOf(retained, was, is, whole) : "is not there";
    if (fault !== undefined) throw new NotErased(`A record that ${id} has to keep ${fault}.`);
  }
}

/** Returns what is wrong with a record that is kept; undefined if it is what it was, cut down to what is needed. */
function faultOf({ store, retention }: RetainedStore, was: Row, is: Row, whole: RegExp): string | undefined {
  const { partitionKey, sortKey, timeToLiveAttribute = "" } = store;
  const needed = new Set([...retention.keeps, sortKey?.attribute]);
  const beside = [partitionKey.attribute, timeToLiveAttribute, RETAINED_MARK.attribute];
  const more = Object.keys(is).filter((name) => !needed.has(name) && !beside.includes(name));
  if (more.length > 0) return `still has ${more.join(", ")}`;
  const owner = String(is[partitionKey.attribute]).replace(
    partitionKey.template.replace("{subject}", ""),
    "",
  );
  const text = (value: unknown) => JSON.stringify(value)?.replace(new RegExp(whole, "gu"), owner);
  const changed = retention.keeps.filter((name) => text(was[name]) !== text(is[name]));
  if (changed.length > 0) return `has another ${changed.join(", ")} than before`;
  return is[timeToLiveAttribute] === was[timeToLiveAttribute]
    ? undefined
    : "has another end than the service gave it";
}

function isMarked(row: Row): boolean {
  return row[RETAINED_MARK.attribute] === RETAINED_MARK.value;
}

async function rowsOf(documents: DynamoDBDocumentClient, TableName: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const pages = paginateScan({ client: documents }, { TableName, ConsistentRead: true });
  for await (const { Items = [] } of pages) rows.push(...Items);
  return rows;
}
