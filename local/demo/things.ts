import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import type { ItemTemplates } from "../../shared/domain/policy/store.ts";

/**
 * Projects, pages and images that every invented person has: `page-1` and `page-2` are of `project-1`, and `page-10` is
 * of `project-10`. The first id is the beginning of the last, which is what an erasure that cuts corners trips over.
 */
const THINGS = [
  { number: 1, project: 1 },
  { number: 2, project: 1 },
  { number: 10, project: 10 },
];

/** Returns the keys, or sort keys, of what a person has of each kind of thing that a store can tell apart. */
export function thingKeys(
  items: ItemTemplates | undefined,
  person: SubjectId,
  fileName: string,
): readonly string[] {
  const templates = Object.values(items ?? {});
  return templates.flatMap((template) =>
    THINGS.map(({ number, project }) =>
      template
        .replace("{subject}", person)
        .replace("{project}", `project-${project}`)
        .replace(/\{([a-z]+)\}/gu, (_, kind) => `${kind}-${number}`)
        .replace("…", fileName),
    ),
  );
}
