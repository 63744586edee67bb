import { describe, expect, it } from "vitest";
import { takeMessages, takeOneByOne } from "../../functions/messages.ts";
import type { EventRecorded } from "../../shared/operations/record-events.ts";
import { captureOutput } from "./output.ts";

const message = (messageId: string) => ({ messageId, body: messageId });
const failed = (response: { readonly batchItemFailures: readonly { readonly itemIdentifier: string }[] }) =>
  response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);

describe("a batch of events", () => {
  it("comes again only as far as it failed, and one that cannot be read keeps no other back", async () => {
    captureOutput();
    const outcomes: Readonly<Record<string, EventRecorded>> = {
      refused: { recorded: false, why: "no such store" },
      failing: { recorded: false, why: "failed", cause: new Error("users/1/secret.png") },
    };
    const recorded: string[] = [];

    const response = await takeMessages(
      ["good", "unreadable", "refused", "failing", "two"].map(message),
      ({ body }) => {
        if (body === "unreadable") throw new SyntaxError(body);
        return body === "two" ? ["good", "failing"] : [body];
      },
      async (events) => {
        recorded.push(...events);
        return events.map((event) => outcomes[event] ?? { recorded: true });
      },
    );

    expect(recorded).toEqual(["good", "refused", "failing", "good", "failing"]);
    expect(failed(response)).toEqual(["unreadable", "refused", "failing", "two"]);
  });
});

describe("messages that are taken one by one", () => {
  it("do not wait for one that fails, and it alone comes again", async () => {
    captureOutput();
    const taken: string[] = [];
    const response = await takeOneByOne(["one", "poison", "two"].map(message), async ({ body }) => {
      if (body === "poison") throw new Error("person@mail.example");
      taken.push(body);
    });
    expect(taken).toEqual(["one", "two"]);
    expect(failed(response)).toEqual(["poison"]);
  });
});
