import { describe, expect, it } from "vitest";
import { recogniseIntent } from "../../../shared/domain/mail/intent/recognise-intent.ts";
import type { MailAsRead } from "../../../shared/domain/mail/mail-as-read.ts";
import { decideMail } from "../../../shared/domain/mail/mail-decision.ts";
import { type VerdictName, verdictsOf } from "../../../shared/domain/mail/verdicts.ts";

const ARRIVED = "2026-11-23T10:00:00.000Z";
const MAIL: MailAsRead = {
  sender: { kind: "mailbox", address: "ada@people.example" },
  kind: "ordinary",
  subject: "",
  references: [],
  isSignedInPart: false,
  text: "Please delete my account.",
  hasQuotation: false,
  attachmentCount: 0,
};
const PASSED = { status: "PASS" };
const RECEIPT = {
  spamVerdict: PASSED,
  virusVerdict: PASSED,
  spfVerdict: PASSED,
  dkimVerdict: PASSED,
  dmarcVerdict: PASSED,
};
/** Everything that SES has said or may say instead of a plain PASS, and what it never says. */
const NO_PASS: readonly unknown[] = [
  ...["GRAY", "PROCESSING_FAILED", "DISABLED", "SUSPICIOUS"].map((status) => ({ status })),
  ...["pass", "Pass", "PASS ", " PASS", "PASSED", "ＰＡＳＳ", "", null, true, 1, ["PASS"]].map((status) => ({
    status,
  })),
  ...[undefined, null, "PASS", [], [PASSED], {}, { Status: "PASS" }],
];

const decided = (receipt: unknown, mail: Partial<MailAsRead> = {}) => {
  const read = { ...MAIL, ...mail };
  return decideMail({
    verdicts: verdictsOf(receipt),
    reading: { read: true, mail: read },
    intent: recogniseIntent(read),
    arrivedAt: ARRIVED,
  });
};
const without = (name: VerdictName, said: unknown) => ({ ...RECEIPT, [`${name}Verdict`]: said });

describe("a mail that everything vouches for", () => {
  it("is acted on, and how SPF and DKIM came to DMARC's verdict is DMARC's matter", () => {
    expect(decided(RECEIPT)).toMatchObject({ do: "act", address: "ada@people.example" });
    for (const name of ["spf", "dkim"] as const)
      expect(decided(without(name, { status: "FAIL" }))).toMatchObject({ do: "act" });
  });
});

describe("a verdict that is not the one word", () => {
  it.each(NO_PASS.map((said) => ({ said })))("is none: $said", ({ said }) => {
    for (const name of ["dmarc", "spam", "virus"] as const) {
      expect(decided(without(name, said)), name).toEqual({
        do: "let-a-person-look",
        why: "not-authenticated",
      });
    }
  });

  it.each([undefined, null, "PASS", [], 1])("is none where the whole receipt is %j", (receipt) => {
    expect(decided(receipt)).toEqual({ do: "let-a-person-look", why: "not-authenticated" });
  });

  it("is no failure either: only the one word is, and that is silence for DMARC and a person for a scan", () => {
    for (const status of ["fail", "FAILED", "Fail"])
      expect(decided(without("dmarc", { status }))).toMatchObject({ do: "let-a-person-look" });
    expect(decided(without("dmarc", { status: "FAIL" }))).toEqual({
      do: "nothing",
      why: "not-from-whom-it-says",
    });
    for (const name of ["spam", "virus"] as const)
      expect(decided(without(name, { status: "FAIL" }))).toEqual({
        do: "let-a-person-look",
        why: "spam-or-virus",
      });
  });
});

describe("a mail that may be sent again by somebody else", () => {
  const old = { do: "let-a-person-look", why: "stale" };

  it.each([
    ["a week before it came", "2026-11-16T10:00:00.000Z", { do: "act" }],
    ["a millisecond more", "2026-11-16T09:59:59.999Z", old],
    ["in 1970", "1970-01-01T00:00:00.000Z", old],
    ["a century ahead", "2126-11-23T10:00:00.000Z", { do: "act" }],
  ])("is a person's when it is old: dated %s", (_, dated, decision) => {
    expect(decided(RECEIPT, { dated })).toMatchObject(decision);
  });

  it("is a person's when the signature covers only its beginning", () => {
    expect(decided(RECEIPT, { isSignedInPart: true })).toEqual({
      do: "let-a-person-look",
      why: "signed-in-part",
    });
  });
});
