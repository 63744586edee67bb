import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import type { StoreAdapter } from "../../shared/operations/ports.ts";

/** What other people have, in every store: how much, and a digest over every id. */
export interface Holdings {
  readonly entries: number;
  readonly digest: string;
}

/** Returns the stores of what people have themselves; their names in items of others are not theirs, and go with those. */
export function ownThings(adapters: readonly StoreAdapter[]): readonly StoreAdapter[] {
  return adapters.filter(({ kind }) => kind !== "dynamodb-mentions" && kind !== "dynamodb-shared");
}

/** Returns what these people have now. */
export async function holdingsOf(
  adapters: readonly StoreAdapter[],
  people: readonly SubjectId[],
): Promise<Holdings> {
  const digests: string[] = [];
  let entries = 0;
  for (const person of people) {
    const found = await Promise.all(adapters.map(({ finder }) => finder.find(person)));
    for (const finding of found) {
      entries += finding.found;
      digests.push(finding.digest);
    }
  }
  return { entries, digest: digests.join("\n") };
}

/** Returns the first of these people who has something in a store. */
export async function firstWithSomething(
  adapters: readonly StoreAdapter[],
  people: readonly SubjectId[],
): Promise<SubjectId | undefined> {
  for (const person of people) {
    const { entries } = await holdingsOf(adapters, [person]);
    if (entries > 0) return person;
  }
  return undefined;
}
