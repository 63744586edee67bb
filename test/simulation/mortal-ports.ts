import { ProcessKilled } from "../world/mortal-process.ts";
import type { Random } from "./seeded-random.ts";

/** A process that may die at any call, and of which nothing comes any more once it is dead. */
export interface MortalInvocation {
  reaching<Port extends object>(port: Port): Port;
}

/** Returns a process that dies at so many of its calls, before or after what was called has happened. */
export function mortalInvocation(random: Random, killedShare: number, onDeath: () => void): MortalInvocation {
  // One error for all the calls of a dead process: each new one would look at its stack.
  let death: ProcessKilled | undefined;
  const die = (): never => {
    if (!death) {
      death = new ProcessKilled("The process was killed.");
      onDeath();
    }
    throw death;
  };
  const dieSometimes = (): void => {
    if (death || random.chance(killedShare / 2)) die();
  };
  // What comes piece by piece is not a call that ends.
  const dyingSometimes = (answer: unknown): unknown =>
    answer instanceof Promise && random.chance(killedShare / 2) ? answer.then(die) : answer;
  const get = (target: object, key: PropertyKey): unknown => {
    const member: unknown = Reflect.get(target, key);
    if (typeof member !== "function") return member;
    return (...args: readonly unknown[]) => {
      dieSometimes();
      return dyingSometimes(Reflect.apply(member, target, args));
    };
  };
  return { reaching: <Port extends object>(port: Port) => new Proxy<Port>(port, { get }) };
}
