import { CloudWatchClient, DescribeAlarmsCommand } from "@aws-sdk/client-cloudwatch";
import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import {
  DeleteFunctionConcurrencyCommand,
  LambdaClient,
  PutFunctionConcurrencyCommand,
} from "@aws-sdk/client-lambda";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { LOCAL_CREDENTIALS } from "../../local/local-environment.ts";
import { type Service, startService, storesOf } from "./service.ts";

/** A day is a minute; the margin of an hour is two and a half seconds, which the clock widens to three. */
const TIME_SCALE = 1440;
const DAY_SECONDS = 86_400 / TIME_SCALE;
const MARGIN_SECONDS = 3_600 / TIME_SCALE;
/** As many at once as a short test can take; the count is for the form of it. */
const FLOOD = 500;
const FLOOD_AT_ONCE = 25;

const CountsSchema = z.record(z.string(), z.number());

describe("the clock, on an embedded AWS whose day is a minute", () => {
  let service: Service;
  let photos: { readonly bucket: string; readonly table: string; readonly where: string };
  let clients: {
    readonly s3: S3Client;
    readonly lambda: LambdaClient;
    readonly watch: CloudWatchClient;
    readonly events: EventBridgeClient;
  };

  beforeAll(async () => {
    service = await startService("dream-portraits", { timeScale: TIME_SCALE });
    const { bindings } = service.demo;
    const bucket = bindings.stores.photos?.id ?? "";
    const table = bindings.stores.landmarks?.id ?? "";
    const { pool } = JSON.parse(await storesOf(service));
    photos = {
      bucket,
      table,
      where: JSON.stringify({ buckets: [bucket], tables: [{ name: table, sort: "photo" }], pool }),
    };
    const config = {
      endpoint: service.aws.endpoint,
      region: service.aws.region,
      credentials: LOCAL_CREDENTIALS,
    };
    clients = {
      s3: new S3Client(config),
      lambda: new LambdaClient(config),
      watch: new CloudWatchClient(config),
      events: new EventBridgeClient(config),
    };
  });
  afterAll(() => service.stop());

  const left = async (subject: string) => {
    const counts = CountsSchema.parse(await service.boto3("count", photos.where, subject));
    return (counts[photos.bucket] ?? 0) + (counts[photos.table] ?? 0);
  };
  const put = (Key: string) =>
    clients.s3.send(new PutObjectCommand({ Bucket: photos.bucket, Key, Body: "x" }));
  const secondsSince = (at: number) => Date.now() / 1000 - at;
  const until = (at: number, seconds: number) =>
    expect
      .poll(() => secondsSince(at) >= seconds, { timeout: 2 * DAY_SECONDS * 1000, interval: 100 })
      .toBe(true);

  it("deletes what another client stored, in whatever way, before its scaled deadline and not before it is due", async () => {
    const { at = 0, ...stored } = CountsSchema.parse(await service.boto3("upload", photos.where, "1"));
    expect(stored[photos.bucket]).toBeGreaterThan(10);
    expect(stored[photos.table]).toBe(1);
    await put("stray.png");
    await until(at, DAY_SECONDS - 5 * MARGIN_SECONDS);
    expect(await left("1")).toBe((stored[photos.bucket] ?? 0) + 1);

    // The other client is there before it is due: starting it takes seconds on a busy machine.
    const gone = CountsSchema.parse(await service.boto3("gone", photos.where, "1"));

    expect(gone.left).toBeUndefined();
    expect((gone.at ?? 0) - at).toBeLessThan(DAY_SECONDS);
    expect((gone.at ?? 0) - at).toBeGreaterThan(DAY_SECONDS - 2 * MARGIN_SECONDS);
  });

  it("deletes at once what the service says is done with, and what nobody owns with the rest", async () => {
    await put("users/2/done.png");
    const at = Date.now() / 1000;
    const detail = {
      schema: "lethe.event.generation-completed/1",
      service: "dream-portraits",
      region: service.aws.region,
      at: new Date().toISOString(),
      thing: { store: "photos", key: "users/2/done.png" },
    };
    const { FailedEntryCount } = await clients.events.send(
      new PutEventsCommand({
        Entries: [
          {
            EventBusName: service.output("ServiceBusName"),
            Source: "lethe.service",
            DetailType: "generation-completed",
            Detail: JSON.stringify(detail),
          },
        ],
      }),
    );
    expect(FailedEntryCount).toBe(0);

    await expect.poll(() => left("2"), { timeout: 20_000, interval: 200 }).toBe(0);
    expect(secondsSince(at)).toBeLessThan(DAY_SECONDS / 2);
  });

  it("catches up after the sweeper was away for a day, calls a person, and takes a flood of events", async () => {
    const away = [service.output("SweepFunctionName"), service.output("ReconcileFunctionName")];
    for (const FunctionName of away) {
      await clients.lambda.send(
        new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 0 }),
      );
    }
    for (let first = 0; first < FLOOD; first += FLOOD_AT_ONCE) {
      await Promise.all(
        Array.from({ length: FLOOD_AT_ONCE }, (_, more) => put(`users/3/${first + more}.png`)),
      );
    }
    const at = Date.now() / 1000;
    // Late enough for the alarm, which lets what ends with an event take its time.
    await until(at, DAY_SECONDS + 6 * MARGIN_SECONDS);
    expect(await left("3")).toBe(FLOOD);

    for (const FunctionName of away) {
      await clients.lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName }));
    }

    await expect.poll(() => left("3"), { timeout: 60_000, interval: 500 }).toBe(0);
    const alarms = async () => {
      const { MetricAlarms = [] } = await clients.watch.send(
        new DescribeAlarmsCommand({ StateValue: "ALARM" }),
      );
      return MetricAlarms.map(({ AlarmName }) => AlarmName);
    };
    await expect
      .poll(alarms, { timeout: 90_000, interval: 1000 })
      .toContain("lethe-dream-portraits-clock-late");
  });
});
