import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { TimeScale } from "../shared/adapters/clock/scaled-time.ts";
import { canonicalJson } from "../shared/domain/canonical-json.ts";
import { mechanismsNamedBy } from "../shared/domain/policy/mechanisms-named.ts";
import { archivedKeys } from "../shared/operations/archive-signing-key.ts";
import { demoClock } from "./demo/demo-clock.ts";
import { type DemoDeployment, demoDeployment } from "./demo/demo-deployment.ts";
import { type ErasedOne, eraseOne } from "./demo/erase-one.ts";
import { firstWithSomething } from "./demo/neighbours.ts";
import { NotErased } from "./demo/not-erased.ts";
import { storedPeople } from "./demo/people.ts";
import { seedDemo } from "./demo/seed.ts";
import { type DeploymentReport, deployLocally } from "./deploy.ts";
import { type EmulatedAws, startEmulatedAws } from "./emulated-aws.ts";
import { type LetheEnd, runLethe } from "./lethe-command.ts";
import { REPOSITORY } from "./local-environment.ts";
import { localTime } from "./local-time.ts";
import { openLocalMail, type RunningMail } from "./mail/local-mail.ts";
import { measureClock } from "./measure/clock.ts";
import { measureDroppedFromCache } from "./measure/dropped-from-cache.ts";
import { measureScopes } from "./measure/erasure-scopes.ts";
import { measureDeployment } from "./measure/measure-deployment.ts";
import { measureRights } from "./measure/rights.ts";
import { measuredFolder, recordSeen, type Seen } from "./measured.ts";
import { scaledLead } from "./scaled-lead.ts";
import { recordedStandIns } from "./stand-ins/at-the-desk.ts";
import { openStandIns } from "./stand-ins/local-stand-ins.ts";
import type { RunningParties } from "./stand-ins/running.ts";
import { type StartOptions, startOptions } from "./start-options.ts";
import { tick } from "./ticker.ts";
import { scaleWorkflowWaits } from "./wait-scale.ts";
import { whatNext } from "./what-next.ts";

/** The run showed something that must not be; everything was stopped. */
class StartFailed extends Error {
  override readonly name = "StartFailed";
}

const startedAtMs = performance.now();
const stopping = new AbortController();
const ticking = new AbortController();
/** Opened once everything is deployed. */
let mail: RunningMail | undefined;
let standIns: RunningParties | undefined;
// An empty variable names no folder; taken as one it would be the current folder.
const home = resolve(process.env.LETHE_HOME || join(REPOSITORY, ".lethe/local"));

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stopping.abort());
process.exitCode = await main(startOptions(process.argv.slice(2)));

async function main(options: StartOptions): Promise<number> {
  let aws: EmulatedAws | undefined;
  try {
    aws = await startEmulatedAws({
      home,
      log,
      ...(options.fresh ? { fresh: true } : {}),
      ...(options.port === undefined ? {} : { port: options.port }),
    });
    await show(aws, options);
    if (!options.once) await stayUp(aws);
    return 0;
  } catch (error) {
    if (stopping.signal.aborted) return 0;
    log(error instanceof Error ? error.message : String(error));
    return 1;
  } finally {
    ticking.abort();
    await mail?.stop();
    await standIns?.stop();
    if (aws) {
      log("Stopping the embedded AWS ...");
      await aws.stop();
    }
  }
}

/** The main job: deploy, store many people, erase one, look at the others, check the certificate. */
async function show(aws: EmulatedAws, options: StartOptions): Promise<void> {
  log(`The embedded AWS listens at ${aws.endpoint}.`);
  const time = localTime(home, options.timeScale);
  await scaleWorkflowWaits(aws, options.timeScale);
  const deployment = await deployLocally({
    aws,
    home,
    policy: options.policy,
    time,
    log,
    signal: stopping.signal,
  });
  if (deployment.deployed.length === 0) log("The stacks are as they were: nothing to deploy.");
  const demo = await demoDeployment(aws, deployment.outputs);
  if (time) for (const line of scaledLead(demo.compiled.policy, time)) log(line);
  await keepKeys(demo);
  // Before anybody is stored, since what they send is sent to these.
  standIns = await openStandIns({ aws, home, demo, outputs: deployment.outputs, time });
  mail = await openLocalMail({ aws, home, outputs: deployment.outputs, log });
  const person = await somebody(demo, options);
  const ticks = ticked(aws, deployment);
  const erasing = new AbortController();
  if (time) void tick({ aws: ticks.aws, others: [ticks.drain], time, signal: erasing.signal, log });
  const erased = await measured(demo, aws, deployment, time, () =>
    eraseOne(demo, { home, person, time, lethe, log }),
  ).finally(() => erasing.abort());
  // The sweeper not before: what other people have must still be there to be looked at, and their day is short.
  if (time) void tick({ ...ticks, time, signal: ticking.signal, log });
  if (!options.once) void measuredMeanwhile(demo, aws, deployment, time);
  else await rightsAndClockMeasured(demo, aws, deployment, time);
  const where = await lethe("outputs", "--json");
  const seconds = Math.round((performance.now() - startedAtMs) / 100) / 10;
  const { certificate, erasure, verified } = erased;
  if (options.json) {
    const document = { certificate, erasure, outputs: JSON.parse(where.stdout), seconds };
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  } else {
    process.stdout.write(`\n${verified}\nCertificate: ${certificate}\nDone in ${seconds} s.\n`);
  }
}

