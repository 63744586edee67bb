import { describe, expect, it } from "vitest";
import { maybeSamePerson } from "../../../shared/domain/requests/same-person.ts";

const ROLE = "arn:aws:sts::111111111111:assumed-role/support";
const staff = (name: string) => ({ kind: "staff", name }) as const;

describe("two who act", () => {
  it.each([
    ["ada", "ada"],
    ["ada", " ADA "],
    ["ada", "ａｄａ"],
    [`${ROLE}/ada`, `${ROLE}/grace`],
    [`${ROLE}/ada`, ROLE],
    ["arn:aws-cn:sts::111111111111:assumed-role/r/a", "arn:aws-cn:sts::111111111111:assumed-role/r/b"],
    ["arn:aws:sts::111111111111:federated-user/ada", "arn:aws:sts::111111111111:federated-user/grace"],
    ["arn:aws:iam::111111111111:user/ada", "arn:aws:iam::111111111111:user/ada"],
  ])("may be one person: %s and %s", (one, other) => {
    expect(maybeSamePerson(staff(one), staff(other))).toBe(true);
  });

  it.each([
    ["ada", "grace"],
    ["arn:aws:iam::111111111111:user/ada", "arn:aws:iam::111111111111:user/grace"],
    [`${ROLE}/ada`, "arn:aws:sts::111111111111:assumed-role/support-lead/ada"],
    [`${ROLE}/ada`, "arn:aws:sts::222222222222:assumed-role/support/ada"],
  ])("are two: %s and %s", (one, other) => {
    expect(maybeSamePerson(staff(one), staff(other))).toBe(false);
  });

  it("are two when one is the person and one is staff", () => {
    expect(maybeSamePerson({ kind: "subject" }, staff("ada"))).toBe(false);
  });
});
