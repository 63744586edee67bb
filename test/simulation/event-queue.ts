import type { ClockEvent } from "../../shared/domain/retention/clock-event.ts";
import type { EventRecorded } from "../../shared/operations/record-events.ts";

const SECOND_MS = 1000;
/** How long the function's poller gathers messages, and how many it hands over at most. */
const WINDOW_MS = 20 * SECOND_MS;
const BATCH_MAX = 1000;
/** A message that was not taken comes again after this, and so often before it lies among the dead letters. */
const HIDDEN_MS = 60 * SECOND_MS;
const RECEIVES_MAX = 20;

interface Message {
  readonly event: ClockEvent;
  readonly receives: number;
}

/** A queue in front of a function, which gives back what the function could not take. */
export interface EventQueue {
  /** Comes to the queue at that moment. */
  send(event: ClockEvent, atMs: number): void;
  readonly waiting: number;
  readonly deadLetters: number;
}

/** What the queue needs of the world around it. */
export interface QueueWorld {
  nowMs(): number;
  at(atMs: number, act: () => void | Promise<void>): void;
  /** False while the function cannot be started. */
  isRunning(): boolean;
  /** Undefined if the process died: all of them come again. */
  handle(events: readonly ClockEvent[]): Promise<readonly EventRecorded[] | undefined>;
}

/** Returns an empty queue. */
export function eventQueue(world: QueueWorld): EventQueue {
  let messages: Message[] = [];
  let isPolling = false;
  let deadLetters = 0;

  const poll = (): void => {
    if (isPolling || messages.length === 0) return;
    isPolling = true;
    world.at(world.nowMs() + WINDOW_MS, async () => {
      isPolling = false;
      if (world.isRunning()) await handOver();
      poll();
    });
  };
  const handOver = async (): Promise<void> => {
    const batch = messages.slice(0, BATCH_MAX);
    messages = messages.slice(BATCH_MAX);
    const answers = await world.handle(batch.map(({ event }) => event));
    for (const [at, message] of batch.entries()) {
      const answer = answers?.[at];
      if (answer?.recorded) continue;
      const isHopeless = answer !== undefined && answer.why !== "failed";
      if (isHopeless || message.receives + 1 >= RECEIVES_MAX) deadLetters += 1;
      else again(message);
    }
  };
  const again = ({ event, receives }: Message): void => {
    arrive({ event, receives: receives + 1 }, world.nowMs() + HIDDEN_MS);
  };
  const arrive = (message: Message, atMs: number): void => {
    world.at(atMs, () => {
      messages.push(message);
      poll();
    });
  };
  return {
    get waiting() {
      return messages.length;
    },
    get deadLetters() {
      return deadLetters;
    },
    send: (event, atMs) => arrive({ event, receives: 0 }, atMs),
  };
}
