/** A process was killed: what it was about to do has not happened, and it does nothing more. */
export class ProcessKilled extends Error {
  override readonly name = "ProcessKilled";
}

/** At which of its calls a process dies, counted from 0, and on which side of the effect of that call. */
export interface Death {
  readonly atCall: number;
  readonly side: "before" | "after";
}

/** A process whose calls to the outside are counted, and which dies at one of them. */
export interface MortalProcess {
  /** What was called so far, in order: `port.method`. */
  readonly calls: readonly string[];
  readonly isDead: boolean;
  /** Returns a port as this process reaches it. */
  reaching<Port extends object>(name: string, port: Port): Port;
  /** Puts another process in its place. */
  replace(): void;
}

const AsyncGeneratorFunction: unknown = async function* () {}.constructor;

/** Returns a process; without a death it only counts. What takes its place dies of the next one, if there are more. */
export function mortalProcess(...deaths: readonly Death[]): MortalProcess {
  const calls: string[] = [];
  let isDead = false;
  const call = async (name: string, method: () => unknown): Promise<unknown> => {
    if (isDead) throw new ProcessKilled(`The process was killed before it could call ${name}.`);
    const at = calls.push(name) - 1;
    const death = deaths.find(({ atCall }) => atCall === at);
    if (!death) return method();
    if (death.side === "after") await method();
    isDead = true;
    throw new ProcessKilled(`The process was killed ${death.side} call ${at}, ${name}.`);
  };
  return {
    calls,
    get isDead() {
      return isDead;
    },
    reaching: (name, port) =>
      new Proxy(port, {
        get(target, key) {
          const member: unknown = Reflect.get(target, key);
          if (typeof member !== "function") return member;
          const called = (args: readonly unknown[]) =>
            call(`${name}.${String(key)}`, () => Reflect.apply(member, target, args));
          if (member.constructor !== AsyncGeneratorFunction) {
            return (...args: readonly unknown[]) => called(args);
          }
          // What comes piece by piece is one call, which is made when the first piece is asked for.
          return async function* (...args: readonly unknown[]) {
            const pieces = await called(args);
            if (isAsyncIterable(pieces)) yield* pieces;
          };
        },
      }),
    replace: () => {
      isDead = false;
    },
  };
}

function isAsyncIterable(pieces: unknown): pieces is AsyncIterable<unknown> {
  return typeof pieces === "object" && pieces !== null && Symbol.asyncIterator in pieces;
}
