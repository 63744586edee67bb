import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmulatedAws } from "../local/emulated-aws.ts";
import { LOCAL_CREDENTIALS } from "../local/local-environment.ts";

/** An embedded AWS with nothing in it, for one test file. */
export interface BareEmbeddedAws {
  readonly endpoint: string;
  readonly region: string;
  readonly pid: number;
  /** Settings for any client of the AWS SDK. */
  readonly clientConfig: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };
  /** Ends it, by its own process id, and removes its folder. */
  stop(): Promise<void>;
}

/**
 * Starts an embedded AWS on a free port with a state folder of its own; several may run at once.
 *
 * @param gapsLeftOpen names of `local/emulator/gaps` that stay as stock MiniStack has them.
 */
export async function startBareEmbeddedAws(gapsLeftOpen: readonly string[] = []): Promise<BareEmbeddedAws> {
  const home = await mkdtemp(join(tmpdir(), "lethe-embedded-aws-"));
  const log: string[] = [];
  const aws = await startEmulatedAws({ home, gapsLeftOpen, log: (line) => log.push(line) }).catch(
    async (error: unknown) => {
      await rm(home, { recursive: true, force: true });
      throw error;
    },
  );
  return {
    endpoint: aws.endpoint,
    region: aws.region,
    pid: aws.pid,
    clientConfig: { endpoint: aws.endpoint, region: aws.region, credentials: LOCAL_CREDENTIALS },
    stop: async () => {
      await aws.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
