import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { mockClient } from "aws-sdk-client-mock";
import { describe, expect, it } from "vitest";
import { EventsNotSent } from "../../client/clock-refusals.ts";
import { eventBus } from "../../client/event-bus.ts";
import { SERVICE_EVENTS } from "../../shared/domain/retention/service-event.ts";
import { serviceEvents } from "../world/service-events.ts";

/** A bus that takes entries or not, as it is told; what it took is kept. */
function bus(takes: (key: string, call: number) => boolean) {
  const taken: string[] = [];
  let calls = 0;
  const eventBridge = mockClient(EventBridgeClient);
  eventBridge.on(PutEventsCommand).callsFake(({ Entries }) => {
    calls += 1;
    expect(Entries.length).toBeLessThanOrEqual(10);
    return {
      Entries: Entries.map(({ Detail, DetailType, Source, EventBusName }: Record<string, string>) => {
        expect([Source, EventBusName]).toEqual(["lethe.service", "bus"]);
        expect(DetailType).toBe("created");
        const { key } = SERVICE_EVENTS.created.parse(JSON.parse(Detail ?? "")).thing;
        if (!takes(key, calls)) return { ErrorCode: "ThrottlingException" };
        taken.push(key);
        return { EventId: "1" };
      }),
    };
  });
  const pauses: number[] = [];
  const send = eventBus(new EventBridgeClient({}), "bus", {
    pause: async (milliseconds) => {
      pauses.push(milliseconds);
    },
  });
  return { send, taken, pauses, calls: () => calls };
}

describe("the bus that events go to", () => {
  it("is handed ten at a time, each once", async () => {
    const { send, taken, calls } = bus(() => true);
    const events = serviceEvents(25);
    await send(events);
    expect(taken).toEqual(events.map(({ thing }) => thing.key));
    expect(calls()).toBe(3);
  });

  it("is handed again what it did not take, and only that, after a pause that grows", async () => {
    const { send, taken, pauses } = bus((key, call) => call > 3 || !key.endsWith("7"));
    await send(serviceEvents(20));
    expect(taken).toHaveLength(20);
    expect(new Set(taken)).toHaveLength(20);
    expect(pauses).toEqual([100, 200]);
  });

  it("is given up after five times, with how many it never took", async () => {
    const { send, taken, calls } = bus((key) => !key.endsWith("7"));
    const refusal = await send(serviceEvents(20)).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(EventsNotSent);
    expect(refusal).toMatchObject({
      notSent: 2,
      message: expect.stringMatching(/^2 of 20 events were not taken .*\(ThrottlingException\)/),
    });
    expect(taken).toHaveLength(18);
    expect(calls()).toBe(6);
  });

  it("that does not answer at all fails with what was not taken, and with its cause", async () => {
    const eventBridge = mockClient(EventBridgeClient);
    const cause = Object.assign(new Error("nobody there"), { name: "ResourceNotFoundException" });
    eventBridge.on(PutEventsCommand).rejects(cause);
    const send = eventBus(new EventBridgeClient({}), "bus");
    await expect(send(serviceEvents(3))).rejects.toMatchObject({ notSent: 3, cause });
  });
});
