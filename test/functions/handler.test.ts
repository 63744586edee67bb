import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { lambdaHandler } from "../../functions/handler.ts";
import { captureOutput, invocation } from "./output.ts";

const MARKED = "marked-address@example.com";

describe("the one handler stack", () => {
  afterEach(() => vi.restoreAllMocks());

  it("refuses an event of another shape, naming the field and not its value", async () => {
    const output = captureOutput();
    const handler = lambdaHandler(z.strictObject({ requestId: z.literal("req_1") }), async () => "ran");

    const failed = await failureOf(handler({ requestId: MARKED }, invocation()));

    expect(failed.name).toBe("EventRefused");
    expect(output()).toContain("requestId: invalid_value");
    expect(output()).not.toContain(MARKED);
  });

  it("keeps the name of an error, on which Step Functions matches, and drops its text everywhere", async () => {
    const output = captureOutput();
    const handler = lambdaHandler(z.object({ address: z.string() }), async () => {
      throw new TypeError(`cannot work on ${MARKED}`, { cause: new RangeError(MARKED) });
    });

    const failed = await failureOf(handler({ address: MARKED }, invocation()));

    expect(failed.name).toBe("TypeError");
    expect(`${failed.message}${failed.stack}`).not.toContain(MARKED);
    expect(output()).toContain("RangeError");
    expect(output()).not.toContain(MARKED);
  });

  it("hands the parsed event on and returns what the operation returned", async () => {
    const handler = lambdaHandler(z.object({ count: z.number() }), async ({ count }) => ({
      twice: count * 2,
    }));
    expect(await handler({ count: 2 }, invocation())).toEqual({ twice: 4 });
  });
});

async function failureOf(promise: Promise<unknown>): Promise<Error> {
  const failed = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failed instanceof Error) return failed;
  throw new Error("This was expected to fail.");
}
