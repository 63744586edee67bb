import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  CLEAN_STOP_MARK,
  EmulatorNotStarted,
  type EmulatorProcess,
  type EmulatorSettings,
  startEmulatorProcess,
} from "./emulator-process.ts";
import { freePort, portIsFree } from "./free-port.ts";
import { LOCAL_ACCOUNT, type LocalAws, REPOSITORY } from "./local-environment.ts";
import { AlreadyRunning, forgetRun, liveRun, recordRun } from "./running.ts";

/** The port that was asked for is taken; nothing was started. */
export class PortBusy extends Error {
  override readonly name = "PortBusy";
}

export interface EmulatedAwsOptions {
  /** Folder that keeps everything between starts. */
  readonly home: string;
  readonly region?: string;
  /** Begin with nothing, whatever the folder holds. */
  readonly fresh?: boolean;
  /** Without one, the port of the last start if it is free, else any. */
  readonly port?: number;
  readonly python?: string;
  readonly origins?: readonly string[];
  /** Gaps left as stock MiniStack has them; only tests do this. */
  readonly gapsLeftOpen?: readonly string[];
  readonly log: (line: string) => void;
}

export interface EmulatedAws extends LocalAws {
  readonly account: string;
  readonly pid: number;
  /** True if an earlier run was killed: its tables and stacks are gone, and this one begins with nothing. */
  readonly lostState: boolean;
  /** Settles when the emulator has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Writes the state and ends the emulator with its functions. */
  stop(): Promise<void>;
}

/** The region of the first service; a deployment of another one names its own. */
export const DEFAULT_REGION = "eu-central-1";

/** Folder below `home` that the emulator keeps its state in. */
const EMULATOR_FOLDER = "aws";
/** Files below `home` that describe what was deployed; they mean nothing without the emulator's state. */
const DEPLOYMENT_FILES = ["deployed.json", "outputs.json", "time.json"] as const;
const PORT_FILE = "port";
/** Another program may take a free port before the emulator does. */
const PORT_ATTEMPTS = 3;

/**
 * Starts the embedded AWS in a folder, with what it held at its last clean stop.
 *
 * @throws {AlreadyRunning} if one serves this folder.
 * @throws {PortBusy} if the port asked for is taken.
 * @throws {EmulatorNotStarted} with the end of its log.
 */
export async function startEmulatedAws(options: EmulatedAwsOptions): Promise<EmulatedAws> {
  const home = resolve(options.home);
  const folder = join(home, EMULATOR_FOLDER);
  await refuseSecondStart(home);
  const lostState = existsSync(folder) && !existsSync(join(folder, CLEAN_STOP_MARK));
  if (lostState && !options.fresh) {
    options.log(
      "The embedded AWS was killed last time, and its tables are lost. Setting everything up afresh.",
    );
  }
  if (lostState || options.fresh || !existsSync(folder)) clear(home);
  mkdirSync(folder, { recursive: true });
  const emulator = await startOnSomePort(home, options, {
    folder,
    python: options.python ?? join(REPOSITORY, ".lethe/python/bin/python"),
    region: options.region ?? DEFAULT_REGION,
    origins: options.origins ?? [],
    gapsLeftOpen: options.gapsLeftOpen ?? [],
  });
  return recorded(home, emulator, options, lostState);
}

/** Removes what the emulator held and what was deployed to it; records of deployments go first. */
function clear(home: string): void {
  for (const file of DEPLOYMENT_FILES) rmSync(join(home, file), { force: true });
  rmSync(join(home, EMULATOR_FOLDER), { recursive: true, force: true });
}

async function refuseSecondStart(home: string): Promise<void> {
  const running = await liveRun(home);
  if (running) {
    throw new AlreadyRunning(
      `An embedded AWS already serves ${home} at ${running.endpoint}. Stop it with Ctrl-C where it was started, or with: kill ${running.pid}`,
    );
  }
  forgetRun(home);
}

/** Starts on the port asked for, else on the last one, so that addresses which were handed out stay good. */
async function startOnSomePort(
  home: string,
  { port }: EmulatedAwsOptions,
  settings: Omit<EmulatorSettings, "port">,
): Promise<EmulatorProcess> {
  if (port !== undefined) {
    if (await portIsFree(port)) return startEmulatorProcess({ ...settings, port });
    throw new PortBusy(
      `Port ${port} of 127.0.0.1 is taken by another program. Stop that program, or ask for another port, or for none.`,
    );
  }
  for (let attempt = 1; ; attempt++) {
    const candidate = await rememberedOrFreePort(home);
    try {
      const emulator = await startEmulatorProcess({ ...settings, port: candidate });
      writeFileSync(join(home, PORT_FILE), `${candidate}\n`);
      return emulator;
    } catch (error) {
      if (
        attempt === PORT_ATTEMPTS ||
        !(error instanceof EmulatorNotStarted) ||
        (await portIsFree(candidate))
      ) {
        throw error;
      }
    }
  }
}

async function rememberedOrFreePort(home: string): Promise<number> {
  const file = join(home, PORT_FILE);
  const remembered = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  const usable = Number.isInteger(remembered) && remembered > 0 && remembered < 65_536;
  return usable && (await portIsFree(remembered)) ? remembered : freePort();
}

async function recorded(
  home: string,
  emulator: EmulatorProcess,
  { log }: EmulatedAwsOptions,
  lostState: boolean,
): Promise<EmulatedAws> {
  const { pid, endpoint, region, ended } = emulator;
  try {
    recordRun(home, { pid, endpoint, region, startedAt: new Date().toISOString() });
  } catch (error) {
    await emulator.stop();
    throw error;
  }
  return {
    endpoint,
    region,
    account: LOCAL_ACCOUNT,
    pid,
    lostState,
    ended,
    stop: async () => {
      const { clean } = await emulator.stop();
      forgetRun(home);
      if (!clean)
        log("The embedded AWS ended without writing its state; the next start sets everything up afresh.");
    },
  };
}
