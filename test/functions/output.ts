import type { Context } from "aws-lambda";
import { vi } from "vitest";

/** Keeps everything that is written to standard output and error from now on, and returns it as lines. */
export function captureOutput(): () => string {
  const lines: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((chunk) => {
      lines.push(String(chunk));
      return true;
    });
  }
  for (const method of ["log", "info", "warn", "error", "debug"] as const) {
    vi.spyOn(console, method).mockImplementation((...args) => {
      lines.push(args.join(" "));
    });
  }
  return () => lines.join("\n");
}

/** What Lambda hands to a function beside the event. */
export function invocation(): Context {
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: "test",
    functionVersion: "1",
    invokedFunctionArn: "arn:aws:lambda:eu-central-1:000000000000:function:test",
    memoryLimitInMB: "128",
    awsRequestId: "invocation-1",
    logGroupName: "group",
    logStreamName: "stream",
    getRemainingTimeInMillis: () => 900_000,
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}
