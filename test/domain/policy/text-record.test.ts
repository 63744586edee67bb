import { describe, expect, it } from "vitest";
import { sentencesOf } from "../../../shared/domain/policy/policy-text/sentences.ts";
import { compareText, emptyRecord, recordOf } from "../../../shared/domain/policy/policy-text/text-record.ts";

const PROMISES = ["MI1", "MI2"];

function sentences(...blocks: readonly string[]) {
  return sentencesOf(blocks, "en");
}

describe("the sentences of a text", () => {
  it("end where the language ends them, and never reach into the next block", () => {
    expect(
      sentences("We keep photos, e.g. selfies. They go in 24 h.", "Contact").map(({ text }) => text),
    ).toEqual(["We keep photos, e.g. selfies.", "They go in 24 h.", "Contact"]);
  });

  it("have the same digest however they are broken into lines", () => {
    const [one] = sentences("We keep\n  your photos.");
    const [other] = sentences("We keep your\u00A0photos.");
    expect(one?.sha256).toBe(other?.sha256);
  });

  it("have another digest when one word changes", () => {
    const [one] = sentences("We keep your photos.");
    const [other] = sentences("We keep your photo.");
    expect(one?.sha256).not.toBe(other?.sha256);
  });

  it("leave out what has no letter, and tell twice-told ones once", () => {
    expect(sentences("1.", "Ours.", "Ours.", "***").map(({ number, text }) => [number, text])).toEqual([
      [1, "Ours."],
    ]);
  });

  it("end in Japanese as in English", () => {
    expect(sentencesOf(["写真は削除されます。アカウントも削除されます。"], "ja")).toHaveLength(2);
  });
});

describe("a text beside its record", () => {
  const first = sentences("Pictures go.", "Hello there.", "We answer.");

  it("is new in every sentence before anybody has looked at it", () => {
    const compared = compareText(first, emptyRecord("minimal"), PROMISES);
    expect(compared.sentences.map(({ state }) => state)).toEqual(["new", "new", "new"]);
    expect(compared.settled).toBe(false);
  });

  it("is settled once each sentence is bound to a promise or to nobody", () => {
    const half = recordOf(
      "minimal",
      first,
      emptyRecord("minimal"),
      new Map([
        [1, "MI1"],
        [2, null],
      ]),
    );
    expect(compareText(first, half, PROMISES)).toMatchObject({
      sentences: [{ state: "bound" }, { state: "binds-nobody" }, { state: "unbound" }],
      promisesWithoutSentence: ["MI2"],
      settled: false,
    });
    const all = recordOf("minimal", first, half, new Map([[3, "MI2"]]));
    expect(compareText(first, all, PROMISES).settled).toBe(true);
  });

  it("tells what is new and what is gone, and keeps what was bound", () => {
    const record = recordOf(
      "minimal",
      first,
      emptyRecord("minimal"),
      new Map([
        [1, "MI1"],
        [2, null],
        [3, "MI2"],
      ]),
    );
    const next = sentences("Pictures go.", "Hello there.", "We answer within a week.");
    const compared = compareText(next, record, PROMISES);
    expect(compared.sentences.map(({ state }) => state)).toEqual(["bound", "binds-nobody", "new"]);
    expect(compared.gone).toEqual([{ sha256: first[2]?.sha256, promise: "MI2" }]);
    expect(recordOf("minimal", next, record, new Map()).sentences.map(({ promise }) => promise)).toEqual([
      "MI1",
      null,
      "unbound",
    ]);
  });

  it("waits for a person when a sentence is gone and nothing is new", () => {
    const said = new Map([1, 2, 3].map((number) => [number, null] as const));
    const record = recordOf("minimal", first, emptyRecord("minimal"), said);
    expect(compareText(first, record, PROMISES).settled).toBe(true);
    expect(compareText(first.slice(0, 2), record, PROMISES).settled).toBe(false);
  });

  it("waits for a person when the promise of a sentence is not in the policy any more", () => {
    const record = recordOf(
      "minimal",
      first,
      emptyRecord("minimal"),
      new Map([
        [1, "MI1"],
        [2, null],
        [3, "MI2"],
      ]),
    );
    const compared = compareText(first, record, ["MI1"]);
    expect(compared.sentences[2]?.state).toBe("promise-gone");
    expect(compared.settled).toBe(false);
  });

  it("holds no word of the text", () => {
    const record = JSON.stringify(recordOf("minimal", first, emptyRecord("minimal"), new Map()));
    expect(record).not.toMatch(/Pictures|Hello|answer/);
  });
});
