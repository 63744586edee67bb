import { createServer } from "node:http";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listMail, showMail } from "../../cli/commands/mail.ts";
import { answerRights, extendRights, refuseRights } from "../../cli/commands/reply.ts";
import { listRights, showRights } from "../../cli/commands/rights.ts";
import { CommandFailed, EXIT, UsageError } from "../../cli/exit-codes.ts";
import { run } from "../../cli/run.ts";
import { terminalOf } from "../../cli/terminal.ts";
import { policy as imageGen } from "../../policies/image-gen.ts";
import { answerByLetter } from "../../shared/operations/answer-by-letter.ts";
import { type MailWorld, mailWorld } from "../world/mail-world.ts";
import { contextOver, deploymentOf, written } from "./service.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const ADA = "ada@people.example";
const DAY_MS = 86_400_000;
const NUMBER = "rrq_01k85260tlrs1ius24j8q81jtd";
const folder = temporaryFolder();
let world: MailWorld;
let stops: (() => Promise<void>)[] = [];

beforeEach(async () => {
  world = await mailWorld(imageGen);
  world.signUp("ada");
});

afterEach(async () => {
  for (const stop of stops) await stop();
  stops = [];
});

/** A context that prints text, or the one JSON document. */
function session({
  json = false,
  where = "embedded" as "embedded" | "aws",
  endpoint = "http://127.0.0.1:1",
} = {}) {
  const streams = written();
  const { rights, mailRecords, mails } = world;
  const placeOf = (key: string) => `s3://mail-bucket/${key}`;
  const context = contextOver(world, deploymentOf(world, where, { endpoint }), streams, {
    ...{ rights, mailRecords },
    storedMail: { ...mails, placeOf },
  });
  return { streams, context: { ...context, terminal: terminalOf(streams, { json }) } };
}

