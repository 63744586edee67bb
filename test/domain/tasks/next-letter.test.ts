import { describe, expect, it } from "vitest";
import type { AskedByLetter, AskLetterName } from "../../../shared/domain/tasks/asked-by-letter.ts";
import { nextLetter } from "../../../shared/domain/tasks/next-letter.ts";

const [FIRST, LATE] = [`dsc_${"0".repeat(26)}`, `dsc_${"1".repeat(26)}`];
const ASKED_ON = "2026-11-01T00:00:00.000Z";
const OWED = "2026-11-29T00:00:00.000Z";
const HALF = "2026-11-15T00:00:00.000Z";
const THREE_DAYS_LEFT = "2026-11-26T00:00:00.000Z";

const letter = (name: AskLetterName, at: string, through = FIRST) => ({
  ...{ letter: name, through, things: 1, begunAt: at, sentAt: at },
});
const asked = (more: Partial<AskedByLetter> = {}): AskedByLetter => ({
  ...{ revision: 1, domain: "vendor.example", replies: [], written: [letter("ask-processor", ASKED_ON)] },
  ...more,
});
const reply = (receivedAt: string, by: "person" | "machine" = "person") => ({
  ...{ mailId: "m1", sha256: "0".repeat(64), receivedAt, by },
});
const at = (
  now: string,
  about: AskedByLetter | undefined,
  { newest = FIRST, things = 1, dueAt = OWED } = {},
) => nextLetter(about, { newest, things, dueAt }, new Date(now));
const justBefore = (instant: string) => new Date(Date.parse(instant) - 1).toISOString();

describe("what is written to a third party", () => {
  it("is the letter first, and again what was recorded after it", () => {
    expect(at(ASKED_ON, undefined)).toEqual({ next: "write", letter: "ask-processor" });
    expect(at(HALF, asked(), { newest: LATE })).toEqual({ next: "write", letter: "ask-processor" });
    expect(at(HALF, asked(), { things: 2 })).toEqual({ next: "write", letter: "ask-processor" });
    // Whatever it answered before was about less.
    const answered = asked({ replies: [reply("2026-11-02T00:00:00.000Z")] });
    expect(at(HALF, answered, { newest: LATE })).toEqual({ next: "write", letter: "ask-processor" });
    const anew = asked({
      replies: [reply("2026-11-02T00:00:00.000Z")],
      written: [letter("ask-processor", ASKED_ON), letter("ask-processor", "2026-11-03T00:00:00.000Z", LATE)],
    });
    expect(at("2026-11-16T00:00:00.000Z", anew, { newest: LATE })).toEqual({
      next: "write",
      letter: "remind-processor",
    });
  });

  it("is also the letter where the date has passed before one could be sent", () => {
    expect(at("2026-12-31T00:00:00.000Z", undefined)).toEqual({ next: "write", letter: "ask-processor" });
    const late = asked({ written: [letter("ask-processor", "2026-12-31T00:00:00.000Z")] });
    expect(at("2026-12-31T00:00:00.001Z", late)).toEqual({ next: "nothing" });
  });

  it("is a reminder from half of the time on, to the millisecond", () => {
    expect(at(justBefore(HALF), asked())).toEqual({ next: "wait", until: HALF });
    expect(at(HALF, asked())).toEqual({ next: "write", letter: "remind-processor" });
    const reminded = asked({
      written: [letter("ask-processor", ASKED_ON), letter("remind-processor", HALF)],
    });
    expect(at(HALF, reminded)).toEqual({ next: "wait", until: THREE_DAYS_LEFT });
  });

  it("is a last one when three days are left, alone if the first was late, and none when the time is over", () => {
    expect(at(THREE_DAYS_LEFT, asked())).toEqual({ next: "write", letter: "remind-processor-last" });
    expect(at(justBefore(OWED), asked())).toEqual({ next: "write", letter: "remind-processor-last" });
    expect(at(OWED, asked())).toEqual({ next: "nothing" });
    const both = asked({
      written: [letter("ask-processor", ASKED_ON), letter("remind-processor-last", THREE_DAYS_LEFT)],
    });
    expect(at(THREE_DAYS_LEFT, both)).toEqual({ next: "nothing" });
  });

  it("is one reminder where half of the time leaves three days or less", () => {
    const dueAt = "2026-11-07T00:00:00.000Z";
    const half = "2026-11-04T00:00:00.000Z";
    expect(at(half, asked(), { dueAt })).toEqual({ next: "write", letter: "remind-processor" });
    const reminded = asked({
      written: [letter("ask-processor", ASKED_ON), letter("remind-processor", half)],
    });
    expect(at(half, reminded, { dueAt })).toEqual({ next: "nothing" });
  });

  it("is nothing once somebody there answered, and goes on when only a machine did", () => {
    expect(at(HALF, asked({ replies: [reply(ASKED_ON)] }))).toEqual({ next: "nothing" });
    expect(at(HALF, asked({ replies: [reply(ASKED_ON, "machine")] }))).toEqual({
      next: "write",
      letter: "remind-processor",
    });
  });

  it("is nothing where a letter came back for good", () => {
    expect(at(HALF, asked({ returnedAt: ASKED_ON }))).toEqual({ next: "nothing" });
    expect(at(HALF, asked({ returnedAt: ASKED_ON }), { newest: LATE })).toEqual({ next: "nothing" });
  });

  it("waits for whoever sends now, and not for whoever died at it", () => {
    const { sentAt: _, ...begun } = letter("ask-processor", ASKED_ON);
    const inHand = asked({ written: [begun] });
    const until = "2026-11-01T00:05:00.000Z";
    expect(at(ASKED_ON, inHand)).toEqual({ next: "wait", until });
    expect(at(justBefore(until), inHand)).toEqual({ next: "wait", until });
    expect(at(until, inHand)).toEqual({ next: "write", letter: "ask-processor" });
  });
});
