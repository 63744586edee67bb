import { describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../../policies/dream-portraits.ts";
import { PolicySchema } from "../../../shared/domain/policy/policy.ts";
import { completionLetter } from "../../../shared/domain/requests/completion-letter.ts";
import { requestNumber } from "../../world/requests.ts";

const policy = PolicySchema.parse(dreamPortraits);
const NOW = new Date("2026-11-24T10:00:00.000Z");
const request = requestNumber(1);
const written = (changes: Partial<typeof request>, answer?: Parameters<typeof completionLetter>[4]) =>
  completionLetter(policy, { ...request, ...changes }, [], NOW, answer);

describe("the letter at the end of an erasure", () => {
  it("says what it always said: what went, that somebody looked again, and how the proof is got", () => {
    const letter = written({ scope: "account" });
    expect(letter?.subject).toBe("Dream Portraits: your account has been deleted");
    const text = letter?.text.replace(/(\S)\n(\S)/g, "$1 $2");
    expect(text).toContain("The data of your account at Dream Portraits has been deleted, as you asked.");
    expect(text).toContain(
      "We looked again afterwards, in every place where we keep such data, and found nothing of it",
    );
    expect(text).toContain(
      `With the number of your request you can ask us for the signed certificate of what was done: write to ${policy.service.contact}.`,
    );
    expect(text).toContain("This address was kept only to send you this letter, and is forgotten now.");
    expect(text).toContain(`Number of your request: ${request.requestId}`);
    expect(letter?.html).toContain('lang="en"');
  });

  it("tells facial data from other data, by what the policy says of the category", () => {
    expect(written({ scope: "category", category: "facial-landmarks" })?.subject).toContain(
      "facial data of yours",
    );
    expect(written({ scope: "category", category: "account" })?.subject).toMatch(/: data of yours/);
  });

  it("is written to nobody who may be with whoever is reported", () => {
    expect(written({ scope: "preserve-and-report" })).toBeUndefined();
  });

  it("speaks the language and names the number and the page of whoever asked", () => {
    const statusLink = "https://privacy.service.example/status/1";
    const letter = written({ scope: "account" }, { language: "de", number: "rrq_1", statusLink });
    expect(letter?.subject).toBe("Dream Portraits: Ihr Konto wurde gelöscht");
    expect(letter?.text).toContain(statusLink);
    expect(letter?.text).toContain("Nummer Ihrer Anfrage: rrq_1");
    expect(letter?.text).not.toContain(request.requestId);
  });
});
