import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newPolicy } from "../../cli/commands/policy/new.ts";
import { type Answers, AnswersSchema, faultsIn } from "../../cli/new-policy/answers.ts";
import { CATALOGUE, type CatalogueId, itemOf } from "../../cli/new-policy/catalogue.ts";
import { draftPolicy } from "../../cli/new-policy/draft-policy.ts";
import { policySource } from "../../cli/new-policy/policy-source.ts";
import { knownProcessors } from "../../cli/new-policy/processor-catalogue.ts";
import { askAll } from "../../cli/new-policy/questionnaire.ts";
import { readPolicyFile } from "../../cli/policy-file.ts";
import { checkPolicy } from "../../shared/domain/policy/check-policy.ts";
import { fakePrompter } from "./fake-prompter.ts";
import { keptTerminal } from "./kept-terminal.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const TODAY = "2026-11-24";
const known = await knownProcessors();
const facts = known.map((one) => one.facts);
const folder = temporaryFolder();

const service = {
  name: "Sky Painter",
  contact: "privacy@sky.example",
  region: "eu-central-1",
  place: "EU",
  language: "en",
};
const smallest: Answers = {
  service,
  keeps: [{ what: "account", keptFor: "until deleted" }],
  sentTo: [],
  worksOnFaces: false,
  noticeDays: 0,
};

/** Returns what checking says of the policy that answers come to. */
function errorsOf(answers: Answers): readonly string[] {
  expect(faultsIn(answers, facts)).toEqual([]);
  const { processors, ...draft } = draftPolicy("sky-painter", AnswersSchema.parse(answers));
  const declared = processors.map(({ from, more }) => ({ ...facts.find(({ id }) => id === from), ...more }));
  const { problems } = checkPolicy({ ...draft, processors: declared }, { today: TODAY });
  return problems
    .filter(({ severity }) => severity === "error")
    .map(({ rule, path, what }) => `${rule} ${path}: ${what}`);
}

const LENGTHS = [
  "1 hour",
  "24 hours",
  "1 day",
  "2 days",
  "30 days",
  "1 month",
  "12 months",
  "9000 days",
  "until deleted",
];

/** Each thing that can be kept, in each place, for each length, sensitive or not, with faces or not. */
const grid = CATALOGUE.flatMap(({ id }) =>
  itemOf(id).places.flatMap((where) =>
    LENGTHS.flatMap((keptFor) =>
      [true, false].map((yes) => ({
        what: id,
        where,
        keptFor,
        sensitive: yes,
        ...(itemOf(id).facial === "asked" ? { facial: yes } : {}),
      })),
    ),
  ),
).filter((kept) => faultsIn({ ...smallest, keeps: [kept] }, facts).length === 0);

