import { writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { type BusyService, busyService } from "../../local/demo/busy-service.ts";
import { type DemoClock, demoClock } from "../../local/demo/demo-clock.ts";
import { agesChart } from "../ages-chart.ts";
import { agesHtml } from "../ages-html.ts";
import type { Context } from "../context.ts";
import type { Deployment, OutputName } from "../deployment.ts";
import { CommandFailed, EXIT, type ExitCode, UsageError } from "../exit-codes.ts";
import { deployedPolicy } from "../ports.ts";

/** How often something is stored, is looked at, and is shown. */
const STEP_EVERY_MS = 1000;
const LOOK_EVERY_MS = 250;
const SHOW_EVERY_MS = 1000;
/** In a pipe each view follows the one before it. */
const SHOW_IN_PIPE_EVERY_MS = 10_000;
const WIDTH_CHARACTERS = 100;
const REDRAW = "\u001b[H\u001b[J";

/** What the client of the demo service is told of the deployment. */
const OUTPUTS: readonly OutputName[] = [
  "Service",
  "WrappingKeyArn",
  "KeysTable",
  "RecordsBucket",
  "PolicyDigest",
  "ClockTable",
  "TombstonesTable",
  "ServiceBusName",
  "ApiUrl",
];

export interface DemoRunOptions {
  /** Stops by itself after so many real seconds; runs until Ctrl-C otherwise. */
  readonly seconds?: number;
  /** File to write the page to, at the end and now and then before. */
  readonly html?: string;
}

/** Keeps the service busy, and shows how old things become. */
export async function demoRun(
  context: Context,
  { seconds = Number.POSITIVE_INFINITY, html }: DemoRunOptions,
  { widthCharacters }: { readonly widthCharacters: number | undefined },
): Promise<ExitCode> {
  const deployment = await context.deployment();
  if (deployment.where !== "embedded") {
    throw new UsageError("A demo service belongs on the embedded AWS only: leave --deployment out.");
  }
  const ports = await context.ports();
  const { compiled, bindings } = await deployedPolicy(deployment, ports);
  const { policy } = compiled;
  const { stores: declared, accountAddresses } = policy;
  const stores = {
    stores: declared,
    accountAddresses,
    bindings,
    erased: [],
    sqs: ports.sqs,
    ...ports.clients,
  };
  const demo = demoClock(stores, policy, outputsOf(deployment), deployment.endpoint);
  const busy = busyService(demo);
  const { terminal } = context;
  const show = () => {
    const now = demo.clock.now().toISOString();
    if (html !== undefined) write(html, demo, busy, now);
    if (terminal.json) return;
    const chart = agesChart(busy.ages(), now, widthCharacters ?? WIDTH_CHARACTERS);
    terminal.result(widthCharacters === undefined ? `${chart}\n` : `${REDRAW}${chart}`);
  };
  await work(busy, show, {
    seconds,
    showEveryMs: widthCharacters === undefined ? SHOW_IN_PIPE_EVERY_MS : SHOW_EVERY_MS,
  });
  show();
  terminal.document({ service: policy.service.id, timeScale: demo.timeScale, stores: busy.ages() });
  if (html !== undefined) terminal.progress(`wrote ${html}`);
  return EXIT.done;
}

async function work(
  busy: BusyService,
  show: () => void,
  { seconds, showEveryMs }: { readonly seconds: number; readonly showEveryMs: number },
): Promise<void> {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  const until = performance.now() + seconds * 1000;
  const due = { step: 0, show: performance.now() + showEveryMs };
  while (!stopping.signal.aborted && performance.now() < until) {
    if (performance.now() >= due.step) {
      due.step = performance.now() + STEP_EVERY_MS;
      await busy.step();
    }
    await busy.look();
    if (performance.now() >= due.show) {
      due.show = performance.now() + showEveryMs;
      show();
    }
    await pause(LOOK_EVERY_MS);
  }
  process.off("SIGINT", stop);
  process.off("SIGTERM", stop);
}

function write(file: string, demo: DemoClock, busy: BusyService, now: string): void {
  const page = { service: demo.policy.service.name, stores: busy.ages(), now, timeScale: demo.timeScale };
  try {
    writeFileSync(file, agesHtml(page));
  } catch (cause) {
    throw new CommandFailed(`${file} cannot be written: name a file in a folder that is there.`, { cause });
  }
}

function outputsOf({ output, time }: Deployment): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(OUTPUTS.map((name) => [name, output(name)])),
    ...(time ? { TimeScale: String(time.scale), TimeOrigin: time.origin } : {}),
  };
}
