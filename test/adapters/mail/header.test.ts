import { describe, expect, it } from "vitest";
import { asRead, mailWith } from "./mails.ts";

describe("what an answer is threaded by", () => {
  it("is the name of the mail and those it refers to, in order and once", async () => {
    const fields = {
      References: "<1@a.example> <2@a.example>\r\n\t<1@a.example>",
      "In-Reply-To": "<3@a.example>",
    };
    const mail = await asRead(mailWith(fields));
    expect(mail.messageId).toBe("<1@writer.example>");
    expect(mail.references).toEqual(["<1@a.example>", "<2@a.example>", "<3@a.example>"]);
  });

  it.each([
    "<1@a.example>\0",
    "<1@a.exa\r\n mple>",
    "<1 @a.example>",
    "<ä@a.example>",
    "=?utf-8?q?=3C1=40a.example=0D=0ABcc=3A_eve=40evil.example=3E?=",
    "1@a.example",
    `<${"1".repeat(300)}@a.example>`,
  ])("is nothing where the name is %j", async (written) => {
    expect(await asRead(mailWith({ "Message-ID": written }))).not.toHaveProperty("messageId");
  });

  it("ends at a lone CR, which some take for the end of a line", async () => {
    const mail = await asRead(mailWith({ "Message-ID": "<1@a.example>\rBcc: eve@evil.example" }));
    expect(mail.messageId).toBe("<1@a.example>");
  });

  it("is nothing where there are two names", async () => {
    const fields = { "Message-ID": ["<1@a.example>", "<2@a.example>"] };
    expect(await asRead(mailWith(fields))).not.toHaveProperty("messageId");
  });

  it("has nothing in it but names that can stand in a header, and the last twenty", async () => {
    const References = `<a\0b@x.example> <a\u00e4@x.example> junk ${"<".repeat(2000)} ${Array.from({ length: 30 }, (_, at) => `<${at}@a.example>`).join("")}`;
    const { references } = await asRead(mailWith({ References }));
    expect(references).toHaveLength(20);
    expect(references.at(-1)).toBe("<29@a.example>");
    expect(references.every((one) => /^<[!-;=?-~]+>$/.test(one))).toBe(true);
  });
});

describe("the subject of a mail", () => {
  it.each([
    ["=?utf-8?q?Privacy=0D=0ABcc=3A_eve=40evil.example?=", "Privacy Bcc: eve@evil.example"],
    ["=?iso-2022-jp?b?GyRCOm89fBsoQg==?=", "削除"],
    ["Privacy\r\n\tRequest", "Privacy Request"],
    ["Priv\u00adacy\u200b Re\u202equest\u001b", "Privacy Request"],
    ["", ""],
    ["x".repeat(600), "x".repeat(500)],
  ])("is one line: %j", async (Subject, subject) => {
    expect((await asRead(mailWith({ Subject }))).subject).toBe(subject);
  });
});

describe("the date of a mail", () => {
  it("is shown in UTC", async () => {
    expect((await asRead(mailWith({ Date: "Mon, 02 Nov 2026 10:00:00 +0530" }))).dated).toBe(
      "2026-11-02T04:30:00.000Z",
    );
  });

  it.each([
    "Mon, 32 Foo 99999",
    "Fri, 31 Dec 275759 00:00:00 +0000",
    "Mon, 1 Jan 1900 00:00:00 +0000",
    "",
    "\0",
  ])("is none where it is absurd: %j", async (written) => {
    expect(await asRead(mailWith({ Date: written }))).not.toHaveProperty("dated");
  });

  it("is none where there are two", async () => {
    const dates = ["Mon, 02 Nov 2026 10:00:00 +0000", "Mon, 02 Nov 2020 10:00:00 +0000"];
    expect(await asRead(mailWith({ Date: dates }))).not.toHaveProperty("dated");
  });
});
