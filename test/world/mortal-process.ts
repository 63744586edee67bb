import { withEachCall } from "./each-call.ts";

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
    reaching: (name, port) => withEachCall(name, port, call),
    replace: () => {
      isDead = false;
    },
  };
}
