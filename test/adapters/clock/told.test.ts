import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../../policies/dream-portraits.ts";
import { policy as imageGen } from "../../../policies/image-gen.ts";
import { clockPlaces, PlaceUnknown } from "../../../shared/adapters/clock/clock-places.ts";
import { scaledInstant } from "../../../shared/adapters/clock/scaled-time.ts";
import { storedItem, TableChangeSchema } from "../../../shared/adapters/clock/stored-items.ts";
import { storedObjects } from "../../../shared/adapters/clock/stored-objects.ts";
import { toldByService } from "../../../shared/adapters/clock/told-by-service.ts";
import type { Bindings } from "../../../shared/domain/policy/bindings.ts";
import { compilePolicy } from "../../../shared/domain/policy/compile-policy.ts";
import { itemKeyText } from "../../../shared/domain/retention/thing-owner.ts";

const AT = "2026-11-24T10:00:00.000Z";
const real = (at: Date) => at;
const { policy } = compilePolicy(dreamPortraits);
const bindings: Bindings = {
  schema: "lethe.bindings/1",
  service: "dream-portraits",
  region: "eu-central-1",
  account: "000000000000",
  policyDigest: "0".repeat(64),
  stores: Object.fromEntries(
    policy.stores.map(({ id }) => [
      id,
      { id: `the-${id}`, arn: `arn:${id}`, region: "eu-central-1", account: "000000000000", owned: true },
    ]),
  ),
};
const places = clockPlaces(policy, bindings, real);

/** As S3 writes a key: as a form does, but for slashes. */
const asS3Writes = (key: string) => encodeURIComponent(key).replaceAll("%20", "+").replaceAll("%2F", "/");

const notification = (key: string, { eventName = "ObjectCreated:Put", bucket = "the-photos" } = {}) =>
  JSON.stringify({
    Records: [
      {
        ...{ eventVersion: "2.6", eventName, eventTime: AT, newKeyOfAws: 1 },
        s3: { bucket: { name: bucket }, object: { key: asS3Writes(key), eTag: "e1", sequencer: "0" } },
      },
    ],
  });

describe("what S3 tells", () => {
  it("names every key as it is, decoded exactly once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 40 }), (key) => {
        fc.pre(key.isWellFormed());
        expect(storedObjects(notification(key), places)[0]?.thing.key).toBe(key);
      }),
    );
    for (const key of ["a+b", "a%20b", "a%2Bb", "a b", "100%", "%2520"]) {
      expect(storedObjects(notification(key), places)[0]?.thing.key).toBe(key);
    }
  });

  it("is that something was stored, by whatever call, and nothing else that happens to objects", () => {
    const named = (eventName: string) => storedObjects(notification("users/1/x", { eventName }), places);
    for (const call of ["Put", "Post", "Copy", "CompleteMultipartUpload"]) {
      expect(named(`ObjectCreated:${call}`)).toEqual([
        {
          kind: "thing",
          thing: { store: "photos", key: "users/1/x" },
          told: { fact: "created", at: AT },
          etag: "e1",
        },
      ]);
    }
    expect(named("ObjectRestore:Completed")).toHaveLength(1);
    for (const other of ["ObjectRemoved:Delete", "ObjectRestore:Post", "ObjectTagging:Put"]) {
      expect(named(other)).toEqual([]);
    }
    expect(storedObjects(JSON.stringify({ Event: "s3:TestEvent", Service: "Amazon S3" }), places)).toEqual(
      [],
    );
  });

  it("is refused about a bucket that no store is in, and where it is no notification", () => {
    expect(() => storedObjects(notification("x", { bucket: "another" }), places)).toThrow(PlaceUnknown);
    for (const body of ["", "{}", '{"Records":[{}]}', "null"])
      expect(() => storedObjects(body, places)).toThrow();
  });

  it("is of the one store of a bucket whatever the key, so that what has no owner ends too", () => {
    expect(storedObjects(notification("stray.png"), places)[0]?.thing.store).toBe("photos");
  });
});

describe("what a table's stream tells", () => {
  const change = (eventName: "INSERT" | "MODIFY" | "REMOVE", Keys: object) =>
    TableChangeSchema.parse({
      eventName,
      eventSourceARN: "arn:aws:dynamodb:eu-central-1:000000000000:table/the-landmarks/stream/2026",
      dynamodb: {
        ApproximateCreationDateTime: Date.parse(AT) / 1000,
        Keys,
        SequenceNumber: "1",
        SizeBytes: 5,
      },
    });

  it("is that an item was stored, and not that one was changed or deleted", () => {
    const keys = { owner: { S: "SUBJECT#1" }, photo: { S: 'a"b' } };
    expect(storedItem(change("INSERT", keys), places)).toEqual([
      {
        kind: "thing",
        thing: { store: "landmarks", key: itemKeyText("SUBJECT#1", 'a"b') },
        told: { fact: "created", at: AT },
      },
    ]);
    expect(storedItem(change("MODIFY", keys), places)).toEqual([]);
    expect(storedItem(change("REMOVE", keys), places)).toEqual([]);
    expect(() =>
      storedItem(change("INSERT", { owner: { S: "SUBJECT#1" }, photo: { N: "1" } }), places),
    ).toThrow();
  });

  it("is told of a table whose owners an index tells, by its own key", () => {
    const { stores } = compilePolicy(imageGen).policy;
    const grievances = stores.filter(({ id }) => id === "grievances");
    const place = { id: "the-landmarks", arn: "arn", region: "ap-south-1", account: "0", owned: true };
    const indexed = clockPlaces(
      { ...policy, stores: grievances },
      { ...bindings, stores: { grievances: place } },
      real,
    );
    expect(storedItem(change("INSERT", { grievance: { S: "GR-17" } }), indexed)[0]?.thing).toEqual({
      store: "grievances",
      key: itemKeyText("GR-17"),
    });
  });
});

describe("what the service tells", () => {
  const envelope = (changes: object = {}, detail: object = {}) =>
    JSON.stringify({
      ...{ version: "0", id: "1", source: "lethe.service", "detail-type": "generation-completed", time: AT },
      ...changes,
      detail: {
        schema: "lethe.event.generation-completed/1",
        service: "dream-portraits",
        region: "eu-central-1",
        at: AT,
        thing: { store: "photos", key: "users/1/x" },
        ...detail,
      },
    });

  it("is taken as it is published, and refused with anything more, less or of another source", () => {
    expect(toldByService(envelope(), real)).toMatchObject({ told: { fact: "generation-completed", at: AT } });
    for (const body of [
      envelope({}, { email: "a@b.c" }),
      envelope({ source: "aws.s3" }),
      envelope({ "detail-type": "created" }),
      envelope({}, { at: "yesterday" }),
      envelope({}, { thing: undefined }),
    ]) {
      expect(() => toldByService(body, real)).toThrow();
    }
  });

  it("happened when our clock showed it, where that runs faster", () => {
    const time = { scale: 3600, origin: "2026-11-24T09:59:59.000Z" };
    const told = toldByService(envelope(), (at) => scaledInstant(time, at));
    expect(told).toMatchObject({ told: { at: "2026-11-24T10:59:59.000Z" } });
  });
});
