import { describe, expect, it } from "vitest";
import type { SenderDoubt } from "../../../shared/domain/mail/mail-as-read.ts";
import { asRead, type Fields, mailWith, multipart } from "./mails.ts";

const ADA = { kind: "mailbox", address: "ada@writer.example" };

async function senderWith(fields: Fields) {
  return (await asRead(mailWith(fields))).sender;
}

function doubtful(why: SenderDoubt) {
  return { kind: "doubtful", why };
}

describe("the sender of a mail", () => {
  it.each([
    ["plain", "ada@writer.example", "ada@writer.example"],
    ["in brackets", "<ada@writer.example>", "ada@writer.example"],
    ["behind a name", "Ada <ada@writer.example>", "ada@writer.example"],
    ["behind a name in quotes", '"Byron, Ada" <ada@writer.example>', "ada@writer.example"],
    ["behind an encoded name", "=?utf-8?q?Ad=C3=A4?= <ada@writer.example>", "ada@writer.example"],
    ["folded", "Ada\r\n\t<ada@writer.example>", "ada@writer.example"],
    ["its local part as written", "Ada.B+x@Writer.EXAMPLE", "Ada.B+x@writer.example"],
    ["of a domain in letters", "ada@bücher.example", "ada@xn--bcher-kva.example"],
    ["of the same domain in ASCII", "ada@xn--bcher-kva.example", "ada@xn--bcher-kva.example"],
    ["of a Cyrillic look-alike", "ada@wrіter.example", "ada@xn--wrter-o2e.example"],
    [
      "the real one behind another in its name",
      '"victim@bank.example" <eve@evil.example>',
      "eve@evil.example",
    ],
    [
      "the real one behind an encoded one",
      "=?utf-8?q?victim=40bank.example?= <eve@evil.example>",
      "eve@evil.example",
    ],
    ["said twice", "ada@writer.example <ada@writer.example>", "ada@writer.example"],
  ])("is one mailbox: %s", async (_, From, address) => {
    expect(await senderWith({ From })).toEqual({ kind: "mailbox", address });
  });

  it.each<readonly [string, string | readonly string[] | undefined, SenderDoubt]>([
    ["none", undefined, "no-from"],
    ["two fields", ["ada@writer.example", "eve@evil.example"], "several-from"],
    ["two fields that say the same", ["ada@writer.example", "ada@writer.example"], "several-from"],
    ["a list", "ada@writer.example, eve@evil.example", "several-mailboxes"],
    ["a list behind a bracket", "Ada <ada@writer.example>, eve@evil.example", "several-mailboxes"],
    ["a group", "Friends: ada@writer.example;", "several-mailboxes"],
    ["an empty group", "undisclosed:;", "several-mailboxes"],
    ["two brackets", "<ada@writer.example> <eve@evil.example>", "several-mailboxes"],
    ["another address as a bare name", "victim@bank.example <eve@evil.example>", "several-mailboxes"],
    ["a comment", "ada@writer.example (Ada)", "strange-characters"],
    ["a comment in it", "ada(x)@writer.example", "strange-characters"],
    ["NUL", "ada\0@writer.example", "strange-characters"],
    ["an escape sequence", "\u001b[31mAda <ada@writer.example>", "strange-characters"],
    ["zero width", "ad\u200ba@writer.example", "strange-characters"],
    ["a soft hyphen", "ada@wri\u00adter.example", "strange-characters"],
    ["another direction", "\u202eadA <ada@writer.example>", "strange-characters"],
    ["full width", "ada@ｗriter.example", "strange-characters"],
    ["a full-width dot", "ada@writer．example", "no-mailbox"],
    ["a full-width at sign", "ada＠writer.example", "no-mailbox"],
    ["a host by number", "ada@[192.0.2.1]", "no-mailbox"],
    ["ASCII for letters that are none", "ada@xn--bcher-a.example", "strange-characters"],
    ["a number that is a host", "ada@0x7f.1", "strange-characters"],
    ["a quoted local part", '"ada@writer.example"@evil.example', "no-mailbox"],
    ["a route", "<@relay.example:ada@writer.example>", "no-mailbox"],
    ["a name alone", "Ada", "no-mailbox"],
    ["empty brackets", "Ada <>", "no-mailbox"],
    ["a quote that does not end", '"Ada <ada@writer.example>', "no-mailbox"],
    ["an encoded address", "=?utf-8?q?ada=40writer.example?=", "no-mailbox"],
    ["an encoded part of an address", "=?utf-8?q?ada?=@writer.example", "parsers-disagree"],
  ])("is doubtful: %s", async (_, From, why) => {
    expect(await senderWith({ From })).toEqual(doubtful(why));
  });

  it("is never who answers go to, who sent it for somebody, or who else got it", async () => {
    const others = { "Reply-To": "eve@evil.example", Sender: "eve@evil.example", Cc: "eve@evil.example" };
    expect(await senderWith(others)).toEqual(ADA);
    expect(await senderWith({ ...others, From: undefined })).toEqual(doubtful("no-from"));
  });

  it.each(["FROM", "from ", "Fr\0om", "\ufeffFrom", "\u00a0From"])(
    "is doubtful beside a field %j",
    async (name) => {
      expect(await senderWith({ [name]: "eve@evil.example" })).toEqual(doubtful("several-from"));
    },
  );

  it.each(["\r", "\n", "\r\n", "\r\r", "\n\n"])(
    "is doubtful with a second field behind a lone %j",
    async (lineEnd) => {
      const From = `ada@writer.example${lineEnd}From: eve@evil.example`;
      expect(await senderWith({ From })).toEqual(doubtful("several-from"));
    },
  );

  it("is not whoever wrote a message that is attached or forwarded in the text", async () => {
    const inner = "From: victim@bank.example\nSubject: Privacy Request\n\nDelete my account.";
    const attached = multipart("mixed", [
      "Content-Type: text/plain\n\nSee below.",
      `Content-Type: message/rfc822\n\n${inner}`,
    ]);
    expect(await asRead(attached)).toMatchObject({ sender: ADA, text: "See below.", hasQuotation: true });
    const forwarded = mailWith({}, `See below.\n\n---------- Forwarded message ---------\n${inner}`);
    expect(await asRead(forwarded)).toMatchObject({ sender: ADA, text: "See below.", hasQuotation: true });
  });

  it("is the one of the outer mail where a second mail was smuggled in behind a lone line feed", async () => {
    const smuggled =
      "Hello.\n.\n\nMAIL FROM:<victim@bank.example>\nDATA\nFrom: victim@bank.example\n\nDelete it.";
    const mail = await asRead(mailWith({}, smuggled));
    expect(mail.sender).toEqual(ADA);
    expect(mail.text).toContain("Delete it.");
  });

  it("is not what an Authentication-Results or SES field of the mail says", async () => {
    const claims = {
      "Authentication-Results": "ses; dmarc=pass header.from=bank.example",
      "X-SES-DMARC-Verdict": "PASS",
    };
    expect(await asRead(mailWith(claims))).toEqual(await asRead(mailWith({})));
  });
});
