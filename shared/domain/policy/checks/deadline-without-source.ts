import { promisesOfRight } from "../kept-by.ts";
import type { Policy } from "../policy.ts";
import { PromiseIdSchema } from "../promise-id.ts";
import type { PolicyRule } from "./rule.ts";

type Right = Policy["rights"][number];

/** What ends a request: an answer, or for a grievance that it is resolved. */
const LAST: readonly Right["deadlines"][number]["what"][] = ["answer", "resolve"];

export const deadlineWithoutSource: PolicyRule = {
  id: "deadline-without-source",
  severity: "error",
  why: "Nobody could tell a person by when they are answered, or on what ground.",
  source: "GDPR Art. 12(3): information within one month of receipt",
  remedy:
    "Give each deadline a promise of this policy or an article as its source, and a right with deadlines one for answer, or for a grievance one for resolve.",
  find: (policy) =>
    policy.rights.flatMap((declared) => {
      const what = shortcoming(declared, policy);
      if (what === undefined) return [];
      const { right } = declared;
      return [{ path: `rights.${right}.deadlines`, what, promises: promisesOfRight(policy, right) }];
    }),
};

function shortcoming({ right, deadlines }: Right, { promises }: Policy): string | undefined {
  const ids = new Set(promises.map(({ id }) => id));
  const nowhere = deadlines
    .flatMap(({ source, extension }) => [source, ...(extension ? [extension.source] : [])])
    .flatMap(promisesNamedBy)
    .filter((id) => !ids.has(id));
  if (nowhere.length > 0)
    return `Its deadlines come from ${[...new Set(nowhere)].join(", ")}, which is no promise of this policy.`;
  if (deadlines.length === 0 || deadlines.some(({ what }) => LAST.includes(what))) return undefined;
  const declared = deadlines.map(({ what }) => what).join(", ");
  return `The right of ${right} has a deadline to ${declared} and none to answer.`;
}

/** A source may name several: `CB14; GDPR Art. 12(3)`. */
function promisesNamedBy(source: string): readonly string[] {
  return source
    .split(";")
    .map((part) => part.trim())
    .filter((part) => PromiseIdSchema.safeParse(part).success);
}