describe("the policy that answers come to", () => {
  it("is looked at for every thing of the catalogue", () => {
    expect(grid.length).toBeGreaterThan(100);
    expect(new Set(grid.map(({ what }) => what)).size).toBe(CATALOGUE.length);
  });

  it.each(grid)("passes with $what in $where for $keptFor, sensitive: $sensitive", (kept) => {
    const rest = kept.what === "account" ? [] : smallest.keeps;
    const worksOnFaces = kept.what === "facial-landmarks" || kept.facial === true;
    expect(errorsOf({ ...smallest, keeps: [kept, ...rest], worksOnFaces })).toEqual([]);
  });

  it.each(facts.filter(({ role }) => role !== "hosting"))(
    "passes with $name, which gets prompts",
    (processor) => {
      const { id, places, policyUrl } = processor;
      const sent = {
        id,
        purpose: "Making images",
        receives: ["prompt" as const],
        ...(places === undefined ? { places: ["US"] } : {}),
        ...(policyUrl === undefined ? { policyUrl: "https://vendor.example/privacy" } : {}),
        transferSafeguard: "Standard contractual clauses",
      };
      const keeps = [...smallest.keeps, { what: "prompt" as const, keptFor: "30 days" }];
      expect(errorsOf({ ...smallest, keeps, sentTo: [sent] })).toEqual([]);
    },
  );

  it.each(["eu-central-1/EU", "us-east-1/US", "ap-south-1/IN"])(
    "passes with everything at once in %s",
    (at) => {
      const [region = "", place = ""] = at.split("/");
      const everything = CATALOGUE.map(({ id, usually }) => ({ what: id, keptFor: usually }));
      expect(
        errorsOf({
          ...smallest,
          service: { ...service, region, place },
          keeps: everything,
          worksOnFaces: true,
          noticeDays: 30,
        }),
      ).toEqual([]);
    },
  );

  it("binds only what is there, and says of the rest that it is not kept yet", () => {
    const keeps = CATALOGUE.map(({ id, usually }) => ({ what: id, keptFor: usually }));
    const { promises } = draftPolicy("sky-painter", { ...smallest, keeps });
    const bound = promises.filter(({ kept }) => kept.status === "bound").map(({ kind }) => kind);
    expect(bound).toEqual(["erasure", "expiry", "expiry", "expiry"]);
    expect(promises.map(({ id }) => id)).toEqual(promises.map((_, at) => `SP${at + 1}`));
  });

  it.each([
    ["Ünï", "UN1"],
    ["空", "PR1"],
    ["The Sky Painter", "TS1"],
  ])("numbers the promises of %s from %s", (name, first) => {
    expect(draftPolicy("x", { ...smallest, service: { ...service, name } }).promises[0]?.id).toBe(first);
  });
});

describe("answers that cannot be", () => {
  it.each<[string, Partial<Answers>, RegExp]>([
    ["a thing twice", { keeps: [...smallest.keeps, ...smallest.keeps] }, /account is there twice/],
    [
      "faces to a third party",
      {
        keeps: [{ what: "original-photo", keptFor: "24 hours", facial: true }],
        sentTo: [{ id: "openai", purpose: "x", receives: ["original-photo"], transferSafeguard: "SCC" }],
      },
      /facial and goes to no third party/,
    ],
    [
      "a transfer without a safeguard",
      { sentTo: [{ id: "openai", purpose: "x", receives: ["account"] }] },
      /works in US/,
    ],
    [
      "a third party nobody knows",
      { sentTo: [{ id: "acme", purpose: "x", receives: [] }] },
      /no such third party.*openai/,
    ],
    ["work on faces that are not kept", { worksOnFaces: true }, /nothing in keeps is facial/],
    [
      "logs without an end",
      { keeps: [{ what: "diagnostic-log", keptFor: "until deleted" }] },
      /go by age alone/,
    ],
    [
      "a bucket for accounts",
      { keeps: [{ what: "account", where: "s3", keptFor: "until deleted" }] },
      /cognito or dynamodb/,
    ],
  ])("are refused: %s", (_, over, message) => {
    expect(faultsIn({ ...smallest, ...over }, facts).join("\n")).toMatch(message);
  });
});

