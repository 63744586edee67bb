import type { VirtualClock } from "./clock.ts";
import { withEachCall } from "./each-call.ts";
import type { Passage } from "./ports-through.ts";

/** How often the event loop turns before time moves on: every step between two calls of ours takes fewer. */
const TURNS_AT_REST = 3;

/** Time that moves when everybody waits, so that calls take long and tests do not. */
export interface VirtualTime extends Passage {
  pause(milliseconds: number): Promise<void>;
  /** Lets time pass until this has ended. */
  until<Result>(work: Promise<Result>): Promise<Result>;
}

/** @param latencyMs of a call by its name, `port.method`, and its answer. */
export function virtualTime(
  clock: VirtualClock,
  latencyMs: (name: string, answer: unknown) => number,
): VirtualTime {
  const timers = new Map<number, (() => void)[]>();
  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const at = clock.now().getTime() + milliseconds;
      timers.set(at, [...(timers.get(at) ?? []), resolve]);
    });
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    pause,
    reaching: (name, port) =>
      withEachCall(name, port, async (call, method) => {
        const answer = await method();
        await pause(latencyMs(call, answer));
        return answer;
      }),
    async until(work) {
      let isOver = false;
      const end = work.finally(() => {
        isOver = true;
      });
      end.catch(() => undefined);
      while (!isOver) {
        for (let turns = 0; turns < TURNS_AT_REST; turns += 1) await turn();
        if (isOver || timers.size === 0) continue;
        const next = Math.min(...timers.keys());
        const due = timers.get(next) ?? [];
        timers.delete(next);
        clock.advance(Math.max(0, next - clock.now().getTime()));
        for (const resolve of due) resolve();
      }
      return end;
    },
  };
}
