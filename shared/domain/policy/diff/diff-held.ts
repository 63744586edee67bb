import { promisesAbout } from "../checks/promises-hurt.ts";
import type { Policy } from "../policy.ts";
import type { PolicyChange } from "./diff-change.ts";
import { partsOfBoth } from "./diff-declared-parts.ts";
import { type HeldLength, heldLengths } from "./diff-held-lengths.ts";

/**
 * Returns what is held for a shorter or longer time, or no longer, or newly. Both directions come from one comparison,
 * so what one way frees the other way keeps longer.
 */
export function heldDifferently(old: Policy, next: Policy): readonly PolicyChange[] {
  const before = byPath(heldLengths(old));
  const after = byPath(heldLengths(next));
  const inBoth = partsOfBoth(old, next);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((path) => {
    const was = before.get(path);
    const is = after.get(path);
    const within = (was ?? is)?.within ?? [];
    if (!within.every((part) => inBoth.has(part))) return [];
    const change = changeOf(path, was, is);
    if (change === undefined) return [];
    const policy = was === undefined ? next : old;
    return [{ ...change, promises: promisesAbout(policy, (was ?? is)?.categories ?? []) }];
  });
}

function changeOf(
  path: string,
  was: HeldLength | undefined,
  is: HeldLength | undefined,
): Omit<PolicyChange, "promises"> | undefined {
  if (was === undefined && is !== undefined) {
    return { kind: "kept-longer", path, what: `It is new: ${is.says}.`, tells: is.tells };
  }
  if (was !== undefined && is === undefined) {
    return { kind: "freed", path, what: `It is gone; it was ${was.says}.`, tells: [] };
  }
  if (was === undefined || is === undefined || was.rank === is.rank) return undefined;
  const what = `It was ${was.says}, and will be ${is.says}.`;
  return is.rank > was.rank
    ? { kind: "kept-longer", path, what, tells: is.tells }
    : { kind: "freed", path, what, tells: [] };
}

function byPath(lengths: readonly HeldLength[]): ReadonlyMap<string, HeldLength> {
  return new Map(lengths.map((length) => [length.path, length]));
}
