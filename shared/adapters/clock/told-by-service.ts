import { z } from "zod";
import type { ClockEvent } from "../../domain/retention/clock-event.ts";
import { clockEventOf, SERVICE_EVENT_SOURCE } from "../../domain/retention/service-event.ts";

/** The envelope is EventBridge's, and may have more keys; what is in it is ours, and may not. */
const EnvelopeSchema = z.object({
  source: z.literal(SERVICE_EVENT_SOURCE),
  "detail-type": z.string(),
  detail: z.unknown(),
});

/**
 * Returns what the service told the clock by way of the bus.
 *
 * @param body of the message, as EventBridge wrote it.
 * @param shown returns a real moment as our clock shows it.
 * @throws {ZodError} or {SyntaxError} if it is no event of the service.
 */
export function toldByService(body: string, shown: (real: Date) => Date): ClockEvent {
  const { "detail-type": detailType, detail } = EnvelopeSchema.parse(JSON.parse(body));
  const event = clockEventOf(detailType, detail);
  const ofOurs = (at: string) => shown(new Date(at)).toISOString();
  if (event.kind !== "thing") return { ...event, at: ofOurs(event.at) };
  return { ...event, told: { ...event.told, at: ofOurs(event.told.at) } };
}
