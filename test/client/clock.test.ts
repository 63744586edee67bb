import { describe, expect, it } from "vitest";
import type { LetheClock } from "../../client/clock.ts";
import {
  EndOnSessionUndeclared,
  InvalidSessionId,
  MomentRefused,
  NotAnObject,
  ReadabilityUnknown,
  ReadingRefused,
  UnknownCategory,
} from "../../client/clock-refusals.ts";
import { policy as coloringBook } from "../../policies/coloring-book.ts";
import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { policy as gptImage } from "../../policies/gpt-image.ts";
import { policy as imageDesigner } from "../../policies/image-designer.ts";
import { InvalidSubjectId } from "../../shared/domain/erasure/subject-id.ts";
import { FactWithoutEffect, InvalidThing, UnknownStore } from "../../shared/domain/retention/named-thing.ts";
import { clockClientInMemory } from "../world/clock-client.ts";

const PHOTO = { store: "photos", key: "users/ann/photo.jpg" };
const LANDMARKS = { store: "landmarks", item: { owner: "SUBJECT#ann", photo: "photo.jpg" } };
const SAVED = { store: "saved", key: "users/ann/1.png" };
/** The virtual clock stands there at first. */
const NOW = "2026-11-23T10:00:00.000Z";
const HOUR_MINUTES = 60;

describe("what the service tells", () => {
  it("ends a photo when its portrait is generated, and landmarks when they were processed", async () => {
    const { client, world, deliver } = clockClientInMemory(dreamPortraits);
    await world.upload("photos", PHOTO.key);
    await world.upload("landmarks", '["SUBJECT#ann","photo.jpg"]');

    await client.generationCompleted(PHOTO);
    await deliver();
    expect([world.store("photos").keys(), world.store("landmarks").keys()]).toMatchObject([[], [/photo/]]);

    await client.processingFinished(LANDMARKS);
    await deliver();
    expect(world.store("landmarks").keys()).toEqual([]);
  });

  it("ends what was stored in a session, and nothing of another", async () => {
    const { client, world, deliver } = clockClientInMemory(gptImage);
    const keyIn = (session: string) => `users/ann/sessions/${session}/1.png`;
    await world.upload("session-images", keyIn("1"));
    await world.upload("session-images", keyIn("10"));

    await client.sessionEnded("ann", "1");
    await deliver();
    expect(world.store("session-images").keys()).toEqual([keyIn("10")]);
  });

  it("ends what is needed no more", async () => {
    const { client, world, deliver } = clockClientInMemory(coloringBook);
    const page = { store: "pages", key: "users/ann/projects/1/pages/1/sheet.pdf" };
    await world.upload(page.store, page.key);
    await client.needEnded(page);
    await deliver();
    expect(world.store("pages").keys()).toEqual([]);
  });

  it("ends what was saved when it is un-saved", async () => {
    const { client, world, deliver } = clockClientInMemory(imageDesigner);
    await world.upload(SAVED.store, SAVED.key);
    expect(await client.saved(SAVED)).toBe("saved");
    await deliver();
    expect(world.store("saved").keys()).toEqual([SAVED.key]);
    world.clock.advance(1);

    await client.unsaved(SAVED);
    await deliver();
    expect(world.store("saved").keys()).toEqual([]);
  });

  it("that something was made earlier ends it earlier", async () => {
    const { client, world, deliver } = clockClientInMemory(dreamPortraits);
    await world.upload("photos", PHOTO.key);
    await client.uploaded(PHOTO, new Date("2026-11-22T11:00:30.000Z"));
    await deliver();
    expect(world.store("photos").keys()).toEqual([]);
  });

  it("is one event of the published shape, with who, where and when", async () => {
    const { client, sent } = clockClientInMemory(gptImage);
    await client.accountEnded("ann", new Date("2026-11-23T09:00:00Z"));
    await client.sessionEnded("ann", "s-1");
    const shared = { service: "gpt-image", region: "us-east-1", subject: "ann" };
    expect(sent).toEqual([
      { schema: "lethe.event.account-ended/1", ...shared, at: "2026-11-23T09:00:00.000Z" },
      { schema: "lethe.event.session-ended/1", ...shared, session: "s-1", at: NOW },
    ]);
  });
});

