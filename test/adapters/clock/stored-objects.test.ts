import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../../policies/dream-portraits.ts";
import { clockPlaces, PlaceUnknown } from "../../../shared/adapters/clock/clock-places.ts";
import { storedObjects } from "../../../shared/adapters/clock/stored-objects.ts";
import { compilePolicy } from "../../../shared/domain/policy/compile-policy.ts";

const { policy, digest } = compilePolicy(dreamPortraits);
const AT = "2026-11-24T10:00:00.000Z";

const bindings = {
  schema: "lethe.bindings/1",
  service: "dream-portraits",
  region: "eu-central-1",
  account: "000000000000",
  policyDigest: digest,
  stores: Object.fromEntries(
    policy.stores.map(({ id }) => [
      id,
      { id: `bucket-of-${id}`, arn: `arn:aws:s3:::${id}`, region: "eu-central-1", account: "0", owned: true },
    ]),
  ),
} as const;
const places = clockPlaces(policy, bindings, (real) => real);

function told(key: string, { bucket = "bucket-of-photos", eventName = "ObjectCreated:Put" } = {}) {
  const record = { eventName, eventTime: AT, s3: { bucket: { name: bucket }, object: { key, eTag: "e" } } };
  return storedObjects(JSON.stringify({ Records: [record] }), places);
}

/** As S3 writes the key of an event: like the field of a form. */
function formEncoded(key: string): string {
  return encodeURIComponent(key).replaceAll("%20", "+");
}

describe("what S3 tells of an object", () => {
  it.each([
    ["users/7/a+b.jpg", "users/7/a b.jpg"],
    ["users/7/a%2Bb.jpg", "users/7/a+b.jpg"],
    ["users/7/a%2520b.jpg", "users/7/a%20b.jpg"],
    ["users/7/a%252Bb.jpg", "users/7/a%2Bb.jpg"],
    ["users/7/%C3%BCber%F0%9F%99%82.jpg", "users/7/über🙂.jpg"],
  ])("has its key decoded once: %s", (encoded, key) => {
    expect(told(encoded)).toEqual([
      { kind: "thing", thing: { store: "photos", key }, told: { fact: "created", at: AT }, etag: "e" },
    ]);
  });

  it("has any key there is, as it was stored", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (name) => {
        const key = `users/7/${name}`;
        expect(told(formEncoded(key)).map(({ thing }) => thing.key)).toEqual([key]);
      }),
    );
  });

  it.each([
    "ObjectCreated:Put",
    "ObjectCreated:Post",
    "ObjectCreated:Copy",
    "ObjectCreated:CompleteMultipartUpload",
    "ObjectRestore:Completed",
  ])("is that it is there, by whatever call: %s", (eventName) => {
    expect(told("users/7/1", { eventName })).toHaveLength(1);
  });

  it.each(["ObjectRemoved:Delete", "ObjectRestore:Post", "ObjectTagging:Put"])(
    "is nothing where nothing came: %s",
    (eventName) => {
      expect(told("users/7/1", { eventName })).toEqual([]);
    },
  );

  it("is refused of a bucket that no store is in", () => {
    expect(() => told("users/7/1", { bucket: "attic" })).toThrow(PlaceUnknown);
  });

  it("is nothing when S3 only tries whether it may tell", () => {
    expect(storedObjects(JSON.stringify({ Event: "s3:TestEvent", Bucket: "b" }), places)).toEqual([]);
  });
});
