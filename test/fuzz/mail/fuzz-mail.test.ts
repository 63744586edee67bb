import { simpleParser } from "mailparser";
import { describe, expect, it } from "vitest";
import type { MailReader } from "../../../shared/operations/ports.ts";
import { fuzzMail } from "./fuzz-mail.ts";

const MAILS = 2000;
const MAILS_TO_FIND_A_FAULT = 500;

describe("mail that was tampered with", () => {
  // Always the same, so that a change alone decides what fails; `npm run fuzz:mail` looks further.
  const seed = Number(process.env.FUZZ_SEED ?? 1_214_526_684);

  it(`is read without an error, and comes from nobody in doubt (FUZZ_SEED=${seed})`, async () => {
    const { faults, mailboxes, doubtful } = await fuzzMail(MAILS, seed);
    expect(faults).toEqual([]);
    expect(mailboxes).toBeGreaterThan(MAILS / 10);
    expect(doubtful).toBeGreaterThan(MAILS / 10);
  });

  it("would show a reader that believes one parser alone", async () => {
    const believing: MailReader = {
      async read(raw) {
        const { from } = await simpleParser(Buffer.from(raw));
        const address = from?.value[0]?.address;
        return {
          read: true,
          mail: {
            sender: address ? { kind: "mailbox", address } : { kind: "doubtful", why: "no-mailbox" },
            kind: "ordinary",
            subject: "",
            references: [],
            text: "",
            hasQuotation: false,
            isSignedInPart: false,
            attachmentCount: 0,
          },
        };
      },
    };
    expect((await fuzzMail(MAILS_TO_FIND_A_FAULT, seed, believing)).faults.length).toBeGreaterThan(5);
  });
});
