import { ProcessKilled } from "../world/mortal-process.ts";
import type { Random } from "./seeded-random.ts";

/** A process that may die at any call, and of which nothing comes any more once it is dead. */
export interface MortalInvocation {
  reaching<Port extends object>(port: Port): Port;
}

/** Returns a process that dies at so many of its calls, before or after what was called has happened. */
export function mortalInvocation(random: Random, killedShare: number, onDeath: () => void): MortalInvocation {
  let isDead = false;
  const die = (): never => {
    if (!isDead) onDeath();
    isDead = true;
    throw new ProcessKilled("The process was killed.");
  };
  const called = (method: () => unknown): unknown => {
    if (isDead || random.chance(killedShare / 2)) die();
    const answer = method();
    // What comes piece by piece is not a call that ends.
    return answer instanceof Promise && random.chance(killedShare / 2) ? answer.then(die) : answer;
  };
  return {
    reaching: (port) =>
      new Proxy(port, {
        get(target, key) {
          const member: unknown = Reflect.get(target, key);
          if (typeof member !== "function") return member;
          return (...args: readonly unknown[]) => called(() => Reflect.apply(member, target, args));
        },
      }),
  };
}
