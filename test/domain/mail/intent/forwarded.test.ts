import { describe, expect, it } from "vitest";
import { recogniseIntent } from "../../../../shared/domain/mail/intent/recognise-intent.ts";

const read = (text: string, subject = "") => recogniseIntent({ subject, text, hasQuotation: false });
const REQUEST = "Please delete my account.";

/** Each stands before what somebody else wrote. */
const STARTS = [
  "---------- Forwarded message ---------\nFrom: Robin <robin@mail.example>",
  "-------- Weitergeleitete Nachricht --------",
  "-----Message transféré-----",
  "===== Něco jiného =====",
  "Begin forwarded message:",
  "Von: Robin\nGesendet: Montag\nBetreff: Konto",
  "**From:** Robin\n**Sent:** Monday",
  "De : Robin\nEnvoyé : lundi\nObjet : compte",
  "De: Robin\nAsunto: cuenta",
  "De: Robin\nEnviada em: segunda-feira",
  "差出人: ロビン\n件名: アカウント",
  "发件人：罗宾\n主题：账号",
  "प्रेषक: रॉबिन\nविषय: खाता",
];

describe("a mail of somebody else", () => {
  it.each(STARTS)("is not read after %j", (start) => {
    expect(read(`See below.\n\n${start}\n\n${REQUEST}`).clear).toBe(false);
  });

  it.each(STARTS)("is not named by a subject if it begins with %j", (start) => {
    expect(read(`See below.\n\n${start}\n\nThanks.`, "Delete my account").clear).toBe(false);
  });

  it("takes nothing from what the sender wrote before it", () => {
    expect(read(`${REQUEST}\n\n${STARTS[0]}\n\nWelcome!`)).toMatchObject({ clear: true });
  });

  it("does not begin with one line that only looks like a header", () => {
    expect(read(`From: the bottom of my heart, thank you.\n${REQUEST}`)).toMatchObject({ clear: true });
  });

  it.each([
    "I am forwarding this e-mail to you.",
    "Ich leite diese Mail an Sie weiter.",
    "これを転送します。",
  ])("may be copied in without a sign: %s", (before) => {
    expect(read(`${before} ${REQUEST}`).clear).toBe(false);
  });
});
