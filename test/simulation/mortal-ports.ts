import { ProcessKilled } from "../world/mortal-process.ts";
import type { Random } from "./seeded-random.ts";

/** Processes one after another, each of which may die at any call, and of which nothing comes any more once it is dead. */
export interface MortalProcesses {
  /** Returns a port as whichever process runs reaches it: made once, since there are millions of processes. */
  reaching<Port extends object>(port: Port): Port;
  /** Starts the next one; of the one before nothing may be under way. */
  startNext(): void;
}

/** Returns processes that die at so many of their calls, before or after what was called has happened. */
export function mortalProcesses(random: Random, killedShare: number, onDeath: () => void): MortalProcesses {
  // One error for all the calls of a dead process: each new one would look at its stack.
  let death: ProcessKilled | undefined;
  const deathOf = (): ProcessKilled => {
    if (!death) {
      death = new ProcessKilled("The process was killed.");
      onDeath();
    }
    return death;
  };
  const die = (): never => {
    throw deathOf();
  };
  return {
    reaching(port) {
      const reached = Object.create(port);
      for (const name of Object.keys(port)) {
        const method: unknown = Reflect.get(port, name);
        if (typeof method !== "function") continue;
        // What comes piece by piece is not a call that ends; which it is shows from the first call on.
        let isCallThatEnds = false;
        reached[name] = (...args: readonly unknown[]): unknown => {
          if (death || random.chance(killedShare / 2)) {
            // Thrown at once it would leave what was called just before to nobody, which no port of AWS does.
            return isCallThatEnds ? Promise.reject(deathOf()) : die();
          }
          const answer: unknown = Reflect.apply(method, port, args);
          isCallThatEnds = answer instanceof Promise;
          return isCallThatEnds && random.chance(killedShare / 2)
            ? Promise.resolve(answer).then(die)
            : answer;
        };
      }
      return reached;
    },
    startNext() {
      death = undefined;
    },
  };
}
