import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { z } from "zod";
import { hasEnded, type Restore, RestoreSchema } from "../../shared/domain/restore/restore.ts";
import type { Context } from "../context.ts";
import { CommandFailed, EXIT, type ExitCode, UsageError } from "../exit-codes.ts";
import { grouped, table } from "../terminal.ts";

/** A copy of terabytes takes AWS hours to bring back; a person looks again after that. */
const LOOKS_MAX = 720;
const PAUSE_MS = 10_000;

/** Options of `lethe restore`. */
export interface RestoreOptions {
  readonly copy?: string;
  readonly at?: string;
  readonly plan?: boolean;
  readonly abandon?: boolean;
}

const CopySchema = z.looseObject({
  pointId: z.string(),
  kind: z.string(),
  state: z.string(),
  earliest: z.string(),
});
const AnswerSchema = z.union([
  z.object({ opened: z.literal(true), restore: RestoreSchema, joined: z.boolean() }),
  z.object({ opened: z.literal(false), why: z.string() }),
  z.object({ copies: z.array(CopySchema) }),
  z.object({ restore: RestoreSchema, plan: z.record(z.string(), z.number()).optional() }),
]);
type Answer = z.infer<typeof AnswerSchema>;
type Ask = (question: Readonly<Record<string, unknown>>) => Promise<Answer>;

/** Brings a copy of a store back, but for what was erased or has ended since; or shows which copies there are. */
export async function restore(context: Context, storeId: string, options: RestoreOptions): Promise<ExitCode> {
  if (options.plan && options.abandon) throw new UsageError("Give --plan or --abandon, not both.");
  const ask = await asker(context);
  if (options.copy === undefined) return showCopies(context, storeId, await ask({ ask: "copies", storeId }));
  const at = options.at === undefined ? {} : { at: options.at };
  const opened = await ask({ ask: "open", storeId, pointId: options.copy, ...at });
  if (!("opened" in opened)) throw new CommandFailed("The deployment gave another answer: deploy it again.");
  if (!opened.opened) throw new CommandFailed(opened.why);
  const { restore: open } = opened;
  if (open.storeId !== storeId || open.pointId !== options.copy) {
    throw new CommandFailed(
      `A restore of ${open.storeId} is under way in the same quarantine: finish it first, with lethe restore ${open.storeId} --copy ${open.pointId}, or add --abandon to that.`,
    );
  }
  if (options.abandon) return abandon(context, ask, open);
  return options.plan ? showPlan(context, ask, open) : runToItsEnd(context, ask, open);
}

async function showCopies({ terminal }: Context, storeId: string, answer: Answer): Promise<ExitCode> {
  const copies = "copies" in answer ? answer.copies : [];
  terminal.document({ copies });
  const rows = copies.map(({ pointId, kind, state, earliest }) => [earliest, kind, state, pointId]);
  terminal.result(
    rows.length === 0
      ? `There is no copy of ${storeId}.`
      : `${table([["From", "Kind", "State", "Copy"], ...rows])}\n\nBring one back: lethe restore ${storeId} --copy COPY --plan`,
  );
  return EXIT.done;
}

async function showPlan(context: Context, ask: Ask, { restoreId }: Restore): Promise<ExitCode> {
  const { terminal } = context;
  const answer = await untilWhole(
    context,
    () => ask({ ask: "plan", restoreId }),
    (one) => "plan" in one && one.plan !== undefined,
  );
  const plan = "plan" in answer ? (answer.plan ?? {}) : {};
  terminal.document({ restoreId, plan });
  const rows = Object.entries(plan).map(([verdict, count]) => [MEANING[verdict] ?? verdict, grouped(count)]);
  terminal.result(
    `${table([["What would become of it", "Things"], ...rows])}\n\nNothing was changed: the copy lies in quarantine. Go on without --plan, or give it up with --abandon.`,
  );
  return EXIT.done;
}

const MEANING: Readonly<Record<string, string>> = {
  stays: "would come back",
  sealed: "would come back under its seal",
  cut: "of the erased, kept by a law: would be cut",
  erased: "was erased: would be removed",
  expired: "has ended: would be removed",
  objected: "its only use was refused: would be removed",
  undated: "of unknown age: would be removed",
  nobodys: "belongs to nobody: would be removed",
};

async function runToItsEnd(context: Context, ask: Ask, { restoreId }: Restore): Promise<ExitCode> {
  let before: Restore | undefined;
  const answer = await untilWhole(
    context,
    () => ask({ ask: "run", restoreId }),
    (one) => {
      const now = "restore" in one ? one.restore : undefined;
      // What a hold keeps in quarantine stays there however often it is looked at.
      const isStuck = now?.state === "handing-over" && now.held > 0 && now.handedOver === before?.handedOver;
      before = now;
      return now === undefined || hasEnded(now) || isStuck;
    },
  );
  if (!("restore" in answer)) throw new CommandFailed("The deployment gave another answer: deploy it again.");
  return ended(context, answer.restore);
}

async function abandon(context: Context, ask: Ask, { restoreId }: Restore): Promise<ExitCode> {
  const answer = await ask({ ask: "abandon", restoreId });
  if (!("restore" in answer)) throw new CommandFailed("The deployment gave another answer: deploy it again.");
  return ended(context, answer.restore);
}

function ended({ terminal }: Context, done: Restore): ExitCode {
  terminal.document({ restore: done });
  const { removed, cut, handedOver, thereAlready, held, state, storeId } = done;
  const gone = Object.entries(removed).map(([why, count]) => `${grouped(count)} ${why}`);
  terminal.result(
    [
      `${storeId}: ${grouped(handedOver)} came back, ${grouped(thereAlready)} were there already; removed: ${gone.join(", ")}; cut: ${grouped(cut)}.`,
      hasEnded(done)
        ? `Restore ${done.restoreId} is ${state}.`
        : `Restore ${done.restoreId} waits: ${grouped(held)} things are kept in quarantine by a hold. Run this again when it is released.`,
    ].join("\n"),
  );
  return hasEnded(done) ? EXIT.done : EXIT.waiting;
}

async function untilWhole(
  { terminal }: Context,
  look: () => Promise<Answer>,
  isEnd: (answer: Answer) => boolean,
): Promise<Answer> {
  for (let looks = 1; ; looks += 1) {
    const answer = await look();
    if (isEnd(answer)) return answer;
    if (looks === LOOKS_MAX) throw new CommandFailed("It is still under way: run the same command again.");
    if (!("restore" in answer)) return answer;
    terminal.progress(`  ${answer.restore.storeId.padEnd(20)} ${answer.restore.state}`);
    if (answer.restore.state === "bringing-back")
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

async function asker(context: Context): Promise<Ask> {
  const deployment = await context.deployment();
  const lambda = new LambdaClient({
    ...deployment.clientConfig,
    maxAttempts: 1,
    requestHandler: { requestTimeout: 900_000 },
  });
  const FunctionName = deployment.output("RestoreFunctionName");
  return async (question) => {
    const { FunctionError, Payload } = await lambda.send(
      new InvokeCommand({ FunctionName, Payload: JSON.stringify(question) }),
    );
    const text = Payload?.transformToString() ?? "";
    if (FunctionError === undefined) return AnswerSchema.parse(JSON.parse(text));
    throw new CommandFailed(
      `The restore stopped (${FunctionError}), and nothing unclean was handed over: look at the log of ${FunctionName} and in docs/runbook.md.`,
    );
  };
}