describe("what is wrong", () => {
  it.each<[string, (client: LetheClock) => Promise<unknown>, new (...args: never[]) => Error]>([
    ["a store that is not there", (client) => client.uploaded({ ...PHOTO, store: "fotos" }), UnknownStore],
    ["an empty key", (client) => client.uploaded({ ...PHOTO, key: "" }), InvalidThing],
    ["a key without an owner", (client) => client.uploaded({ ...PHOTO, key: "users/" }), InvalidThing],
    ["a fact that ends nothing", (client) => client.processingFinished(PHOTO), FactWithoutEffect],
    ["saving what cannot be saved", (client) => client.saved(PHOTO), FactWithoutEffect],
    ["1970", (client) => client.uploaded(PHOTO, new Date(0)), MomentRefused],
    ["2100", (client) => client.generationCompleted(PHOTO, new Date("2100-01-01")), MomentRefused],
    ["no date", (client) => client.uploaded(PHOTO, new Date("never")), MomentRefused],
    [
      "a session that means nothing here",
      (client) => client.sessionEnded("ann", "1"),
      EndOnSessionUndeclared,
    ],
    ["a session that is a path", (client) => client.sessionEnded("ann", "../1"), InvalidSessionId],
    ["an address for an id", (client) => client.accountEnded("ann@example.com"), InvalidSubjectId],
    ["an empty id", (client) => client.sessionEnded("", "1"), InvalidSubjectId],
    ["a link to an item", (client) => client.presign(LANDMARKS, { expiresInSeconds: 9 }), NotAnObject],
    ["a category without a rule", (client) => client.expiresAtFor("landmark"), UnknownCategory],
  ])("is refused before anything is sent: %s", async (_, ask, refusal) => {
    const { client, sent, signed } = clockClientInMemory(dreamPortraits);
    await expect(ask(client)).rejects.toThrow(refusal);
    expect([sent, signed]).toEqual([[], []]);
  });

  it("is said when an event could not be sent", async () => {
    const send = () => Promise.reject(new Error("1 of 1 events were not taken"));
    const { client } = clockClientInMemory(dreamPortraits, { send });
    await expect(client.uploaded(PHOTO)).rejects.toThrow("1 of 1 events");
  });
});

describe("reading", () => {
  it("ends where the clock deletes earlier, because time runs faster than its margin allows", async () => {
    const { client, world } = clockClientInMemory(dreamPortraits, { timeScale: 3600 });
    await world.upload("photos", PHOTO.key);
    expect(await client.readable(PHOTO)).toMatchObject({ until: "2026-11-24T07:00:00.000Z" });
  });

  it("is allowed until the clock would delete, and refused from then on, though it be still there", async () => {
    const { client, world } = clockClientInMemory(dreamPortraits);
    await world.upload("photos", PHOTO.key);
    world.clock.set("2026-11-24T08:59:59.999Z");
    expect(await client.readable(PHOTO)).toMatchObject({ readable: true, until: "2026-11-24T09:00:00.000Z" });
    world.clock.set("2026-11-24T09:00:00.000Z");
    expect(await client.readable(PHOTO)).toMatchObject({ readable: false });
    expect(world.store("photos").keys()).toEqual([PHOTO.key]);
  });

  it("of what no event told yet goes by what the store says, or by what the caller saw", async () => {
    const { client, world } = clockClientInMemory(dreamPortraits);
    expect(await client.readable(PHOTO)).toMatchObject({ readable: false });
    world.store("photos").put(PHOTO.key);
    expect(await client.readable(PHOTO)).toMatchObject({ readable: true });
    expect(await client.readable(LANDMARKS, { storedAt: new Date(NOW) })).toMatchObject({ readable: true });
  });

  it.each(["records", "tombstones", "storedAt"] as const)(
    "is refused when it cannot be found out: %s",
    async (port) => {
      const cause = new Error("throttled");
      const read = () => Promise.reject(cause);
      const { client } = clockClientInMemory(dreamPortraits, {
        [port]: port === "storedAt" ? read : { read },
        ...(port === "tombstones" ? { storedAt: async () => NOW } : {}),
      });
      await expect(client.readable(PHOTO)).rejects.toThrow(ReadabilityUnknown);
      await expect(client.readable(PHOTO)).rejects.toMatchObject({ cause });
      await expect(client.presign(PHOTO, { expiresInSeconds: 60 })).rejects.toThrow(ReadabilityUnknown);
    },
  );
});

