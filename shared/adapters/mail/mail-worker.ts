import { parentPort } from "node:worker_threads";
import { READY, type ReadInThread } from "./bounded-mail-reader.ts";
import { mailReader } from "./read-mail.ts";

// Runs in a thread of its own: one mail at a time, each answered by what came of reading it.
parentPort?.on("message", async ({ raw, ownAddresses }: ReadInThread) => {
  parentPort?.postMessage(await mailReader({ ownAddresses }).read(raw));
});
parentPort?.postMessage(READY);
