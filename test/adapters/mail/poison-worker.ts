import { parentPort } from "node:worker_threads";
import { READY, type ReadInThread } from "../../../shared/adapters/mail/bounded-mail-reader.ts";

/** Stands in for a parser with a fault: what a mail says is what it does to whoever reads it. */
const POISONS: Readonly<Record<string, () => void>> = {
  hang: () => {
    for (;;);
  },
  // An eighth of a gigabyte, and goes on as if nothing were.
  explode: () => {
    const kept = Array.from({ length: 16 }, (_, at) => new Array(1_000_000).fill(at + 0.5));
    parentPort?.postMessage({ read: false, why: kept.length > 0 ? "encrypted" : "too-deep" });
  },
  // Outside of any promise, as a stream throws.
  throw: () => {
    setImmediate(() => {
      throw new Error("A parser has a fault.");
    });
  },
  leave: () => process.exit(1),
};

parentPort?.on("message", ({ raw }: ReadInThread) => {
  const poison = POISONS[Buffer.from(raw).toString()];
  if (poison) poison();
  else parentPort?.postMessage({ read: false, why: "encrypted" });
});
parentPort?.postMessage(READY);
