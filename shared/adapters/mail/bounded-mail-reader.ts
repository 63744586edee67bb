import { once } from "node:events";
import { extname, join } from "node:path";
import { Worker } from "node:worker_threads";
import type { MailReading } from "../../domain/mail/mail-as-read.ts";
import type { MailReader } from "../../operations/ports.ts";
import type { MailReaderOptions } from "./read-mail.ts";

/** A real mail takes a hundredth of it, and the function has a minute for all that is done about one. */
const READING_MS_MAX = 20_000;
/** Most of a parser's memory are buffers of the mail, which is bounded before; the rest of the heap holds its pieces. */
const HEAP_MEBIBYTES_MAX = 192;
/** Beside this file, as source and as it is bundled. */
const WORKER = join(import.meta.dirname, `mail-worker${extname(import.meta.filename)}`);

/** What a thread says when it can read. */
export const READY = "ready";

/** What it is asked. */
export interface ReadInThread {
  readonly raw: Uint8Array;
  readonly ownAddresses: readonly string[];
}

/** How far a parser may go. */
export interface ReadingBounds {
  readonly readingMsMax?: number;
  readonly heapMebibytesMax?: number;
  /** What runs in the thread. */
  readonly worker?: string;
}

const UNPARSABLE: MailReading = { read: false, why: "unparsable" };

/**
 * Returns a reader of mail in a thread of its own, which is kept for the next: a mail on which a parser goes on without
 * end, needs more memory than it may, or dies, is unparsable, and the next one gets a new thread. Mails are read one after
 * another.
 */
export function boundedMailReader(
  { ownAddresses = [] }: MailReaderOptions = {},
  {
    readingMsMax = READING_MS_MAX,
    heapMebibytesMax = HEAP_MEBIBYTES_MAX,
    worker = WORKER,
  }: ReadingBounds = {},
): MailReader {
  let standing: Worker | undefined;
  let before: Promise<unknown> = Promise.resolve();
  const start = async (): Promise<Worker> => {
    const thread = await startedThread(worker, heapMebibytesMax);
    thread.once("exit", () => {
      standing = undefined;
    });
    return thread;
  };
  const readNext = async (raw: Uint8Array): Promise<MailReading> => {
    standing ??= await start();
    const thread = standing;
    const reading = await answerWithin(thread, { raw, ownAddresses }, readingMsMax);
    if (reading) return reading;
    await thread.terminate();
    return UNPARSABLE;
  };
  return {
    read(raw) {
      const next = before.then(() => readNext(raw));
      // Whoever asked for that one hears how it ended.
      before = next.catch(() => undefined);
      return next;
    },
  };
}

/** @throws if the thread cannot even begin, which is no mail's fault. */
async function startedThread(worker: string, maxOldGenerationSizeMb: number): Promise<Worker> {
  const thread = new Worker(worker, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb } });
  await once(thread, "message");
  // Its end comes after it and is what counts; an error that nobody listens to would end this process as well.
  thread.on("error", () => undefined);
  // A thread that waits for mail keeps no process from its end.
  thread.unref();
  return thread;
}

/** Returns undefined if there is no answer, because it takes too long or the thread has died. */
function answerWithin(
  thread: Worker,
  asked: ReadInThread,
  readingMsMax: number,
): Promise<MailReading | undefined> {
  return new Promise((resolve) => {
    const end = (reading?: MailReading): void => {
      clearTimeout(timer);
      thread.off("message", end).off("exit", dead).unref();
      resolve(reading);
    };
    const dead = (): void => end();
    const timer = setTimeout(dead, readingMsMax);
    thread.once("message", end).once("exit", dead).ref();
    thread.postMessage(asked);
  });
}
