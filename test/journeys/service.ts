import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { z } from "zod";
import { run } from "../../cli/run.ts";
import { type DemoDeployment, demoDeployment } from "../../local/demo/demo-deployment.ts";
import { deployLocally } from "../../local/deploy.ts";
import type { Outputs } from "../../local/deployed.ts";
import { type EmulatedAws, startEmulatedAws } from "../../local/emulated-aws.ts";
import { emulatedAwsEnvironment, LOCAL_CREDENTIALS, REPOSITORY } from "../../local/local-environment.ts";
import { localTime } from "../../local/local-time.ts";
import { tick } from "../../local/ticker.ts";
import { archivedKeys } from "../../shared/operations/archive-signing-key.ts";
import { deployedOnce } from "./deployed-once.ts";
import { type Ended, runProgram } from "./program.ts";

const StoresSchema = z.object({ stores: z.array(z.record(z.string(), z.unknown())) });

/** A service, deployed on an embedded AWS of its own. */
export interface Service {
  aws: EmulatedAws;
  readonly home: string;
  readonly demo: DemoDeployment;
  readonly publicKeyPem: string;
  readonly outputs: Outputs;
  output(name: string): string;
  /** Runs a command as its users do, but in this process: starting one each time is half of a journey. */
  lethe(...args: readonly string[]): Promise<Ended>;
  /** Runs boto3, which shares no code with the client under test. */
  boto3(...args: readonly string[]): Promise<unknown>;
  /** What the minute rule does for requests that are due, now and waited for. */
  drain(): Promise<void>;
  /** Calls a function that a rule calls, by the output that names it. */
  invoke(functionOutput: string): Promise<void>;
  /** Stops the embedded AWS and starts it again with what it held. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Deploys a service, the portrait one unless another is named, in a folder that goes with it.
 *
 * @param timeScale how many times faster its time runs; then its functions are ticked each half second.
 */
export async function startService(policy = "dream-portraits", { timeScale = 1 } = {}): Promise<Service> {
  const home = await mkdtemp(join(tmpdir(), "lethe-journey-"));
  // The time of one whose time is scaled began when it was deployed.
  if (timeScale === 1) await deployedOnce(policy, home);
  const said: string[] = [];
  const log = (line: string): void => {
    said.push(line);
  };
  const aws = await startEmulatedAws({ home, log });
  try {
    const time = localTime(home, timeScale);
    const { outputs } = await deployLocally({ aws, home, policy, time, log });
    const stopping = new AbortController();
    const demo = await demoDeployment(aws, outputs);
    const [key] = await archivedKeys(demo.anchors);
    const flat: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(outputs));
    const others = [
      flat.DrainFunctionName,
      flat.DutiesFunctionName,
      flat.ReconcileFunctionName,
      flat.AskAgainFunctionName,
    ];
    const ticked = { sweeper: flat.SweepFunctionName ?? "", others: others.flatMap((name) => name ?? []) };
    const ticking = time ? tick({ aws, time, ...ticked, signal: stopping.signal, log }) : Promise.resolve();
    const service: Service = {
      aws,
      home,
      demo,
      publicKeyPem: key?.publicKeyPem ?? "",
      outputs,
      output: (name) => flat[name] ?? "",
      lethe: async (...args) => {
        const [stdout, stderr]: [string[], string[]] = [[], []];
        const streams = {
          out: (text: string) => stdout.push(text),
          err: (text: string) => stderr.push(text),
        };
        const exitCode = await run(args, { ...process.env, LETHE_HOME: home }, streams);
        return { exitCode, stdout: stdout.join(""), stderr: stderr.join("") };
      },
      boto3: async (...args) => {
        const script = join(import.meta.dirname, "another_client.py");
        const region = service.output("Region");
        const environment = {
          ...emulatedAwsEnvironment(service.aws),
          AWS_REGION: region,
          AWS_DEFAULT_REGION: region,
        };
        const ended = await runProgram(
          join(REPOSITORY, ".lethe/python/bin/python"),
          [script, ...args],
          environment,
        );
        if (ended.exitCode !== 0) throw new Error(`boto3 failed: ${ended.stderr}`);
        return JSON.parse(ended.stdout);
      },
      drain: () => service.invoke("DrainFunctionName"),
      invoke: (functionOutput) => invoked(service, functionOutput),
      restart: async () => {
        await service.aws.stop();
        service.aws = await startEmulatedAws({ home, log });
      },
      stop: async () => {
        stopping.abort();
        await ticking;
        await service.aws.stop();
        await rm(home, { recursive: true, force: true });
      },
    };
    return service;
  } catch (error) {
    await aws.stop();
    throw error;
  }
}

async function invoked({ aws, output }: Service, functionOutput: string): Promise<void> {
  const place = { endpoint: aws.endpoint, region: output("Region") };
  const lambda = new LambdaClient({ ...place, credentials: LOCAL_CREDENTIALS });
  await lambda.send(new InvokeCommand({ FunctionName: output(functionOutput), Payload: "{}" }));
}

/** Returns where the stores of a service are, as the other client takes it. */
export async function storesOf(service: Service): Promise<string> {
  const { stdout } = await service.lethe("outputs", "--json");
  const { stores } = StoresSchema.parse(JSON.parse(stdout));
  const of = (kind: string) => stores.filter((store) => store.kind === kind);
  return JSON.stringify({
    buckets: of("s3").map(({ bucket }) => bucket),
    tables: of("dynamodb").map(({ table, sortKey }) => ({ name: table, sort: sortKey })),
    pool: of("cognito")[0]?.userPoolId,
  });
}
