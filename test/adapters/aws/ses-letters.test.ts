import { SESClient, SendRawEmailCommand, type SendRawEmailCommandInput } from "@aws-sdk/client-ses";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { sesLetters } from "../../../shared/adapters/aws/ses-letters.ts";
import type { Letter } from "../../../shared/operations/ports.ts";

const FROM = "privacy@dream-portraits.example";
const ses = mockClient(SESClient);
const letters = sesLetters(new SESClient({}), { from: FROM, configurationSet: "lethe-dream-portraits" });
const rightsRequestId = "rrq_01k85260tlrs1ius24j8q81jtd";
const about = { letter: "completed", rightsRequestId } as const;
const letter = { to: "person@mail.example", subject: "Deleted", text: "Done.", about };

beforeEach(() => {
  ses.reset();
  ses.on(SendRawEmailCommand).resolves({});
});

/** Returns the call, and the fields and body of its mail, with folded lines put together. */
async function sent(given: Letter) {
  await letters.send(given);
  const input: Partial<SendRawEmailCommandInput> =
    ses.commandCalls(SendRawEmailCommand)[0]?.args[0].input ?? {};
  const { RawMessage, ...call } = input;
  const raw = Buffer.from(RawMessage?.Data ?? []).toString("utf8");
  const endOfHeader = raw.indexOf("\r\n\r\n");
  const header = raw.slice(0, endOfHeader).replaceAll(/\r\n[ \t]+/g, " ");
  const fields = header.split("\r\n").map((line) => {
    const [name = "", ...value] = line.split(": ");
    return [name.toLowerCase(), value.join(": ")] as const;
  });
  return { call, names: fields.map(([name]) => name), field: new Map(fields), body: raw.slice(endOfHeader) };
}

describe("a letter by SES", () => {
  it("goes from the service's own address to one person, and its failure comes back to us", async () => {
    const { call, field, body } = await sent(letter);

    expect(call).toEqual({
      Source: FROM,
      Destinations: [letter.to],
      ConfigurationSetName: "lethe-dream-portraits",
      Tags: [
        { Name: "letter", Value: "completed" },
        { Name: "rightsRequestId", Value: rightsRequestId },
      ],
    });
    expect(field.get("from")).toBe(FROM);
    expect(field.get("to")).toBe(letter.to);
    expect(field.get("message-id")).toMatch(/^<[0-9a-f-]{36}@dream-portraits\.example>$/);
    expect(field.get("content-type")).toContain("text/plain");
    expect(body).toContain("Done.");
  });

  it("names the thread that it begins in what an answer repeats, and answers nothing by that", async () => {
    const taskId = "tsk_019aab2f8e80c0ffee0000beef";
    const asked = { letter: "ask-processor", taskId } as const;
    const { call, field, names } = await sent({ ...letter, about: asked, thread: taskId });
    expect(field.get("references")).toBe(`<${taskId}@dream-portraits.example>`);
    expect(names).not.toContain("in-reply-to");
    expect(field.get("auto-submitted")).toBe("auto-generated");
    expect(call.Tags).toEqual([
      { Name: "letter", Value: "ask-processor" },
      { Name: "taskId", Value: taskId },
    ]);
  });

  it("says that a machine wrote it, so that no other machine answers", async () => {
    expect((await sent(letter)).field.get("auto-submitted")).toBe("auto-generated");
    ses.resetHistory();
    const answers = { messageId: "<b@mail.example>", references: ["<a@mail.example>"] };
    expect((await sent({ ...letter, answers })).field.get("auto-submitted")).toBe("auto-replied");
  });

  it("stands in the thread of the mail that it answers", async () => {
    const answers = { messageId: "<b@mail.example>", references: ["<a@mail.example>"] };
    const { field } = await sent({ ...letter, answers });

    expect(field.get("in-reply-to")).toBe("<b@mail.example>");
    expect(field.get("references")).toBe("<a@mail.example> <b@mail.example>");
  });

  it("carries text and HTML as two forms of one", async () => {
    const { field, body } = await sent({ ...letter, html: "<p>Done.</p>" });

    expect(field.get("content-type")).toContain("multipart/alternative");
    expect(body.indexOf("text/plain")).toBeGreaterThan(-1);
    expect(body.indexOf("text/html")).toBeGreaterThan(body.indexOf("text/plain"));
  });

  it("gets no other field and no other reader by what stands in it", async () => {
    const subject = "Deleted\r\nBcc: everybody@mail.example\u2028x";
    const to = "person@mail.example, other@mail.example\r\nBcc: third@mail.example";
    const messageId = "<b@mail.example>\r\nBcc: fourth@mail.example";
    const { names, call, field } = await sent({
      ...letter,
      to,
      subject,
      answers: { messageId, references: [] },
    });

    expect(names).not.toContain("bcc");
    // Between quotation marks it is the name of one mailbox, which there is not.
    expect(field.get("to")).toBe('<"person@mail.example, other@mail.example Bcc: third"@mail.example>');
    expect(call.Destinations).toEqual([to]);
  });
});
