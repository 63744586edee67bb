import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { REPOSITORY } from "../../local/local-environment.ts";
import { foundInBucket } from "../../local/read-back/bucket-settings.ts";
import { foundInTable } from "../../local/read-back/table-settings.ts";
import { type BareEmbeddedAws, startBareEmbeddedAws } from "../embedded-aws.ts";
import { batchProbes } from "./gap-probes/batches.ts";
import { eventProbes, startTwice } from "./gap-probes/events.ts";
import { functionProbes } from "./gap-probes/functions.ts";
import { createStack, updateStack } from "./gap-probes/probe.ts";
import {
  BARE_BUCKET_SETTINGS,
  BARE_TABLE_SETTINGS,
  EMPTY_BUCKET,
  EMPTY_TABLE,
  FULL_BUCKET,
  FULL_TABLE,
  settingProbes,
} from "./gap-probes/settings.ts";

/** Files of the folder that close no gap of their own. */
const OTHER_FILES = ["__init__", "replacing"];

const GAPS = readdirSync(join(REPOSITORY, "local/emulator/gaps"))
  .filter((file) => file.endsWith(".py"))
  .map((file) => file.slice(0, -".py".length))
  .filter((name) => !OTHER_FILES.includes(name));

/** Those of functions come last: the last of them kills the emulator. */
const PROBES = [...settingProbes, ...eventProbes, ...batchProbes, ...functionProbes];

describe("the embedded AWS", () => {
  let closed: BareEmbeddedAws;
  let stock: BareEmbeddedAws;

  beforeAll(async () => {
    [closed, stock] = await Promise.all([startBareEmbeddedAws(), startBareEmbeddedAws(GAPS)]);
  });
  afterAll(() => Promise.all([closed.stop(), stock.stop()]));

  it("has a probe for each gap that it closes", () => {
    expect(GAPS.length).toBeGreaterThan(5);
    expect([...new Set(PROBES.map(({ gap }) => gap))].toSorted()).toEqual(GAPS.toSorted());
  });

  it("still refuses the name of a running execution with another input", async () => {
    const again = await startTwice(closed, ['{"request":1}', '{"request":2}']);
    expect(again).toBe("ExecutionAlreadyExists");
  });

  it("takes away what an updated template no longer says", async () => {
    const { ObjectLockEnabled, ObjectLockConfiguration, ...Properties } = FULL_BUCKET.Properties;
    const nameOf = await createStack(closed, "updated", {
      Bucket: { ...FULL_BUCKET, Properties },
      Table: FULL_TABLE,
    });

    await updateStack(closed, "updated", { Bucket: EMPTY_BUCKET, Table: EMPTY_TABLE });

    expect(await foundInBucket(new S3Client(closed.clientConfig), nameOf("Bucket"))).toEqual(
      BARE_BUCKET_SETTINGS,
    );
    expect(await foundInTable(new DynamoDBClient(closed.clientConfig), nameOf("Table"))).toEqual(
      BARE_TABLE_SETTINGS,
    );
  });

  it.each(PROBES)("closes $gap: it $fact", async ({ probe, onStock, closed: asOnAws }) => {
    expect(await probe(stock), "on stock MiniStack").toEqual(onStock);
    expect(await probe(closed), "with the gap closed").toEqual(asOnAws);
  });
});