/** An API that keeps what it was sent, and says this. */
async function api(status: number, says: unknown) {
  const seen: unknown[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    seen.push([request.url?.replace(/^.*\/rights\//, ""), request.headers["x-lethe-actor"], body]);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(says));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stops.push(() => new Promise((resolve) => server.close(() => resolve())));
  const address = server.address();
  return { seen, endpoint: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}` };
}

describe("lethe rights list", () => {
  beforeEach(async () => {
    await world.deliver({ from: ADA, text: "Please send me a copy of all the data you hold about me." });
    world.clock.advance(DAY_MS);
    await world.deliver({ from: ADA, text: "I want to file a grievance about how you handled my data." });
    await world.deliver({ from: ADA, subject: "Model Training Opt-Out", text: ADA });
  });

  const listed = async (options: Parameters<typeof listRights>[1]) => {
    const { streams, context } = session({ json: true });
    expect(await listRights(context, options, world.clock.now())).toBe(EXIT.done);
    return JSON.parse(streams.stdout()).requests.map(({ right }: { right: string }) => right);
  };

  it("has what is owed first at the top, and what has ended last", async () => {
    expect(await listed({})).toEqual(["grievance", "access", "opt-out"]);
  });

  it("can be cut to what is open, to one right, and to what is overdue", async () => {
    expect(await listed({ open: true })).toEqual(["grievance", "access"]);
    expect(await listed({ right: "opt-out" })).toEqual(["opt-out"]);
    expect(await listed({ overdue: true })).toEqual([]);
    world.clock.advance(15.5 * DAY_MS);
    expect(await listed({ overdue: true })).toEqual(["grievance"]);
  });

  it("says in words what is overdue, and when there is nothing", async () => {
    world.clock.advance(40 * DAY_MS);
    const { streams, context } = session();
    await listRights(context, {}, world.clock.now());
    const lines = streams.stdout().split("\n");
    expect(lines[1]).toMatch(/^rrq_\w{26} +grievance +with a person +en +2026-.*\(overdue\)$/);
    await listRights(context, { right: "restriction" });
    expect(streams.stdout()).toContain("There are no such rights requests.");
  });
});

describe("lethe rights show", () => {
  it("shows dates with their rule, warnings, tasks and letters, and no word of the mail", async () => {
    await world.deliver({
      from: ADA,
      subject: "Elephants",
      text: "Please send me a copy of all the data you hold about me.",
    });
    const { rightsRequestId } = await world.onlyRequest();
    const { streams, context } = session();
    world.clock.advance(16 * DAY_MS);
    expect(await showRights(context, rightsRequestId, world.clock.now())).toBe(EXIT.waiting);
    const text = streams.stdout();
    expect(text).toContain("state      with a person");
    expect(text).toMatch(
      /answer {5}due 2026-12-23T10:00:00.000Z; IG5a; can be put off to 2027-01-22.*50 % of its time has passed/,
    );
    expect(text).toMatch(/task {7}tsk_\w{26} answer-request, due 2026-12-23/);
    expect(text).toContain("letter     acknowledgement at 2026-11-23T10:00:00.000Z");
    expect(text).not.toMatch(/Elephants|copy of all|people\.example/);
  });

  it("ends with 0 once it is answered, and says by whom and when", async () => {
    await world.deliver({ from: ADA, text: "Please send me a copy of all the data you hold about me." });
    const { rightsRequestId } = await world.onlyRequest();
    const by = { kind: "staff", name: "grace" } as const;
    const answer = { rightsRequestId, by, reference: "TICKET-17", text: "Three elephants." };
    await answerByLetter(world, world.service, answer);
    const { streams, context } = session({ json: true });
    expect(await showRights(context, rightsRequestId)).toBe(EXIT.done);
    expect(JSON.parse(streams.stdout())).toMatchObject({
      state: "answered",
      isOpen: false,
      letters: [{ letter: "acknowledgement" }, { letter: "answer-by-person", by: "grace" }],
      tasks: [],
    });
    expect(streams.stdout()).not.toContain("elephants");
  });

  it("knows no number that is not there, and none that is no number", async () => {
    await expect(showRights(session().context, NUMBER)).rejects.toThrow(CommandFailed);
    await expect(showRights(session().context, "req_1")).rejects.toThrow(UsageError);
  });
});

describe("letters that people write", () => {
  const STAFF = { evidence: "TICKET-17", as: "grace" };

  it("send the text of a file or of standard input, as the member of staff who is named", async () => {
    const { seen, endpoint } = await api(200, { rightsRequestId: NUMBER, state: "answered" });
    const file = folder.write("answer.txt", "\uFEFFThree photos.\r\n\r\nAll of them yours.\r\n");
    const { streams, context } = session({ endpoint });
    expect(await answerRights(context, NUMBER, { ...STAFF, text: file })).toBe(EXIT.done);
    await answerRights(context, NUMBER, { ...STAFF, text: "-" }, Readable.from(["Three photos."]));
    expect(seen).toEqual([
      [`${NUMBER}/answer`, "grace", { text: "Three photos.\n\nAll of them yours.", reference: "TICKET-17" }],
      [`${NUMBER}/answer`, "grace", { text: "Three photos.", reference: "TICKET-17" }],
    ]);
    expect(streams.stdout()).toContain("Answered");
  });

  it("refuse and put off with a reason, and say the new date", async () => {
    const dueAt = "2027-01-22T10:00:00.000Z";
    const { seen, endpoint } = await api(200, { rightsRequestId: NUMBER, state: "with-a-person", dueAt });
    const { streams, context } = session({ endpoint });
    await refuseRights(context, NUMBER, { reason: "No.", ground: "unfounded-or-excessive", as: "grace" });
    await extendRights(context, NUMBER, { reason: "Many images.", ...STAFF });
    expect(seen).toEqual([
      [`${NUMBER}/refusal`, "grace", { reason: "No.", ground: "unfounded-or-excessive" }],
      [`${NUMBER}/extension`, "grace", { reason: "Many images.", reference: "TICKET-17" }],
    ]);
    expect(streams.stdout()).toContain(`Put off to ${dueAt}`);
  });

  it("repeat what the API says to a refusal, and end with 1", async () => {
    const { endpoint } = await api(409, { error: "extension-too-late", message: "Its date has passed." });
    const { context } = session({ endpoint });
    await expect(extendRights(context, NUMBER, { reason: "Many.", as: "grace" })).rejects.toThrow(
      new CommandFailed("Its date has passed."),
    );
  });

  it.each([
    ["nothing", " \n"],
    ["a control character", "a\u0007b"],
    ["a change of writing direction", "a\u202eb"],
    ["too much", "a".repeat(20_001)],
  ])("are not sent with %s in them", async (_, text) => {
    const answer = answerRights(session().context, NUMBER, { ...STAFF, text: "-" }, Readable.from([text]));
    await expect(answer).rejects.toThrow(UsageError);
  });

  it("need a name here, none on AWS, and a file that is there", async () => {
    const { context } = session();
    await expect(extendRights(context, NUMBER, { reason: "Many." })).rejects.toThrow("--as NAME");
    const onAws = session({ where: "aws" }).context;
    await expect(extendRights(onAws, NUMBER, { reason: "Many.", as: "grace" })).rejects.toThrow(UsageError);
    await expect(answerRights(context, NUMBER, { ...STAFF, text: "/nowhere" })).rejects.toThrow("/nowhere");
  });

  it.each([
    ["rights", "answer", NUMBER, "--text", "-"],
    ["rights", "refuse", NUMBER],
    ["rights", "refuse", NUMBER, "--reason", "No.", "--ground", "because"],
    ["rights", "extend", NUMBER],
    ["rights", "list", "--right", "sleep"],
  ])("are understood only as a whole: %s %s %s %s %s %s %s", async (...args) => {
    expect(
      await run(
        args.filter((arg) => arg !== undefined),
        {},
        written(),
      ),
    ).toBe(EXIT.usage);
  });

  it("say in --help what they take", async () => {
    const streams = written();
    expect(await run(["rights", "answer", "--help"], {}, streams)).toBe(EXIT.done);
    expect(streams.stdout()).toMatch(
      /--text <file>[\s\S]*--evidence <ref>[\s\S]*Example: npx lethe rights answer/,
    );
  });
});

describe("lethe mail", () => {
  beforeEach(async () => {
    await world.deliver({ from: ADA, text: "Please send me a copy of all the data you hold about me." });
    await world.deliver({ from: ADA, text: "What is this?\u001b[2J" });
    await world.deliver({ from: ADA, text: "Please delete my account.", dmarc: "doubtful" });
  });

  it("lists what came in, the newest at the top, and by itself what went to a person", async () => {
    const ids = async (options: Parameters<typeof listMail>[1]) => {
      const { streams, context } = session({ json: true });
      expect(await listMail(context, options)).toBe(EXIT.done);
      return JSON.parse(streams.stdout()).mail.map(({ mailId }: { mailId: string }) => mailId);
    };
    expect(await ids({})).toEqual(["m3", "m2", "m1"]);
    expect(await ids({ doubtful: true })).toEqual(["m3", "m2"]);
  });

  it("shows verdicts, what was recognised and why it went to a person, and where it lies, without its words", async () => {
    const { streams, context } = session();
    await showMail(context, "m3", {});
    const text = streams.stdout();
    expect(text).toMatch(/verdicts {4}spam pass, virus pass, spf pass, dkim pass, dmarc doubtful/);
    expect(text).toContain("recognised  erasure of account (en)");
    expect(text).toContain("outcome     person: not-authenticated");
    expect(text).toContain("lies at     s3://mail-bucket/mail/m3");
    expect(text).not.toMatch(/Please delete|people\.example/);
  });

  it("shows its words when asked to, without what a terminal would obey", async () => {
    const { streams, context } = session();
    await showMail(context, "m2", { text: true });
    expect(streams.stdout()).toContain("What is this?[2J");
    expect(streams.stdout()).not.toContain("\u001b[2J");
  });

  it("says when a mail has gone by its age, or was never there", async () => {
    world.mails.remove("mail/m1");
    await expect(showMail(session().context, "m1", { text: true })).rejects.toThrow("gone by its age");
    await expect(showMail(session().context, "m9", {})).rejects.toThrow(CommandFailed);
  });
});
