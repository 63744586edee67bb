import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { z } from "zod";
import { planReconcile } from "../../shared/operations/plan-reconcile.ts";
import type { Context } from "../context.ts";
import { deployedClock } from "../deployed-clock.ts";
import { CommandFailed, EXIT, type ExitCode } from "../exit-codes.ts";
import { grouped, table } from "../terminal.ts";

/** An invocation lists what it can in a quarter of an hour; so many of them are more than a day. */
const INVOCATIONS_MAX = 100;

const ReconciledSchema = z.object({
  stores: z.array(
    z.object({
      store: z.string(),
      finished: z.boolean(),
      living: z.number(),
      untold: z.number(),
      found: z.number(),
      oldestLivingAt: z.string().optional(),
    }),
  ),
  failed: z.array(z.string()),
});

export type Reconciled = z.infer<typeof ReconciledSchema>;
type StoreReconciled = Reconciled["stores"][number];

/** Lists every store on the clock, tells what nobody told, and deletes what is due and still there. */
export async function reconcile(context: Context): Promise<ExitCode> {
  const deployment = await context.deployment();
  const lambda = new LambdaClient({
    ...deployment.clientConfig,
    maxAttempts: 1,
    requestHandler: { requestTimeout: 900_000 },
  });
  const FunctionName = deployment.output("ReconcileFunctionName");
  const invoke = async (): Promise<Reconciled> => {
    const Payload = JSON.stringify({ everything: true });
    const { FunctionError, Payload: answer } = await lambda.send(
      new InvokeCommand({ FunctionName, Payload }),
    );
    if (FunctionError === undefined)
      return ReconciledSchema.parse(JSON.parse(answer?.transformToString() ?? ""));
    throw new CommandFailed(`The reconciler failed (${FunctionError}): look at the log of ${FunctionName}.`);
  };
  return reconcileWith(context, invoke);
}

/** Does the same with any reconciler: asks for as many runs as it takes, and adds up what they did. */
export async function reconcileWith(
  { terminal }: Pick<Context, "terminal">,
  invoke: () => Promise<Reconciled>,
): Promise<ExitCode> {
  const ended = new Map<string, StoreReconciled>();
  for (let run = 1; ; run += 1) {
    const { stores, failed } = await invoke();
    if (stores.length === 0 && failed.length === 0) {
      throw new CommandFailed("Everything is paused, so nothing was looked at: lethe resume --all.");
    }
    for (const store of stores) {
      terminal.progress(`  ${store.store.padEnd(20)} ${progressText(store)}`);
      if (store.finished) ended.set(store.store, store);
    }
    if (failed.length > 0)
      throw new CommandFailed(
        `${failed.join(", ")} could not be listed: look at the reconciler's log, and ask again.`,
      );
    if (stores.every(({ finished }) => finished)) break;
    if (run === INVOCATIONS_MAX) throw new CommandFailed("It is not finished: ask again, and it goes on.");
  }
  return told(terminal, [...ended.values()]);
}

/** Says what listing the stores would find, and changes nothing. */
export async function planReconciliation(context: Context): Promise<ExitCode> {
  const { ports, service, expiringStores } = await deployedClock(context);
  const { terminal } = context;
  const stores = await planReconcile({ ...ports, expiringStores }, service, ({ store, listed }) =>
    terminal.progress(`  ${store.padEnd(20)} ${grouped(listed)} listed`),
  );
  const isFound = stores.some(({ untold, due }) => untold > 0 || due > 0);
  terminal.document({ planned: true, stores });
  terminal.result(
    [
      table([
        ["store", "listed", "untold", "due"],
        ...stores.map(({ store, listed, untold, due }) => [
          store,
          grouped(listed),
          grouped(untold),
          grouped(due),
        ]),
      ]),
      "",
      isFound ? "Do it with: lethe reconcile" : "There is nothing to do.",
    ].join("\n"),
  );
  return isFound ? EXIT.waiting : EXIT.done;
}

function told(terminal: Context["terminal"], stores: readonly StoreReconciled[]): ExitCode {
  const found = stores.reduce((sum, store) => sum + store.found, 0);
  const untold = stores.reduce((sum, store) => sum + store.untold, 0);
  terminal.document({ found, untold, stores });
  terminal.result(
    [
      table([
        ["store", "living", "untold", "found"],
        ...stores.map((store) => [
          store.store,
          grouped(store.living),
          grouped(store.untold),
          grouped(store.found),
        ]),
      ]),
      "",
      found === 0
        ? "Nothing was past its time that the sweeper had missed."
        : `${grouped(found)} were past their time and were deleted now: say why the sweeper had missed them (lethe clock, docs/runbook.md).`,
    ].join("\n"),
  );
  return found === 0 ? EXIT.done : EXIT.failed;
}

function progressText({ living, untold, found, finished }: StoreReconciled): string {
  const counts = `${grouped(living)} living, ${grouped(untold)} untold, ${grouped(found)} found`;
  return finished ? counts : `${counts} so far`;
}
