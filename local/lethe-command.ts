import { spawn } from "node:child_process";
import { join } from "node:path";
import { REPOSITORY } from "./local-environment.ts";

/** How a `lethe` command ended. */
export interface LetheEnd {
  readonly exitCode: number;
  readonly stdout: string;
}

/** Runs `lethe` as its users do; what it says of its progress goes through to this terminal. */
export async function runLethe(
  args: readonly string[],
  { home, signal }: { readonly home: string; readonly signal: AbortSignal },
): Promise<LetheEnd> {
  const child = spawn(
    join(REPOSITORY, "node_modules/.bin/node"),
    [join(REPOSITORY, "cli/main.ts"), ...args],
    { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, LETHE_HOME: home }, signal },
  );
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
  return { exitCode, stdout: Buffer.concat(chunks).toString("utf8") };
}
