import { Logger } from "@aws-lambda-powertools/logger";
import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import middy from "@middy/core";
import type { Context } from "aws-lambda";
import type { z } from "zod";
import { NEVER_RETRIED } from "../shared/domain/erasure/error-names.ts";
import { type Step, StepSchema } from "../shared/domain/erasure/step.ts";
import { plainErrorName } from "./error-name.ts";

/** The event is not what this function is for; nothing was done. Its values stay out of the message. */
export class EventRefused extends Error {
  override readonly name = "EventRefused";
}

/** Structured log lines; `service` comes from POWERTOOLS_SERVICE_NAME. */
export const logger = new Logger();

/**
 * Returns a Lambda handler: the one stack that every function goes through.
 *
 * The event is parsed by `schema`, unknown keys refused. An error leaves with its name, on which Step Functions
 * matches, and without its text: what another service said may hold a key or an address.
 *
 * @throws {EventRefused} naming the fields, if the event has another shape.
 */
export function lambdaHandler<Event, Result>(
  schema: z.ZodType<Event>,
  run: (event: Event, context: Context) => Promise<Result>,
) {
  return middy(async (raw: unknown, context: Context) => run(parsed(schema, raw), context))
    .use(injectLambdaContext(logger, { resetKeys: true, logEvent: false }))
    .use({
      onError: (request) => {
        request.error = withoutText(request.error, request.context.awsRequestId);
      },
    });
}

/** Returns the handler of one step of the erasure workflow; log lines carry the request and attempt. */
export function stepHandler<Result>(run: (step: Step, context: Context) => Promise<Result>) {
  return lambdaHandler(StepSchema, (step, context) => {
    logger.appendKeys({ requestId: step.requestId, attempt: step.attempt });
    return run(step, context);
  });
}

/** More would make a line that nobody reads. */
const NAMES_MAX = 20;
/** A place in a file, as V8 writes it. */
const FRAME = /^\s+at (?:[\w$.<>[\] ]+ \()?(?:file:\/\/|node:)?[\w/.:@-]+:\d+:\d+\)?$/;

/** Errors of our own whose text names requests, stores and settings only, so that it may be logged. */
const TEXT_IS_LOGGED: readonly string[] = [
  "BindingsNotOnRecord",
  "DeploymentIncomplete",
  "EventRefused",
  ...NEVER_RETRIED,
  "StoresFailed",
];

/** Logs what may be logged of an error: its name, its causes' names, where it was thrown, and the text of a few. */
export function logError(message: string, error: unknown): void {
  const said = error instanceof Error && TEXT_IS_LOGGED.includes(error.name) ? { said: error.message } : {};
  logger.error(message, { errorNames: namesOf(error), thrownAt: framesOf(error), ...said });
}

function parsed<Event>(schema: z.ZodType<Event>, raw: unknown): Event {
  const event = schema.safeParse(raw);
  if (event.success) return event.data;
  // Only the field at the top is sure to be named by us: below it a caller's own keys may stand.
  const fields = event.error.issues.map(({ path: [field = "(top)"], code }) => `${String(field)}: ${code}`);
  throw new EventRefused(`This event has another shape: ${fields.join("; ")}.`);
}

function withoutText(error: unknown, invocation: string): Error {
  logError("This invocation failed.", error);
  const plain = new Error(`The log of invocation ${invocation} says where.`);
  plain.name = plainErrorName(error instanceof Error ? error.name : undefined);
  plain.stack = `${plain.name}: ${plain.message}`;
  return plain;
}

function namesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [typeof error];
  const inside = error instanceof AggregateError ? error.errors : [];
  const causes = error.cause === undefined ? inside : [error.cause, ...inside];
  return [plainErrorName(error.name), ...causes.flatMap(namesOf)].slice(0, NAMES_MAX);
}

/** The frames alone: what stands before them repeats the text, which may hold lines that look like frames. */
function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const { stack = "", message } = error;
  const textAt = stack.indexOf(message);
  const lines = textAt === -1 ? [] : stack.slice(textAt + message.length).split("\n");
  return lines.filter((line) => FRAME.test(line)).slice(0, 10);
}