/** What a rule calls on AWS, in the region of the policy, which need not be that of the emulator. */
function ticked({ endpoint }: EmulatedAws, { outputs }: DeploymentReport) {
  const all = Object.assign({}, ...Object.values(outputs));
  return {
    aws: { endpoint, region: all.Region },
    sweeper: all.SweepFunctionName,
    /** Begins what waited. */
    drain: all.DrainFunctionName,
    others: [
      all.DrainFunctionName,
      all.ReconcileFunctionName,
      all.DutiesFunctionName,
      all.AskAgainFunctionName,
    ],
  };
}

/** Erases, and writes down for `lethe promises` what was seen: a promise counts as kept by nothing else. */
async function measured(
  demo: DemoDeployment,
  aws: EmulatedAws,
  deployment: DeploymentReport,
  time: TimeScale | undefined,
  erase: () => Promise<ErasedOne>,
): Promise<ErasedOne> {
  const folder = measuredFolder(process.env);
  const record = (seen: readonly Seen[]) => recordSeen(folder, demo.compiled, "embedded-aws", seen);
  await record(await measureDeployment(demo, aws, deployment));
  const scope = mechanismsNamedBy(demo.compiled.policy).filter(
    (named) => named.mechanism === "erasure" && named.scope === "account",
  );
  try {
    const erased = await erase();
    await record(scope.map((mechanism) => ({ mechanism, held: true, how: erased.how })));
    // Where a day is seconds, what other people have goes by itself meanwhile, and nobody could say who took it.
    const scopes = time ? [] : await measureScopes(demo, { home, lethe, log });
    await record(scopes);
    const failed = scopes.find(({ held }) => !held);
    if (failed) throw new StartFailed(failed.how);
    return erased;
  } catch (error) {
    if (error instanceof NotErased) {
      await record(scope.map((mechanism) => ({ mechanism, held: false, how: error.message })));
    }
    throw error;
  }
}

/** Looks from outside whether things end in time; where time is not scaled, that takes up to two minutes. */
async function clockMeasured(
  demo: DemoDeployment,
  aws: EmulatedAws,
  { outputs }: DeploymentReport,
): Promise<void> {
  log("Storing things to see them end by themselves ...");
  const flat: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(outputs));
  const clock = demoClock(demo, demo.compiled.policy, flat, aws.endpoint);
  const desk = recordedStandIns(home);
  const seen = [...(await measureClock(clock)), ...(desk ? await measureDroppedFromCache(clock, desk) : [])];
  await recordSeen(measuredFolder(process.env), demo.compiled, "embedded-aws", seen);
  const failed = seen.find(({ held }) => !held);
  if (failed) throw new StartFailed(failed.how);
  if (seen.length > 0) log("Everything that was stored to see it end was gone in time: npx lethe promises.");
}

/** Asks as people do, by mail; where a day is seconds, what they have goes by itself before anybody could look. */
async function rightsMeasured(
  demo: DemoDeployment,
  aws: EmulatedAws,
  { outputs }: DeploymentReport,
): Promise<void> {
  if (!mail) return;
  const seen = await measureRights(demo, { aws, home, outputs, mail, lethe, log });
  await recordSeen(measuredFolder(process.env), demo.compiled, "embedded-aws", seen);
  const failed = seen.find(({ held }) => !held);
  if (failed) throw new StartFailed(failed.how);
  if (seen.length > 0) log("Whoever asked by mail got what they asked for: npx lethe promises.");
}

async function rightsAndClockMeasured(
  demo: DemoDeployment,
  aws: EmulatedAws,
  deployment: DeploymentReport,
  time: TimeScale | undefined,
): Promise<void> {
  if (time) await clockMeasured(demo, aws, deployment);
  else await rightsMeasured(demo, aws, deployment);
}

/** The same while everybody can go on; what did not hold is said, and stays up to be looked at. */
async function measuredMeanwhile(
  demo: DemoDeployment,
  aws: EmulatedAws,
  deployment: DeploymentReport,
  time: TimeScale | undefined,
): Promise<void> {
  try {
    if (!time) await rightsMeasured(demo, aws, deployment);
    await clockMeasured(demo, aws, deployment);
  } catch (error) {
    if (stopping.signal.aborted) return;
    log(`It did not show what it has to: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function keepKeys({ anchors }: DemoDeployment): Promise<void> {
  const folder = join(home, "keys");
  mkdirSync(folder, { recursive: true });
  for (const key of await archivedKeys(anchors)) {
    writeFileSync(join(folder, `${key.keyId}.json`), canonicalJson(key));
  }
}

/** Returns somebody who can be erased; when all were, others are stored first. */
async function somebody(demo: DemoDeployment, { subjects, objects }: StartOptions) {
  const left = await firstWithSomething(demo.erased, storedPeople(home, demo.bindings.service));
  if (left) return left;
  log(`Storing ${subjects} invented people with ${objects} of each thing ...`);
  const [first] = await seedDemo({ ...demo, home }, { subjects, objects }, () => undefined);
  if (!first) throw new StartFailed("Nobody was stored.");
  return first;
}

async function stayUp(aws: EmulatedAws): Promise<void> {
  process.stdout.write(whatNext(mail, standIns));
  const stopped = new Promise<void>((resolve) => {
    stopping.signal.addEventListener("abort", () => resolve(), { once: true });
  });
  const endedItself = await Promise.race([stopped.then(() => false), aws.ended.then(() => true)]);
  if (endedItself) throw new StartFailed("The embedded AWS ended by itself: its log is in .lethe/local/aws.");
}

function lethe(...args: readonly string[]): Promise<LetheEnd> {
  return runLethe(args, { home, signal: stopping.signal });
}

function log(line: string): void {
  process.stderr.write(`${line}\n`);
}
