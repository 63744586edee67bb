import { describe, expect, it } from "vitest";
import { checkPolicy } from "../../../../shared/domain/policy/check-policy.ts";
import type { PolicyDeclaration } from "../../../../shared/domain/policy/policy.ts";
import { answeringByMail } from "../mail-policy.ts";

type OnFile = PolicyDeclaration["accountAddresses"];

const table: PolicyDeclaration["stores"][number] = {
  id: "profiles",
  kind: "dynamodb",
  partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
  sortKey: { attribute: "item" },
  categories: ["account"],
};

function found(accountAddresses: OnFile, rights = answeringByMail.rights): readonly string[] {
  const stores = [...answeringByMail.stores, table];
  const { problems } = checkPolicy({ ...answeringByMail, stores, rights, accountAddresses });
  return problems.filter(({ severity }) => severity === "error").map(({ path, what }) => `${path}: ${what}`);
}

describe("where a policy says that addresses are on file", () => {
  it.each<[OnFile, RegExp | undefined]>([
    [{ store: "accounts", attribute: "email" }, undefined],
    [{ store: "profiles", attribute: "address", index: "by-address" }, undefined],
    [{ store: "nowhere", attribute: "email" }, /nowhere, which is no store/],
    [{ store: "pictures", attribute: "email" }, /a s3 store/],
    [{ store: "accounts", attribute: "custom:mail" }, /by custom:mail/],
    [{ store: "accounts", attribute: "email", index: "by-address" }, /a user pool has none/],
    [{ store: "profiles", attribute: "address" }, /no index of profiles by address/],
    [{ store: "profiles", attribute: "owner", index: "by-owner" }, /owner is part of the key/],
    [{ store: "profiles", attribute: "item", index: "by-item" }, /item is part of the key/],
  ])("is taken or refused with its reason: %j", (onFile, reason) => {
    const errors = found(onFile);
    if (!reason) return expect(errors).toEqual([]);
    expect(errors).toEqual([expect.stringMatching(reason)]);
    expect(errors[0]).toMatch(/^accountAddresses\.store: /);
  });

  it.each(["mail", "form"] as const)("is asked for by a right that is exercised by %s", (channel) => {
    const rights: PolicyDeclaration["rights"] = [
      { right: "access", channels: ["app", channel], deadlines: [] },
    ];
    expect(found(undefined, rights)).toEqual([
      expect.stringMatching(/^accountAddresses: .*access by mail or form/),
    ]);
    expect(found(undefined, [{ right: "access", channels: ["app"], deadlines: [] }])).toEqual([]);
  });

  it("has no key that is not known", () => {
    const onFile = { store: "accounts", attribute: "email", atribute: "email" };
    const { problems } = checkPolicy({ ...answeringByMail, accountAddresses: onFile });
    expect(problems).toMatchObject([{ path: "accountAddresses", severity: "error" }]);
    expect(problems[0]?.what).toContain("atribute");
  });
});
