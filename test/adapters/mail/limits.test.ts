import { describe, expect, it } from "vitest";
import { mailReader } from "../../../shared/adapters/mail/read-mail.ts";
import { asRead, mailWith, multipart } from "./mails.ts";

const MEBIBYTE = 1024 * 1024;

function read(raw: Uint8Array) {
  return mailReader().read(raw);
}

function nested(depth: number): Uint8Array {
  const body = Array.from(
    { length: depth },
    (_, at) => `--n${at}\nContent-Type: multipart/mixed; boundary=n${at + 1}\n\n`,
  ).join("");
  return mailWith({ "Content-Type": "multipart/mixed; boundary=n0" }, body);
}

describe("a mail that nobody can read", () => {
  it.each([
    ["too-large", "over 10 MiB", () => mailWith({}, "a".repeat(10 * MEBIBYTE))],
    ["too-large", "a header field of 1 MiB", () => mailWith({ "X-Long": "a".repeat(MEBIBYTE) })],
    ["too-large", "200,000 header fields", () => mailWith({ X: Array(200_000).fill("a") })],
    ["too-large", "a header that does not end", () => Buffer.from("X: a\r\n".repeat(200_000))],
    ["too-large", "a million lines", () => mailWith({}, "\n".repeat(1_000_000))],
    [
      "too-large",
      "large headers of its parts",
      () => multipart("mixed", Array(60).fill(`X: ${"a".repeat(10_000)}\n\na`)),
    ],
    ["too-many-parts", "10,000 parts", () => multipart("mixed", Array(10_000).fill("\na"))],
    ["too-many-parts", "10,000 parts in each other", () => nested(10_000)],
    ["too-deep", "50 parts in each other", () => nested(50)],
  ])("is %s: %s", async (why, _, make) => {
    expect(await read(make())).toEqual({ read: false, why });
  });

  it.each([
    ["PGP/MIME", multipart("encrypted", ["Content-Type: application/pgp-encrypted\n\nVersion: 1", "\nx"])],
    ["S/MIME", mailWith({ "Content-Type": "application/pkcs7-mime; smime-type=enveloped-data" }, "MIAG")],
    ["PGP in the text", mailWith({}, "\n-----BEGIN PGP MESSAGE-----\n\nhQ\n-----END PGP MESSAGE-----")],
  ])("is encrypted: %s", async (_, raw) => {
    expect(await read(raw)).toEqual({ read: false, why: "encrypted" });
  });

  it("is unparsable where a parser throws, and the next is read", async () => {
    const broken = new Proxy(mailWith({}), {
      get: (target, name) => {
        if (name === "buffer") throw new Error("broken");
        const value = Reflect.get(target, name, target);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    const reader = mailReader();
    expect(await reader.read(broken)).toEqual({ read: false, why: "unparsable" });
    expect(await reader.read(mailWith({}))).toMatchObject({ read: true });
  });
});

describe("a mail that is made to be hard to read", () => {
  it.each([
    ["empty", Buffer.alloc(0)],
    ["NULs", Buffer.alloc(100_000)],
    ["one line", Buffer.from(":".repeat(100_000))],
    [
      "messages in each other",
      mailWith({ "Content-Type": "message/rfc822" }, "Content-Type: message/rfc822\n\n".repeat(5000)),
    ],
    ["a boundary that never comes", mailWith({ "Content-Type": "multipart/mixed; boundary=x" })],
    ["no boundary", mailWith({ "Content-Type": "multipart/mixed" })],
    ["parts that do not end", mailWith({ "Content-Type": "multipart/mixed; boundary=x" }, "--x\n--x\n--x")],
    ["base64 that is none", mailWith({ "Content-Transfer-Encoding": "base64" }, "====%%%")],
    ["a charset that lies", mailWith({ "Content-Type": "text/plain; charset=utf-16" }, "abc")],
    ["elements in each other", mailWith({ "Content-Type": "text/html" }, "<b>".repeat(100_000))],
    ["From with 100,000 brackets", mailWith({ From: "(".repeat(100_000) })],
    ["a prototype", mailWith({ __proto__x: "1", "Content-Type": "text/plain; __proto__=x; constructor=y" })],
  ])("is read all the same: %s", async (_, raw) => {
    expect(await read(raw)).toMatchObject({ read: true });
    expect({}).not.toHaveProperty("x");
  });

  it("keeps an archive closed: what is in it is neither read nor counted", async () => {
    const zip = Buffer.from("UEsDBBQAAAAIAA==".repeat(1000), "base64").toString("base64");
    const parts = [
      "\nSee the file.",
      `Content-Type: application/zip\nContent-Transfer-Encoding: base64\n\n${zip}`,
    ];
    expect(await asRead(multipart("mixed", parts))).toMatchObject({
      text: "See the file.",
      attachmentCount: 1,
    });
  });
});
