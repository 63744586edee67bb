import { describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../../policies/dream-portraits.ts";
import { policy as gptImage } from "../../../policies/gpt-image.ts";
import { subjectIdOf } from "../../../shared/domain/erasure/subject-id.ts";
import { FACTS_KEPT_MAX } from "../../../shared/domain/retention/told-fact.ts";
import { recordEvents } from "../../../shared/operations/record-events.ts";
import { clockWorld, createdEvent, factEvent, sessionEnded } from "../../world/clock/clock-world.ts";
import { savablePolicy } from "../../world/clock/policies.ts";

const PHOTO = { store: "photos", key: "users/7/a.png" };
const NOW = "2026-11-23T10:00:00.000Z";
const RECORDED = { recorded: true };

describe("a batch of events", () => {
  it("makes known when each thing is due, in one row for all that are due at one time", async () => {
    const world = clockWorld(dreamPortraits);
    const photos = ["a", "b", "c"].map((name) => world.store("photos").put(`users/7/${name}.png`));

    expect(await world.tell(...photos.map(createdEvent))).toEqual([RECORDED, RECORDED, RECORDED]);

    const rows = world.ports.dueRows.all();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      service: "dream-portraits",
      region: "eu-central-1",
      store: "photos",
      bucket: "2026-11-24T09:00:00.000Z",
    });
    expect(rows[0]?.things.map(({ key }) => key)).toEqual(photos.map(({ thing }) => thing.key));
  });

  it("is one row where it comes twice", async () => {
    const world = clockWorld(dreamPortraits);
    const photo = createdEvent(world.store("photos").put(PHOTO.key));
    await world.tell(photo, photo);
    await world.tell(photo);
    expect(world.ports.dueRows.all()).toHaveLength(1);
  });

  it("of ten thousand is recorded in rows of eighty", async () => {
    const world = clockWorld(dreamPortraits);
    const events = Array.from({ length: 10_000 }, (_, at) =>
      factEvent({ store: "photos", key: `users/7/${at}.png` }, "created", NOW),
    );

    const recorded = await world.tell(...events);

    expect(recorded.every((one) => one.recorded)).toBe(true);
    expect(world.ports.dueRows.all()).toHaveLength(125);
  });

  it("puts what is due already where the sweeper still comes", async () => {
    const world = clockWorld(dreamPortraits);
    await world.tell(factEvent(PHOTO, "created", "2026-11-09T10:00:00.000Z"));
    expect(world.ports.dueRows.all().map(({ bucket }) => bucket)).toEqual([NOW]);
  });

  it("keeps few facts of a key that is written to again and again, and its end does not move", async () => {
    const world = clockWorld(dreamPortraits);
    for (let upload = 0; upload < 200; upload += 1) {
      world.clock.advance(60_000);
      await world.upload("photos", PHOTO.key, `content ${upload}`);
    }
    const [known] = await world.ports.things.read([PHOTO]);
    expect(known?.facts.size).toBeLessThanOrEqual(FACTS_KEPT_MAX);
    const buckets = new Set(world.ports.dueRows.all().map(({ bucket }) => bucket));
    expect([...buckets]).toEqual(["2026-11-24T09:01:00.000Z"]);
  });
});

