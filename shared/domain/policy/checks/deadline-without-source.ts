import { mechanismsOf } from "../kept-by.ts";
import type { Policy } from "../policy.ts";
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
    "Give each deadline the promise or the article that it comes from as its source, and a right with deadlines one for answer, or for a grievance one for resolve.",
  find: (policy) =>
    policy.rights.flatMap((declared) => {
      const what = shortcoming(declared);
      if (what === undefined) return [];
      const { right } = declared;
      return [{ path: `rights.${right}.deadlines`, what, promises: promisesOfRight(policy, right) }];
    }),
};

function promisesOfRight(policy: Policy, right: string): readonly string[] {
  return policy.promises
    .filter((promise) => mechanismsOf(promise).some((by) => by.mechanism === "right" && by.right === right))
    .map(({ id }) => id);
}

function shortcoming({ right, deadlines }: Right): string | undefined {
  const sourceless = deadlines.filter(({ source }) => source.trim() === "").map(({ what }) => what);
  if (sourceless.length > 0) return `Its deadline to ${sourceless.join(", ")} has no source.`;
  if (deadlines.length === 0 || deadlines.some(({ what }) => LAST.includes(what))) return undefined;
  const declared = deadlines.map(({ what }) => what).join(", ");
  return `The right of ${right} has a deadline to ${declared} and none to answer.`;
}
