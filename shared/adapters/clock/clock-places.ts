import type { Bindings } from "../../domain/policy/bindings.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { prefixBeforeSubject, type S3Store } from "../../domain/policy/store.ts";
import { type ClockTable, isClockTable } from "../../domain/retention/clock-rules.ts";

/** Something is said of a bucket or table in which no store of the policy is. */
export class PlaceUnknown extends Error {
  override readonly name = "PlaceUnknown";
}

/** Which store of the policy a bucket, key or table is of. */
export interface ClockPlaces {
  /** @throws {PlaceUnknown} if no store is there. */
  storeOfObject(bucket: string, key: string): string;
  /** @throws {PlaceUnknown} if no store is there. */
  storeOfTable(table: string): ClockTable;
  /** Returns a moment that AWS told, as our clock shows it. */
  readonly shown: (real: Date) => Date;
}

/** Returns where the stores of a policy are. */
export function clockPlaces(
  { stores }: Policy,
  bindings: Bindings,
  shown: (real: Date) => Date,
): ClockPlaces {
  const tables = new Map(
    stores
      .filter(isClockTable)
      .map((store): [string, ClockTable] => [bindings.stores[store.id]?.id ?? "", store]),
  );
  const buckets = Map.groupBy(
    stores.filter((store): store is S3Store => store.kind === "s3"),
    ({ id }) => bindings.stores[id]?.id ?? "",
  );
  return {
    shown,

    storeOfObject(bucket, key) {
      const lying = buckets.get(bucket) ?? [];
      const [only, ...others] = lying;
      // All of a bucket that is one store's alone is that store's, whatever it is called.
      const store =
        others.length === 0 ? only : lying.find((one) => key.startsWith(prefixBeforeSubject(one)));
      if (store) return store.id;
      throw new PlaceUnknown(`An object was stored where no store of the policy is, in bucket ${bucket}.`);
    },

    storeOfTable(table) {
      const store = tables.get(table);
      if (store) return store;
      throw new PlaceUnknown(`An item was stored in table ${table}, in which no store of the policy is.`);
    },
  };
}
