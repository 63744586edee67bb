import type { SQSBatchResponse } from "aws-lambda";
import { z } from "zod";
import type { EventRecorded } from "../shared/operations/record-events.ts";
import { logError, logger } from "./handler.ts";

/** What Lambda takes from a queue; AWS may add to it. */
export const MessagesSchema = z.object({
  Records: z.array(z.object({ messageId: z.string(), body: z.string() })),
});

type Message = z.infer<typeof MessagesSchema>["Records"][number];

/** Takes messages of a queue, as {@link takeEach} does. */
export function takeMessages<Event>(
  messages: readonly Message[],
  eventsIn: (message: Message) => readonly Event[],
  record: (events: readonly Event[]) => Promise<readonly EventRecorded[]>,
): Promise<SQSBatchResponse> {
  return takeEach(messages, ({ messageId }) => messageId, eventsIn, record);
}

/**
 * Records what a batch says, all at once.
 *
 * @returns which are to come again. What can never be recorded comes until it is among the dead letters, where a person
 * finds it; the others of its batch do not wait for it.
 */
export async function takeEach<Told, Event>(
  batch: readonly Told[],
  idOf: (told: Told) => string,
  eventsIn: (told: Told) => readonly Event[],
  record: (events: readonly Event[]) => Promise<readonly EventRecorded[]>,
): Promise<SQSBatchResponse> {
  const failed = new Set<string>();
  const events: { readonly id: string; readonly event: Event }[] = [];
  for (const told of batch) {
    const id = idOf(told);
    try {
      events.push(...eventsIn(told).map((event) => ({ id, event })));
    } catch (error) {
      logError("An event could not be read: it goes to the dead letters.", error);
      failed.add(id);
    }
  }
  const recorded = await record(events.map(({ event }) => event));
  for (const [at, { id }] of events.entries()) {
    const outcome = recorded[at];
    if (!outcome || outcome.recorded) continue;
    if ("cause" in outcome) logError("An event could not be recorded: it comes again.", outcome.cause);
    else logger.warn("An event was refused: it goes to the dead letters.", { why: outcome.why });
    failed.add(id);
  }
  return { batchItemFailures: [...failed].map((itemIdentifier) => ({ itemIdentifier })) };
}

/**
 * Takes messages of a queue one after another, each by itself.
 *
 * @returns which are to come again, as {@link takeEach} does.
 */
export async function takeOneByOne(
  messages: readonly Message[],
  take: (message: Message) => Promise<void>,
): Promise<SQSBatchResponse> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const message of messages) {
    try {
      await take(message);
    } catch (error) {
      logError("A message could not be taken: it comes again.", error);
      batchItemFailures.push({ itemIdentifier: message.messageId });
    }
  }
  return { batchItemFailures };
}
