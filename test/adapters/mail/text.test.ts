import { describe, expect, it } from "vitest";
import { asRead, mailWith, multipart } from "./mails.ts";

async function wordsOf(body: string, type = "text/plain; charset=utf-8") {
  const { text, hasQuotation } = await asRead(mailWith({ "Content-Type": type }, body));
  return { text, hasQuotation };
}

describe("the text of a mail", () => {
  it.each([
    ["English", "On Mon, 2 Nov 2026 at 10:00, Service <privacy@service.example> wrote:"],
    ["English, over two lines", "On Mon, 2 Nov 2026 at 10:00, Service\n<privacy@service.example> wrote:"],
    ["German", "Am Mo., 2. Nov. 2026 um 10:00 Uhr schrieb Service <privacy@service.example>:"],
    ["French", "Le lun. 2 nov. 2026 à 10:00, Service <privacy@service.example> a écrit :"],
    ["Spanish", "El lun, 2 nov 2026 a las 10:00, Service (<privacy@service.example>) escribió:"],
    ["Portuguese", "Em seg., 2 de nov. de 2026 às 10:00, Service <privacy@service.example> escreveu:"],
    ["Japanese", "2026年11月2日(月) 10:00 Service <privacy@service.example>:のメッセージ:"],
    ["Chinese", "Service <privacy@service.example> 于2026年11月2日周一 10:00写道："],
    ["Hindi", "सोम, 2 नव॰ 2026 को 10:00 बजे Service <privacy@service.example> ने लिखा:"],
    ["Outlook", "-----Original Message-----"],
    ["Outlook, with fields", "From: Service\nSent: Monday\nTo: Ada\nSubject: Your data"],
    ["Outlook in German", "Von: Service\nGesendet: Montag\nAn: Ada\nBetreff: Ihre Daten"],
    ["Outlook in Japanese", "差出人: Service\n送信日時: 2026年\n宛先: Ada\n件名: データ"],
    ["a forwarding", "---------- Forwarded message ---------"],
    ["a forwarding in French", "---------- Message transféré ---------"],
    ["Apple's forwarding", "Begin forwarded message:"],
  ])("ends where another's begins: %s", async (_, mark) => {
    const quoted = "You may write to us: delete my account.";
    const body = `I do not want this any more.\n\n${mark}\n\n`;
    const expected = { text: "I do not want this any more.", hasQuotation: true };
    expect(await wordsOf(body + quoted)).toEqual(expected);
    expect(await wordsOf(`${body}> ${quoted}`)).toEqual(expected);
  });

  it("goes on between and below lines that are quoted with marks", async () => {
    const body =
      "Hello,\n\nOn 2 Nov 2026, Service wrote:\n> Do you want a copy?\n>> x\nNo.\n> Or erasure?\nYes.";
    expect(await wordsOf(body)).toEqual({ text: "Hello,\n\nNo.\nYes.", hasQuotation: true });
  });

  it("is whole, and quotes nothing, in a mail that only looks a little like one", async () => {
    const body = "To: whom it may concern\n\nOn 2 Nov I wrote a letter.\nFrom today: delete everything.";
    expect(await wordsOf(body)).toEqual({ text: body, hasQuotation: false });
  });

  it("ends at the signature, which is no quotation", async () => {
    const signed = "Delete it.\n\n-- \nAda\nWe never delete anything.";
    expect(await wordsOf(signed)).toEqual({ text: "Delete it.", hasQuotation: false });
    expect(await wordsOf(`${signed}\n> quoted`)).toEqual({ text: "Delete it.", hasQuotation: true });
  });

  it.each([
    ["HTML alone", ["Content-Type: text/html\n\n<p>Delete <b>it</b>.</p><blockquote>Keep it.</blockquote>"]],
    [
      "text before HTML",
      ["Content-Type: text/plain\n\nDelete it.\n> Keep it.", "Content-Type: text/html\n\n<p>Other</p>"],
    ],
    [
      "HTML beside an empty text",
      [
        "Content-Type: text/plain\n\n \n",
        "Content-Type: text/html\n\nDelete it.<blockquote>Keep it.</blockquote>",
      ],
    ],
  ])("is made of %s", async (_, parts) => {
    const mail = await asRead(multipart("alternative", parts));
    expect(mail).toMatchObject({ text: "Delete it.", hasQuotation: true, attachmentCount: 0 });
  });

  it.each([
    ["iso-8859-1", "Bitte l=F6schen.", "Bitte löschen."],
    ["iso-2022-jp", "=1B$B:o=3D|=1B(B", "削除"],
    ["shift_jis", "=8D=ED=8F=9C", "削除"],
    ["gb18030", "=C9=BE=B3=FD", "删除"],
    ["utf-8", "=E0=A4=B9=E0=A4=9F=E0=A4=BE=E0=A4=8F=E0=A4=81", "हटाएँ"],
    ["no-such-charset", "Delete.", "Delete."],
  ])("is decoded from %s", async (charset, body, text) => {
    const fields = {
      "Content-Type": `text/plain; charset=${charset}`,
      "Content-Transfer-Encoding": "quoted-printable",
    };
    expect((await asRead(mailWith(fields, body))).text).toBe(text);
  });

  it("has no control or invisible characters, and joiners where scripts need them", async () => {
    const body = "De\u0000le\u200bte\u001b[31m \u202emy\u00ad data\u0085क\u094d\u200dष\tend\u2028.";
    expect((await asRead(mailWith({}, body))).text).toBe("Delete[31m my data\nक\u094d\u200dष end\n.");
  });

  it("is at most 20,000 characters, none of them half", async () => {
    const { text } = await asRead(mailWith({}, `a${"😀".repeat(20_000)}`));
    expect(text.length).toBeLessThanOrEqual(20_000);
    expect(text.isWellFormed()).toBe(true);
  });

  it("leaves out what is attached, and counts it", async () => {
    const parts = [
      "Content-Type: text/plain\n\nSee the file.",
      "Content-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nDelete my account.",
      "Content-Type: application/zip; name=__proto__\nContent-Transfer-Encoding: base64\n\nUEsDBA==",
    ];
    const mail = await asRead(multipart("mixed", parts));
    expect(mail).toMatchObject({ text: "See the file.", hasQuotation: false, attachmentCount: 2 });
  });
});
