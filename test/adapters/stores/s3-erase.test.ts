import { DeleteObjectCommand, DeleteObjectsCommand, ListObjectVersionsCommand } from "@aws-sdk/client-s3";
import { beforeEach, describe, expect, it } from "vitest";
import { KEYS_PER_SECOND } from "../../../shared/adapters/stores/s3/pace.ts";
import type { DeleteGate } from "../../../shared/operations/ports.ts";
import { gateFor } from "../../world/stores/gates.ts";
import { quickTime } from "../../world/stores/quick-time.ts";
import { aws, erase, keysSent, refusal, stands, versionsNamed } from "./mocked-bucket.ts";

beforeEach(() => aws.reset());

describe("erasing from S3", () => {
  it("deletes one by one what XML cannot carry", async () => {
    stands({ versions: versionsNamed("a", "b\u0001", "c\r") });
    aws.on(DeleteObjectCommand).resolves({});

    const pass = await erase({ gate: gateFor(3) });

    expect(pass).toMatchObject({ deleted: 3, finished: false });
    expect(keysSent()).toEqual([["users/1/a"]]);
    expect(aws.commandCalls(DeleteObjectCommand).map(({ args: [{ input }] }) => input)).toEqual([
      { Bucket: "bucket", Key: "users/1/b\u0001", VersionId: "of-b\u0001" },
      { Bucket: "bucket", Key: "users/1/c\r", VersionId: "of-c\r" },
    ]);
  });

  it("fails when a page fails, after the calls in flight have been answered", async () => {
    const next = { NextKeyMarker: "users/1/a", NextVersionIdMarker: "of-a", IsTruncated: true };
    let answered = 0;
    stands({ versions: [] });
    aws
      .on(ListObjectVersionsCommand)
      .resolvesOnce({ Versions: versionsNamed("a"), ...next })
      .rejects(refusal("InternalError", 500));
    aws.on(DeleteObjectsCommand).callsFake(async () => {
      await new Promise((later) => setImmediate(later));
      answered += 1;
      return {};
    });

    await expect(erase()).rejects.toMatchObject({ name: "InternalError" });
    expect(answered).toBe(1);
  });

  it("is finished after some passes over a bucket that says deleted and deletes nothing", async () => {
    stands({ versions: versionsNamed("a"), refusals: new Map() });
    aws.on(DeleteObjectsCommand).resolves({});

    expect(await erase()).toMatchObject({ finished: true });
    expect(keysSent()).toHaveLength(10);
  });

  it("asks for the next page before it deletes what this one shows", async () => {
    pagesOf(2, 3);
    const listsBeforeBatch: number[] = [];
    const gate: DeleteGate = {
      mayDelete: async (entries) => {
        listsBeforeBatch.push(aws.commandCalls(ListObjectVersionsCommand).length);
        return { proceed: true, free: entries, held: [] };
      },
    };

    await erase({ gate });

    expect(listsBeforeBatch).toEqual([2, 2]);
  });

  it("has several calls in flight, and never more than four", async () => {
    pagesOf(12, 1);
    let [inFlight, most] = [0, 0];
    aws.on(DeleteObjectsCommand).callsFake(async () => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      for (let turns = 0; turns < 10; turns += 1) await new Promise((later) => setImmediate(later));
      inFlight -= 1;
      return {};
    });

    expect((await erase()).deleted).toBe(12);
    expect(most).toBe(4);
  });

  it("sends no more keys a second than one prefix takes", async () => {
    pagesOf(5, 1000);
    const time = quickTime();

    expect((await erase({ time })).deleted).toBe(5000);
    // The first call goes at once; each other waits until the keys before it are paid for.
    expect(time.nowMs()).toBeGreaterThanOrEqual((4000 / KEYS_PER_SECOND) * 1000 - 1);
  });
});

/** Makes the bucket one of several pages in the first pass, and empty in the next. */
function pagesOf(pages: number, entries: number): void {
  const names = Array.from({ length: entries }, (_, at) => `${at}`);
  let page = 0;
  stands({ versions: [] });
  aws.on(ListObjectVersionsCommand).callsFake(async () => {
    page += 1;
    if (page > pages) return { IsTruncated: false };
    const more = { IsTruncated: page < pages, NextKeyMarker: `users/1/${page}`, NextVersionIdMarker: "v" };
    return { Versions: versionsNamed(...names), ...more };
  });
  aws.on(DeleteObjectsCommand).resolves({});
}
