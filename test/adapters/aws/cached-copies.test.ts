import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import {
  cachedCopiesTold,
  sqsCachedCopies,
} from "../../../shared/adapters/processor-calls/sqs-cached-copies.ts";

const sqs = mockClient(SQSClient);
const copies = sqsCachedCopies(new SQSClient({}), "https://queue.example");
/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html */
const MESSAGE_BYTES_MAX = 262_144;

function sent(): readonly string[] {
  return sqs.commandCalls(SendMessageCommand).map(({ args: [{ input }] }) => input.MessageBody ?? "");
}

describe("the queue of copies that caches are to drop", () => {
  beforeEach(() => {
    sqs.reset();
    sqs.on(SendMessageCommand).resolves({});
  });

  it.each([
    [0, []],
    [1, [1]],
    [100, [100]],
    [101, [100, 1]],
    [250, [100, 100, 50]],
  ])("is told of %d things in messages of a hundred at most", async (count, portions) => {
    const keys = Array.from({ length: count }, (_, at) => `users/7/${at}.png`);
    await copies.drop({ store: "work", keys });
    const told = sent().map(cachedCopiesTold);
    expect(told.map((one) => one.keys.length)).toEqual(portions);
    expect(told.flatMap((one) => one.keys)).toEqual(keys);
    expect(new Set(told.map(({ store }) => store)).size).toBeLessThanOrEqual(1);
  });

  it("takes keys as long as S3 allows, whatever they are made of", async () => {
    const keys = Array.from({ length: 100 }, (_, at) => `${at}`.padStart(3, "0") + "\u0001".repeat(1021));
    await copies.drop({ store: "work", keys });
    for (const message of sent()) expect(Buffer.byteLength(message)).toBeLessThan(MESSAGE_BYTES_MAX);
    expect(sent().flatMap((message) => cachedCopiesTold(message).keys)).toEqual(keys);
  });

  it.each(["", "{}", '{"schema":"lethe.cached-copies/1","store":"work","keys":[]}', "[]"])(
    "reads nothing that it did not write: %s",
    (body) => {
      expect(() => cachedCopiesTold(body)).toThrow();
    },
  );
});
