import { spawn } from "node:child_process";
import { SetupFailed } from "./setup-failed.mjs";

const OLDEST_NODE = 20;

/** Ends the setup unless this Node can start the rest; the project then runs on a Node of its own. */
export function requireNode(version = process.versions.node) {
  if (Number.parseInt(version, 10) >= OLDEST_NODE) return;
  throw new SetupFailed(
    `Node ${version} is too old: setting up needs Node ${OLDEST_NODE} or newer.`,
    "Install a current Node from https://nodejs.org/en/download and start again.",
  );
}

/**
 * Runs a command, its output going to standard error, and returns when it has succeeded.
 * One that fails, or is not there, ends the setup with `remedy`.
 */
export async function runOrFail(command, commandArguments, { cwd, remedy }) {
  const ended = await ending(command, commandArguments, { cwd, stdio: ["ignore", 2, 2] });
  if (ended.code === 0) return;
  const how = ended.error ? ended.error.message : `ended with ${ended.signal ?? `exit code ${ended.code}`}`;
  throw new SetupFailed(
    `The command "${[command, ...commandArguments].join(" ")}" failed: it ${how}.`,
    remedy,
  );
}

/** Returns what a command printed, trimmed, or undefined if it failed or is not there. */
export async function outputOf(command, commandArguments) {
  const ended = await ending(command, commandArguments, { stdio: ["ignore", "pipe", "ignore"] });
  return ended.code === 0 ? ended.output.trim() : undefined;
}

function ending(command, commandArguments, options) {
  return new Promise((resolve) => {
    const child = spawn(command, commandArguments, options);
    let output = "";
    child.stdout?.on("data", (chunk) => {
      output += chunk;
    });
    child.once("error", (error) => resolve({ error, output }));
    child.once("close", (code, signal) => resolve({ code, signal, output }));
  });
}
