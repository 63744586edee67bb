import type { Policy } from "../policy.ts";
import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

/** A longer circle is told by its first members. */
const NAMED_MAX = 10;

export const derivedInACircle: PolicyRule = {
  id: "derived-in-a-circle",
  severity: "error",
  why: "What was made from a person's data goes with it; in a circle nothing is the original that it follows.",
  source: "GDPR Art. 4(1): what is made from personal data is personal data",
  remedy: "Remove derivedFrom from the category that people give or that is made first.",
  find: (policy) =>
    circlesOf(policy.categories).map((circle) => ({
      path: `categories.${circle[0]}.derivedFrom`,
      what: `${circleText(circle)}.`,
      promises: promisesAbout(policy, circle),
    })),
};

/** Returns each circle once, from its member that is declared first. */
function circlesOf(categories: Policy["categories"]): readonly (readonly string[])[] {
  const origins = new Map(categories.map(({ id, derivedFrom }) => [id, derivedFrom]));
  const walked = new Set<string>();
  const circles: (readonly string[])[] = [];
  for (const { id } of categories) {
    const path = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !walked.has(at)) {
      walked.add(at);
      path.add(at);
      at = origins.get(at);
    }
    if (at !== undefined && path.has(at)) circles.push([...path].slice([...path].indexOf(at)));
  }
  const places = new Map(categories.map(({ id }, place) => [id, place]));
  return circles.map((circle) => fromFirstDeclared(circle, places));
}

function fromFirstDeclared(
  circle: readonly string[],
  places: ReadonlyMap<string, number>,
): readonly string[] {
  const declaredAt = circle.map((id) => places.get(id) ?? 0);
  const start = declaredAt.indexOf(Math.min(...declaredAt));
  return [...circle.slice(start), ...circle.slice(0, start)];
}

function circleText(circle: readonly string[]): string {
  const [first = "", ...others] = circle;
  const named = others.slice(0, NAMED_MAX - 1);
  const left = others.length - named.length;
  const chain = [first, ...named, ...(left > 0 ? [`${left} more`] : []), first];
  return `It is derived from itself: ${chain.join(" from ")}`;
}
