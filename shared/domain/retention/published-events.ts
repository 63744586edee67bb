import { z } from "zod";
import { SERVICE_EVENT_SOURCE, SERVICE_EVENTS } from "./service-event.ts";

/** Returns the JSON Schema of each event that a service may tell the clock, by the name of its file. */
export function publishedEvents(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(SERVICE_EVENTS).map(([fact, schema]) => {
      const document = {
        ...z.toJSONSchema(schema),
        title: `Detail of the EventBridge event "${fact}" whose source is "${SERVICE_EVENT_SOURCE}"`,
        $comment: "Made by `npx lethe policy publish`: change the zod schema, not this file.",
      };
      return [`events/${fact}.json`, `${JSON.stringify(document, null, 2)}\n`];
    }),
  );
}
