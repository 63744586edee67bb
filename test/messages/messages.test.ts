import { describe, expect, it } from "vitest";
import { MAIL_LANGUAGES, MAIL_SCOPES } from "../../shared/domain/mail/intent.ts";
import { MESSAGES } from "./by-language.ts";
import { ERASURE_OF_ACCOUNT, type Expected, MESSAGE_KINDS, type Message } from "./message.ts";

/** At least so many of each kind, and messages, in each language. */
const LEAST = { request: 25, mistakable: 10, other: 8, accounts: 10, messages: 45 };
/** The rights that are exercised by a mail, and the rest of what one can ask; opt-out and consent have their own. */
const ASKED = [
  ...MAIL_SCOPES.map((scope) => `erasure ${scope}`),
  ...["access", "portability", "correction", "restriction", "objection", "nomination", "grievance"],
  ...["opt-out training", "opt-out marketing", "opt-out sale"],
  ...["withdrawal-of-consent", "withdrawal-of-request", "report-of-minor"],
].sort();

describe.each(MAIL_LANGUAGES)("the messages in %s", (language) => {
  const messages = MESSAGES[language];

  it("are enough of each kind", () => {
    expect(messages.length).toBeGreaterThanOrEqual(LEAST.messages);
    for (const kind of MESSAGE_KINDS)
      expect(messages.filter(isOf(kind)).length).toBeGreaterThanOrEqual(LEAST[kind]);
    expect(messages.filter(({ expected }) => expected === ERASURE_OF_ACCOUNT).length).toBeGreaterThanOrEqual(
      LEAST.accounts,
    );
  });

  it("have ids that say the language and the kind", () => {
    const form = new RegExp(`^${language}-(${MESSAGE_KINDS.join("|")})-[a-z0-9-]+$`);
    expect(messages.filter(({ id }) => !form.test(id))).toEqual([]);
  });

  it("ask for everything that can be asked", () => {
    const asked = new Set(messages.flatMap(({ expected }) => nameOf(expected)));
    expect([...asked].sort()).toEqual(ASKED);
  });

  it("are clear if they are requests, and never if they are none", () => {
    expect(messages.filter(isOf("request")).filter(({ expected }) => !expected.clear)).toEqual([]);
    expect(messages.filter(isOf("other")).filter(({ expected }) => expected.clear)).toEqual([]);
  });

  it("are no erasure if they only look like one", () => {
    const erasures = messages
      .filter(isOf("mistakable"))
      .filter(({ expected }) => nameOf(expected).some((name) => name.startsWith("erasure")));
    expect(erasures).toEqual([]);
  });

  it("are with and without a subject, a text and a quotation", () => {
    expect(messages.some(({ subject }) => subject === "")).toBe(true);
    expect(messages.some(({ text }) => text === "")).toBe(true);
    expect(messages.filter(({ subject, text }) => subject + text === "")).toEqual([]);
    expect(messages.filter(({ hasQuotation }) => hasQuotation).length).toBeGreaterThanOrEqual(3);
    expect(messages.filter(({ text, hasQuotation }) => /^>/m.test(text) && !hasQuotation)).toEqual([]);
  });
});

describe("all messages", () => {
  const all = Object.values(MESSAGES).flat();

  it("have an id of their own, and differ", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ subject, text }) => `${subject}\n${text}`)).size).toBe(all.length);
  });

  it("name no address that somebody could have", () => {
    const addresses = all.flatMap(
      ({ subject, text }) => `${subject}\n${text}`.match(/[^\s<>(]*@[^\s<>),]*/g) ?? [],
    );
    expect(addresses.length).toBeGreaterThan(20);
    expect(addresses.filter((address) => !/^[^@]+@[a-z0-9.-]+\.example\.?$/.test(address))).toEqual([]);
    expect(all.filter(({ subject, text }) => /https?:|www\./i.test(subject + text))).toEqual([]);
  });
});

function isOf(kind: (typeof MESSAGE_KINDS)[number]): (message: Message) => boolean {
  return ({ id }) => id.split("-")[1] === kind;
}

/** Returns what is asked in words, or nothing if that is not clear. */
function nameOf(expected: Expected): readonly string[] {
  if (!expected.clear) return [];
  const { asked } = expected;
  if (asked.what === "opt-out") return [`opt-out ${asked.of}`];
  if (asked.what !== "right") return [asked.what];
  return [asked.right === "erasure" ? `erasure ${asked.scope}` : asked.right];
}
