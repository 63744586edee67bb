import { createServer } from "node:http";
import { HeadObjectCommand, NotFound, S3Client } from "@aws-sdk/client-s3";
import { mockClient } from "aws-sdk-client-mock";
import { afterEach, describe, expect, it } from "vitest";
import { ClientIncomplete } from "../../client/client-settings.ts";
import { SavingRefused } from "../../client/clock-refusals.ts";
import { s3Objects } from "../../client/s3-objects.ts";
import { savedByApi } from "../../client/save-by-api.ts";
import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { compilePolicy } from "../../shared/domain/policy/compile-policy.ts";
import { knownName } from "../../shared/domain/retention/named-thing.ts";

const { policy, digest } = compilePolicy(dreamPortraits);
const credentials = { accessKeyId: "AKIATEST", secretAccessKey: "test" };
const PHOTO = knownName(policy, { store: "photos", key: "users/ann/a b+ü.jpg" });
const LANDMARKS = knownName(policy, {
  store: "landmarks",
  item: { owner: "SUBJECT#ann", photo: "photo.jpg" },
});
const bindings = {
  schema: "lethe.bindings/1",
  service: "dream-portraits",
  region: "eu-central-1",
  account: "000000000000",
  policyDigest: digest,
  stores: {
    photos: {
      id: "photos-1",
      arn: "arn:aws:s3:::photos-1",
      region: "eu-central-1",
      account: "000000000000",
      owned: true,
    },
  },
} as const;

let stop = async () => undefined as unknown;
afterEach(() => stop());

describe("links to objects", () => {
  const objects = s3Objects(new S3Client({ region: "eu-central-1", credentials }), async () => bindings);

  it("lead to the object in its bucket, for as long as was said", async () => {
    const url = new URL(await objects.sign(PHOTO, 300));
    expect(url.host).toBe("photos-1.s3.eu-central-1.amazonaws.com");
    expect(decodeURIComponent(url.pathname)).toBe("/users/ann/a b+ü.jpg");
    expect(url.searchParams.get("X-Amz-Expires")).toBe("300");
  });

  it("work for a week at most, which is what the signature can", async () => {
    const url = new URL(await objects.sign(PHOTO, Number.POSITIVE_INFINITY));
    expect(url.searchParams.get("X-Amz-Expires")).toBe("604800");
  });

  it("are not made where nobody knows where the bucket is", async () => {
    const portrait = knownName(policy, { store: "portraits", key: "users/ann/1" });
    await expect(objects.sign(portrait, 300)).rejects.toThrow(ClientIncomplete);
  });
});

describe("when an object was stored", () => {
  const s3 = mockClient(S3Client);
  const objects = s3Objects(new S3Client({ region: "eu-central-1", credentials }), async () => bindings);

  it("is what S3 says, and unknown where there is none, or no object at all", async () => {
    const LastModified = new Date("2026-11-24T10:00:00Z");
    s3.on(HeadObjectCommand).resolvesOnce({ LastModified });
    expect(await objects.storedAt(PHOTO)).toEqual(LastModified);
    s3.on(HeadObjectCommand).rejects(new NotFound({ message: "none", $metadata: {} }));
    expect(await objects.storedAt(PHOTO)).toBeUndefined();
    expect(await objects.storedAt(LANDMARKS)).toBeUndefined();
  });

  it("fails where S3 does not say", async () => {
    s3.on(HeadObjectCommand).rejects(new Error("denied"));
    await expect(objects.storedAt(PHOTO)).rejects.toThrow("denied");
  });
});

describe("saving through the API", () => {
  it.each([
    [200, "saved"],
    [409, "too-late"],
    [409, "not-savable"],
    [404, "unknown"],
  ])("answers what became of it: %i %s", async (statusCode, outcome) => {
    const { save, calls } = await api(statusCode, { outcome });
    expect(await save(PHOTO)).toBe(outcome);
    expect(calls).toEqual([
      {
        path: "/restapis/api1/v1/_user_request_/service/things/saved",
        body: { store: "photos", key: "users/ann/a b+ü.jpg" },
      },
    ]);
  });

  it.each([
    [403, { error: "CallerUnknown", message: "Only the service saves things." }, "Only the service"],
    [502, "no JSON", "502"],
    [200, { outcome: "perhaps" }, "counts as not saved"],
  ])("says nothing is saved when the API does not say so: %i", async (statusCode, answer, words) => {
    const { save } = await api(statusCode, answer);
    await expect(save(PHOTO)).rejects.toThrow(SavingRefused);
    await expect(save(PHOTO)).rejects.toThrow(words);
  });
});

/** Serves one answer, and keeps what it was asked. */
async function api(statusCode: number, answer: unknown) {
  const calls: unknown[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    calls.push({ path: request.url, body: JSON.parse(Buffer.concat(chunks).toString("utf8")) });
    response.writeHead(statusCode, { "content-type": "application/json" });
    response.end(typeof answer === "string" ? answer : JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stop = () => new Promise((resolve) => server.close(resolve));
  const address = server.address();
  const save = savedByApi({
    apiUrl: "https://api1.execute-api.eu-central-1.amazonaws.com/v1/",
    region: "eu-central-1",
    credentials,
    endpoint: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
  });
  return { save, calls };
}