describe("an event that cannot be recorded", () => {
  it.each([
    [
      "of a store that no policy has",
      factEvent({ store: "attic", key: "x" }, "created", NOW),
      /no such store/,
    ],
    [
      "of a store that is not on the clock",
      factEvent({ store: "portraits", key: "x" }, "created", NOW),
      /no such store/,
    ],
    ["of 1970", factEvent(PHOTO, "created", "1970-01-01T00:00:00.000Z"), /before anything/],
    ["of 2100", factEvent(PHOTO, "created", "2100-01-01T00:00:00.000Z"), /in the future/],
    ["a millisecond too far ahead", factEvent(PHOTO, "created", "2026-11-23T10:15:00.001Z"), /in the future/],
    ["of a fact that ends nothing there", factEvent(PHOTO, "session-ended", NOW), /knows session-ended/],
    ["that saves, for which one has to ask", factEvent(PHOTO, "saved", NOW), /asked for/],
    ["of a session where none ends anything", sessionEnded(subjectIdOf("7"), "s", NOW), /no rule ends/],
    ["of an account of nobody", { kind: "account-ended", subject: "a b", at: NOW } as const, /no subject id/],
    [
      "of an account, dated 2100",
      { kind: "account-ended", subject: "7", at: "2100-01-01T00:00:00.000Z" } as const,
      /future/,
    ],
  ])("%s, is refused with the reason, and the others of its batch are recorded", async (_, event, why) => {
    const world = clockWorld(dreamPortraits);
    const good = createdEvent(world.store("photos").put(PHOTO.key));

    const [first, second, third] = await world.tell(good, event, good);

    expect([first, third]).toEqual([RECORDED, RECORDED]);
    expect(second).toEqual({ recorded: false, why: expect.stringMatching(why) });
    expect(world.ports.dueRows.all()).toHaveLength(1);
    expect(await world.ports.register.list(10)).toEqual([]);
  });

  it("is believed up to a quarter of an hour ahead, and however late it comes", async () => {
    const world = clockWorld(dreamPortraits);
    const ahead = factEvent(PHOTO, "created", "2026-11-23T10:15:00.000Z");
    const late = factEvent(PHOTO, "created", "2006-03-14T00:00:00.000Z");
    expect(await world.tell(ahead, late)).toEqual([RECORDED, RECORDED]);
  });

  it("fails by itself: what a table cannot take keeps no other back", async () => {
    const world = clockWorld(dreamPortraits);
    const photos = ["a", "b", "c"].map((name) =>
      createdEvent(world.store("photos").put(`users/7/${name}.png`)),
    );
    const poison = new Error("This item is too large.");
    const things: typeof world.ports.things = {
      ...world.ports.things,
      tell: async (told) => {
        if (told.some(({ thing }) => thing.key.endsWith("b.png"))) throw poison;
        return world.ports.things.tell(told);
      },
    };

    const recorded = await recordEvents({ ...world.ports, things }, world.service, photos);

    expect(recorded).toEqual([RECORDED, { recorded: false, why: "failed", cause: poison }, RECORDED]);
    expect(world.ports.dueRows.all().flatMap((row) => row.things.map(({ key }) => key))).toEqual([
      "users/7/a.png",
      "users/7/c.png",
    ]);
  });
});

describe("a session that ended", () => {
  const [person, neighbour] = [subjectIdOf("7"), subjectIdOf("77")];
  const inSession = (session: string, name: string, subject = person) =>
    `users/${subject}/sessions/${session}/${name}`;

  it("ends at once what was stored in it, in buckets and tables, and nothing of another session or person", async () => {
    const world = clockWorld(gptImage);
    const item = JSON.stringify([`SUBJECT#${person}`, "SESSION#s1#PROMPT#1"]);
    const otherItem = JSON.stringify([`SUBJECT#${person}`, "SESSION#s10#PROMPT#1"]);
    await world.upload("session-images", inSession("s1", "a.png"));
    await world.upload("session-images", inSession("s10", "a.png"));
    await world.upload("session-images", inSession("s1", "a.png", neighbour));
    await world.upload("prompts", item);
    await world.upload("prompts", otherItem);

    await world.tell(sessionEnded(person, "s1", world.clock.now().toISOString()));
    await world.pass(2);

    expect(world.store("session-images").keys()).toEqual([
      inSession("s10", "a.png"),
      inSession("s1", "a.png", neighbour),
    ]);
    expect(world.store("prompts").keys()).toEqual([otherItem]);
  });

  it("ends what nobody had told of, and what is stored in it later", async () => {
    const world = clockWorld(gptImage);
    world.store("session-images").put(inSession("s1", "untold.png"));
    await world.tell(sessionEnded(person, "s1", world.clock.now().toISOString()));
    world.clock.advance(3_600_000);
    await world.upload("session-images", inSession("s1", "late.png"));
    await world.pass(2);
    expect(world.store("session-images").keys()).toEqual([]);
  });

  it("ends what was stored before it and told after", async () => {
    const world = clockWorld(gptImage);
    const untold = createdEvent(world.store("session-images").put(inSession("s1", "slow.png")));
    world.clock.advance(60_000);
    await world.tell(sessionEnded(person, "s1", world.clock.now().toISOString()));
    world.clock.advance(60_000);
    await world.tell(untold);
    await world.pass(2);
    expect(world.store("session-images").keys()).toEqual([]);
  });
});

describe("an account that ended", () => {
  it("is erased as a whole, once, however often it is told", async () => {
    const world = clockWorld(savablePolicy);
    const ended = { kind: "account-ended", subject: "7", at: NOW } as const;

    expect(await world.tell(ended, ended)).toEqual([RECORDED, RECORDED]);

    const requests = await world.ports.register.list(10);
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      scope: "account",
      openedBy: { kind: "clock" },
      progress: { state: "verified" },
      policyDigest: world.compiled.digest,
    });
  });
});