describe("a link", () => {
  it("works as long as was asked for", async () => {
    const { client, world, signed } = clockClientInMemory(dreamPortraits);
    await world.upload("photos", PHOTO.key);
    expect(await client.presign(PHOTO, { expiresInSeconds: 300 })).toContain(PHOTO.key);
    expect(signed).toEqual([300]);
  });

  it("never works beyond the time of what it leads to", async () => {
    const { client, world, signed } = clockClientInMemory(dreamPortraits);
    await world.upload("photos", PHOTO.key);
    world.clock.advance(22 * HOUR_MINUTES * 60_000);
    await client.presign(PHOTO, { expiresInSeconds: 86_400 });
    expect(signed).toEqual([3600]);
  });

  it("is not made to what is over, nor within its last second", async () => {
    const { client, world, signed } = clockClientInMemory(dreamPortraits);
    await world.upload("photos", PHOTO.key);
    world.clock.set("2026-11-24T08:59:59.500Z");
    await expect(client.presign(PHOTO, { expiresInSeconds: 60 })).rejects.toThrow(ReadingRefused);
    world.clock.set("2026-11-24T09:00:00.000Z");
    await expect(client.presign(PHOTO, { expiresInSeconds: 60 })).rejects.toThrow(ReadingRefused);
    expect(signed).toEqual([]);
  });

  it("ends by the real clock where time is scaled", async () => {
    const scaled = {
      real: (shown: Date) => new Date(Date.parse(NOW) + (shown.getTime() - Date.parse(NOW)) / 3600),
    };
    const { client, world, signed } = clockClientInMemory(dreamPortraits, scaled);
    await world.upload("photos", PHOTO.key);
    await client.presign(PHOTO, { expiresInSeconds: 86_400 });
    expect(signed).toEqual([23]);
  });
});

describe("saving", () => {
  it("answers too-late from a minute before it is due", async () => {
    const savable = imageDesigner.retention.map((rule) =>
      rule.category === "saved-work"
        ? { ...rule, limit: { after: { hours: 24 }, from: "created" as const }, marginMinutes: 120 }
        : rule,
    );
    const { client, world } = clockClientInMemory({ ...imageDesigner, retention: savable });
    await world.upload(SAVED.store, SAVED.key);
    world.clock.set("2026-11-24T07:59:00.000Z");
    expect(await client.saved(SAVED)).toBe("too-late");
    world.clock.set("2026-11-24T07:58:59.999Z");
    expect(await client.saved(SAVED)).toBe("saved");
    expect(await client.saved({ ...SAVED, key: "users/ann/2.png" })).toBe("unknown");
  });
});

describe("the time to live of an item", () => {
  it("is the promised moment, in whole seconds", async () => {
    const { client } = clockClientInMemory(dreamPortraits);
    expect(await client.expiresAtFor("facial-landmarks")).toBe(Date.parse("2026-11-24T10:00:00Z") / 1000);
    const made = new Date("2026-11-20T10:00:00.999Z");
    expect(await client.expiresAtFor("facial-landmarks", made)).toBe(
      Date.parse("2026-11-21T10:00:00Z") / 1000,
    );
    expect(await client.expiresAtFor("catalogue-entry")).toBeUndefined();
  });
});
