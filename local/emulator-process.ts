import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type LocalAws, plainEnvironment, REPOSITORY } from "./local-environment.ts";

/** The emulator ended before it answered, or answered nothing in time. */
export class EmulatorNotStarted extends Error {
  override readonly name = "EmulatorNotStarted";
}

export interface EmulatorSettings {
  /** Folder of its own: state, object bodies, unpacked functions and the log. */
  readonly folder: string;
  readonly python: string;
  readonly port: number;
  readonly region: string;
  /** Web pages that may call it, e.g. `http://127.0.0.1:5173`. */
  readonly origins: readonly string[];
  /** Gaps left as stock MiniStack has them; only tests do this. */
  readonly gapsLeftOpen: readonly string[];
}

export interface EmulatorProcess extends LocalAws {
  readonly pid: number;
  /** Settles when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends it with its functions, letting it write its state; says whether it did. */
  stop(): Promise<{ readonly clean: boolean }>;
}

/** File below the emulator's folder that is there only after its state was written. */
export const CLEAN_STOP_MARK = "clean-stop";

/** File below the emulator's folder that holds all it says. */
export const EMULATOR_LOG = "emulator.log";

const START_LIMIT_MS = 30_000;
/** An emulator that listens answers this within milliseconds, and within a second while it starts. */
const ANSWER_LIMIT_MS = 2_000;
const STOP_LIMIT_MS = 10_000;
const POLL_INTERVAL_MS = 40;
const LOG_LINES_SHOWN = 15;

/**
 * Starts the emulator and returns it once it answers.
 *
 * @throws {EmulatorNotStarted} with the end of its log.
 */
export async function startEmulatorProcess(settings: EmulatorSettings): Promise<EmulatorProcess> {
  const name = randomUUID();
  const child = spawnEmulator(settings, name);
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  const endpoint = `http://127.0.0.1:${settings.port}`;
  const { pid } = child;
  if (pid === undefined || !(await answers(child, endpoint, name))) {
    await end(child, ended);
    throw new EmulatorNotStarted(
      `The embedded AWS did not start on port ${settings.port}. The end of ${join(settings.folder, EMULATOR_LOG)}:\n${endOfLog(settings)}`,
    );
  }
  return {
    endpoint,
    region: settings.region,
    pid,
    ended,
    stop: async () => {
      await end(child, ended);
      return { clean: existsSync(join(settings.folder, CLEAN_STOP_MARK)) };
    },
  };
}

/** A process group of its own keeps Ctrl-C from it, so that it is stopped in order and writes its state. */
function spawnEmulator(settings: EmulatorSettings, name: string): ChildProcess {
  const temporary = join(settings.folder, "tmp");
  // Unpacked functions of a killed run.
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  // Functions are unpacked here, below this project's own package.json, which would make modules of them.
  writeFileSync(join(temporary, "package.json"), '{ "type": "commonjs" }\n');
  const log = openSync(join(settings.folder, EMULATOR_LOG), "w");
  try {
    return spawn(settings.python, [join(REPOSITORY, "local/emulator/launcher.py"), settings.folder], {
      cwd: settings.folder,
      env: {
        ...plainEnvironment(),
        ...emulatorVariables(settings, temporary),
        LETHE_EMULATOR_NAME: name,
      },
      stdio: ["pipe", log, log],
      detached: true,
    });
  } finally {
    closeSync(log);
  }
}

/** What MiniStack reads; functions inherit all of it, so there is no secret here. */
function emulatorVariables(
  { folder, port, region, origins, gapsLeftOpen }: EmulatorSettings,
  temporary: string,
) {
  return {
    TMPDIR: temporary,
    BIND_HOST: "127.0.0.1",
    GATEWAY_PORT: String(port),
    MINISTACK_HOST: "127.0.0.1",
    MINISTACK_REGION: region,
    PERSIST_STATE: "1",
    STATE_DIR: join(folder, "state"),
    S3_PERSIST: "1",
    S3_DATA_DIR: join(folder, "s3"),
    LAMBDA_ACCOUNT_CONCURRENCY: "16",
    IOT_MTLS_ENABLED: "0",
    SFTP_ENABLED: "0",
    // CDK's custom resources take the SDK from the runtime, which here is nobody but us.
    NODE_PATH: join(REPOSITORY, "node_modules"),
    AWS_EC2_METADATA_DISABLED: "true",
    LETHE_EMULATOR_CLEAN_STOP_MARK: join(folder, CLEAN_STOP_MARK),
    LETHE_EMULATOR_ORIGINS: origins.join(","),
    LETHE_EMULATOR_WITHOUT: gapsLeftOpen.join(","),
  };
}

/** Waits until the emulator answers; false if it ended first or took too long. */
async function answers(child: ChildProcess, endpoint: string, name: string): Promise<boolean> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    // Whoever took the port meanwhile may accept calls and answer none.
    const signal = AbortSignal.timeout(ANSWER_LIMIT_MS);
    const ready = await fetch(`${endpoint}/_ministack/health`, { signal }).then(
      // Another one may have taken the port since it was seen to be free, and answers in its place.
      ({ ok, headers }) => ok && headers.get("x-lethe-emulator") === name,
      () => false,
    );
    if (ready && child.exitCode === null) return true;
    await pause(POLL_INTERVAL_MS);
  }
  return false;
}

/** Asks it to end, insists after a while, and ends functions that outlive it. */
async function end(child: ChildProcess, ended: Promise<void>): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  child.kill("SIGTERM");
  const insisting = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
  await ended;
  clearTimeout(insisting);
  try {
    // The group is ours alone: the emulator led it, and only its functions are in it.
    process.kill(-pid, "SIGKILL");
  } catch {
    // Nobody is left in it, which is what was wanted.
  }
}

function endOfLog({ folder }: EmulatorSettings): string {
  const lines = readFileSync(join(folder, EMULATOR_LOG), "utf8").trimEnd().split("\n");
  return lines.slice(-LOG_LINES_SHOWN).join("\n");
}