describe("lethe policy new", () => {
  it("writes formatted TypeScript that passes the check, from a file of answers", async () => {
    const keeps = CATALOGUE.map(({ id, usually }) => ({ what: id, keptFor: usually }));
    const answers = folder.write("answers.json", JSON.stringify({ ...smallest, keeps }));
    const out = join(folder.path, "made.ts");
    const terminal = keptTerminal();
    expect(await newPolicy(terminal, "made", { answers, out })).toBe(0);
    expect(terminal.documents).toMatchObject([{ errors: 0 }]);
    const text = readFileSync(out, "utf8");
    expect(text).toMatch(/\} satisfies PolicyDeclaration;\n$/);
    expect(text.split("\n").every((line) => line.length <= 110 || line.startsWith("import "))).toBe(true);
  });

  it("overwrites nothing, and takes no name that is no file's", async () => {
    const answers = folder.write("small.json", JSON.stringify(smallest));
    const taken = folder.write("taken.ts", "mine");
    await expect(newPolicy(keptTerminal(), "taken", { answers, out: taken })).rejects.toThrow(
      /exists and is left/,
    );
    expect(readFileSync(taken, "utf8")).toBe("mine");
    await expect(newPolicy(keptTerminal(), "dream-portraits", { answers })).rejects.toThrow(
      /exists and is left/,
    );
    await expect(newPolicy(keptTerminal(), "../up", { answers })).rejects.toThrow(/cannot be used/);
  });

  it("names every fault of the answers, unknown keys among them", async () => {
    const answers = folder.write("bad.json", JSON.stringify({ ...smallest, noticeDays: -1, colour: "red" }));
    const refused = newPolicy(keptTerminal(), "bad", { answers, out: join(folder.path, "bad.ts") });
    await expect(refused).rejects.toThrow(/refused:\n.*noticeDays: .*\n.*colour/s);
    const broken = folder.write("broken.json", "{");
    await expect(newPolicy(keptTerminal(), "bad", { answers: broken })).rejects.toThrow(/cannot be read: /);
  });

  it("asks nobody where nobody is", async () => {
    await expect(newPolicy(keptTerminal(), "new-one", {})).rejects.toThrow(/nobody to ask here/);
  });
});

describe("the questionnaire", () => {
  it("comes to the answers that were given, and they make a policy that passes", async () => {
    const kept: readonly CatalogueId[] = [
      "original-photo",
      "facial-landmarks",
      "prompt",
      "account",
      "diagnostic-log",
    ];
    const { prompter, asked } = fakePrompter([
      [/called/, service.name],
      [/Which address/, service.contact],
      [/What does it keep/, kept],
      [/Do they show faces/, true],
      [/For how long: Technical logs/, "14 days"],
      [/third parties/, ["openai", "mail-vendor"]],
      [/What does OpenAI get/, ["prompt"]],
      [/OpenAI works in US/, "Standard contractual clauses"],
      [/What does E-mail vendor get/, ["account"]],
      [/which country does E-mail vendor/i, "EU"],
      [/policy of E-mail vendor/, "https://vendor.example/privacy"],
      [/E-mail vendor take requests about privacy/, ["nobody", "privacy@vendor.example"]],
      [/computed from the faces/, true],
    ]);
    const answers = await askAll(prompter, facts);
    expect(answers).toMatchObject({
      service,
      keeps: [
        { what: "original-photo", keptFor: "24 hours", facial: true },
        { what: "facial-landmarks", where: "dynamodb" },
        { what: "prompt", keptFor: "until deleted", sensitive: false },
        { what: "account", where: "cognito" },
        { what: "diagnostic-log", keptFor: "14 days" },
      ],
      sentTo: [
        {
          id: "mail-vendor",
          places: ["EU"],
          policyUrl: "https://vendor.example/privacy",
          askAt: "privacy@vendor.example",
        },
        { id: "openai", receives: ["prompt"], transferSafeguard: "Standard contractual clauses" },
      ],
      worksOnFaces: true,
      noticeDays: 7,
    });
    expect(AnswersSchema.parse(answers)).toEqual(answers);
    expect(errorsOf(answers)).toEqual([]);
    expect(asked.filter((question) => /OpenAI get/.test(question))).toHaveLength(1);
  });

  it("asks again until an answer can be", async () => {
    const { prompter, refusals } = fakePrompter([
      [/called/, "X"],
      [/Which address/, ["no address", "privacy@x.example"]],
      [/What does it keep/, ["account"]],
      [/For how long/, ["30 days", "until deleted"]],
      [/third parties/, []],
      [/before a change/, ["a week", "14"]],
    ]);
    expect((await askAll(prompter, facts)).noticeDays).toBe(14);
    expect(refusals).toHaveLength(3);
    expect(refusals[1]).toMatch(/an account ends by its owner/);
  });

  it("ends in a file that the check reads back", async () => {
    const file = folder.write("asked.ts", "");
    const source = policySource(draftPolicy("asked", smallest), file, known);
    const { problems } = await readPolicyFile(folder.write("asked-again.ts", source), TODAY);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
