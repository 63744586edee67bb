import { SERVICE_EVENTS } from "../../shared/domain/retention/service-event.ts";

/** So many events that say that photos of one person were stored. */
export function serviceEvents(count: number) {
  return Array.from({ length: count }, (_, at) =>
    SERVICE_EVENTS.created.parse({
      schema: "lethe.event.created/1",
      service: "dream-portraits",
      region: "eu-central-1",
      at: "2026-11-24T10:00:00.000Z",
      thing: { store: "photos", key: `users/ann/${at}` },
    }),
  );
}
