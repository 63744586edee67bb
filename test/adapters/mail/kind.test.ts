import { describe, expect, it } from "vitest";
import { asRead, type Fields, mailWith, multipart, OWN_ADDRESS } from "./mails.ts";

const NOTICE = "Content-Type: text/plain\n\nIt could not be delivered.";

function deliveryStatus(...recipients: readonly string[]): Uint8Array {
  const status = ["Reporting-MTA: dns; mx.example", ...recipients].join("\n\n");
  return multipart("report", [NOTICE, `Content-Type: message/delivery-status\n\n${status}\n`], {
    From: "MAILER-DAEMON@mx.example",
    "Content-Type": "multipart/report; report-type=delivery-status; boundary=b1",
  });
}

async function kindWith(fields: Fields, body?: string) {
  return (await asRead(mailWith(fields, body))).kind;
}

describe("a mail that a machine sent", () => {
  it.each<readonly [string, Fields]>([
    ["bounce", { "Return-Path": "<>" }],
    ["bounce", { From: "Mail Delivery System <MAILER-DAEMON@mx.example>" }],
    ["bounce", { From: "MAILER-DAEMON@mx.example (Mail Delivery System)" }],
    ["bounce", { From: "Mail Delivery System <MAILER-DAEMON>" }],
    ["bounce", { From: "postmaster@mx.example" }],
    ["bounce", { From: "Mailer <>" }],
    ["bounce", { "X-Failed-Recipients": "ada@writer.example" }],
    ["auto-reply", { "Auto-Submitted": "auto-replied" }],
    ["auto-reply", { "Auto-Submitted": "auto-generated; x=y" }],
    ["auto-reply", { "Auto-Submitted": "Auto-Notified" }],
    ["auto-reply", { "X-Auto-Response-Suppress": "All" }],
    ["auto-reply", { "X-Autoreply": "yes" }],
    ["auto-reply", { "X-Autorespond": "Privacy Request" }],
    ["auto-reply", { Precedence: "auto_reply" }],
    ["auto-reply", { From: "no-reply@shop.example" }],
    ["auto-reply", { From: "alerts-noreply@shop.example" }],
    ["auto-reply", { From: "do_not_reply+1@shop.example" }],
    ["auto-reply", { Subject: "Automatic reply: Privacy Request", "In-Reply-To": "<1@service.example>" }],
    [
      "auto-reply",
      { Subject: "=?utf-8?q?R=C3=A9ponse_automatique_:_x?=", References: "<1@service.example>" },
    ],
    ["list", { "List-Id": "<all.lists.example>" }],
    ["list", { "List-Unsubscribe": "<mailto:leave@lists.example>" }],
    ["list", { Precedence: "bulk" }],
    ["list", { Precedence: "Junk (cheap)" }],
    ["list", { From: "owner-all@lists.example" }],
    ["own", { From: OWN_ADDRESS }],
    ["own", { From: `Service <${OWN_ADDRESS.toUpperCase()}>` }],
    ["own", { From: [OWN_ADDRESS, "eve@evil.example"] }],
    ["own", { "Message-ID": "<9@service.example>", "Auto-Submitted": "auto-replied" }],
  ])("is a %s with %j", async (kind, fields) => {
    expect(await kindWith(fields)).toBe(kind);
  });

  it.each([
    ["report", "feedback-report", "Feedback-Type: abuse\nVersion: 1\n"],
    ["report", "disposition-notification", "Disposition: manual-action/MDN-sent-manually; displayed\n"],
    ["bounce", "delivery-status", "Action: delayed\n"],
  ])("is a %s if it is made as a %s", async (kind, type, fields) => {
    const parts = [NOTICE, `Content-Type: message/${type}\n\n${fields}`];
    const declared = { "Content-Type": `multipart/report; report-type=${type}; boundary=b1` };
    expect((await asRead(multipart("report", parts, declared))).kind).toBe(kind);
    expect((await asRead(multipart("mixed", parts))).kind).toBe(kind);
  });

  it("is a bounce by its subject only if it carries a mail or came from nobody", async () => {
    const Subject = "Undelivered Mail Returned to Sender";
    expect(await kindWith({ Subject })).toBe("ordinary");
    const carrying = multipart("mixed", [NOTICE, "Content-Type: message/rfc822\n\nFrom: x@y.example\n\nx"], {
      Subject,
    });
    expect((await asRead(carrying)).kind).toBe("bounce");
  });
});

describe("a mail of a person", () => {
  it.each<Fields>([
    {},
    { "Auto-Submitted": "no" },
    { "Auto-Submitted": "no (a person)" },
    { "Return-Path": "<ada@writer.example>" },
    { Precedence: "first-class" },
    { "X-Auto-Response-Suppress": "None" },
    { Subject: "Automatic reply: you keep my data" },
    { Subject: "Out of office photos: please delete" },
    { From: "Noreen Post <noreen.postma@writer.example>" },
    { "Message-ID": "<9@service.example>" },
  ])("is ordinary with %j", async (fields) => {
    expect(await kindWith(fields)).toBe("ordinary");
  });
});

describe("the address that bounced", () => {
  const failed = "Final-Recipient: rfc822; <Ada@Writer.example>\nAction: failed\nStatus: 5.1.1";

  it("is the one that the report says failed", async () => {
    expect((await asRead(deliveryStatus(failed))).bouncedAddress).toBe("Ada@writer.example");
  });

  it("is the one that was written to, if the report says so", async () => {
    const forwarded = `Original-Recipient: rfc822;ada@alias.example\n${failed}`;
    expect((await asRead(deliveryStatus(forwarded))).bouncedAddress).toBe("ada@alias.example");
  });

  it.each([
    ["it is only late", [failed.replace("failed", "delayed")]],
    ["there are two", [failed, failed.replace("Ada", "eve")]],
    ["it is none", [failed.replace("@", " at ")]],
    ["it hides something", [failed.replace("Ada", "A\u200bda")]],
    ["there is no recipient", []],
  ])("is not said if %s", async (_, recipients) => {
    expect(await asRead(deliveryStatus(...recipients))).not.toHaveProperty("bouncedAddress");
  });

  it("is not said of a mail that is no bounce", async () => {
    expect(await asRead(mailWith({}, failed))).not.toHaveProperty("bouncedAddress");
  });
});
