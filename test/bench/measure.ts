import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { type S3Server, startS3Server } from "./s3-server/server.ts";
import { fill, measuredStore, person, type Workload } from "./workload.ts";

const reportSchema = z.strictObject({
  entries: z.number(),
  wallMs: z.number(),
  cpuMs: z.number(),
  peakMebibytes: z.number(),
});

/** What one pass of one process took. */
export interface Measured extends z.infer<typeof reportSchema> {
  /** Calls by their names in the API, as the server saw them. */
  readonly calls: ReadonlyMap<string, number>;
}

/** Ours, as `measured-pass.ts` names them, and the peer. */
export type Pass = "find" | "erase" | "erase-without-pace" | "verify" | "boto3";

/** One bucket on a server of this process, on which passes are run one after another, each in its own process. */
export interface Bench {
  /** `nodeFlags` are for passes of ours. */
  run(pass: Pass, nodeFlags?: readonly string[]): Promise<Measured>;
  /** What is left of anybody. */
  entriesLeft(): number;
}

/** The longest that a pass of the largest workload has taken, several times over. */
const PASS_MAX_MS = 10 * 60_000;

const execute = promisify(execFile);

/** Returns the Python that the peer runs on, undefined if there is none. */
export function pythonOfPeer(repository: string, environment: NodeJS.ProcessEnv): string | undefined {
  const python = environment.LETHE_PYTHON ?? join(repository, ".lethe", "python", "bin", "python");
  return existsSync(python) ? python : undefined;
}

/** Runs passes over a new bucket with this workload, and ends the server afterwards. */
export async function withBench<Result>(
  workload: Workload,
  python: string | undefined,
  use: (bench: Bench) => Promise<Result>,
): Promise<Result> {
  const server = await startS3Server();
  try {
    const bucket = server.newBucket("bench", { isVersioned: workload.versions > 1 || workload.areDeleted });
    fill(bucket, workload);
    return await use({
      run: (pass, nodeFlags = []) => measure(server, commandFor(pass, server.endpoint, nodeFlags, python)),
      entriesLeft: () => bucket.listVersions("", undefined, Number.POSITIVE_INFINITY).listed.length,
    });
  } finally {
    await server.stop();
  }
}

/** Returns how many calls there were of all kinds. */
export function callsIn({ calls }: Pick<Measured, "calls">): number {
  return [...calls.values()].reduce((sum, count) => sum + count, 0);
}

async function measure(server: S3Server, [program, ...programArguments]: Command): Promise<Measured> {
  server.forgetCalls();
  const { stdout } = await execute(program, programArguments, {
    timeout: PASS_MAX_MS,
    // Nothing of ours: the pass needs no credentials and must find none.
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
  });
  return { ...reportSchema.parse(JSON.parse(stdout)), calls: new Map(server.calls) };
}

type Command = readonly [program: string, ...programArguments: string[]];

function commandFor(
  pass: Pass,
  endpoint: string,
  nodeFlags: readonly string[],
  python: string | undefined,
): Command {
  const programIn = (file: string): string => join(import.meta.dirname, file);
  if (pass !== "boto3")
    return [process.execPath, ...nodeFlags, programIn("measured-pass.ts"), pass, endpoint, "bench"];
  if (python === undefined) throw new Error("There is no Python to run the peer on: leave it out.");
  const prefix = measuredStore.keyTemplate.replace("{subject}/…", `${person}/`);
  return [python, programIn("peer_boto3.py"), endpoint, "bench", prefix];
}
