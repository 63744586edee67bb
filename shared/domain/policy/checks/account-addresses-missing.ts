import { promisesOfRight } from "../kept-by.ts";
import { rightsByAddress } from "../rights-by-address.ts";
import type { PolicyRule } from "./rule.ts";

export const accountAddressesMissing: PolicyRule = {
  id: "account-addresses-missing",
  severity: "error",
  why: "Who writes a mail proves with a link to the address on file that the account is theirs; without it nobody can prove it, and the request is never carried out.",
  source: "GDPR Art. 12(2) and 12(6)",
  remedy:
    'Say where addresses are on file, such as accountAddresses: { store: "accounts", attribute: "email" }, or offer these rights in the app alone.',
  find: (policy) => {
    const rights = rightsByAddress(policy);
    if (rights.length === 0 || policy.accountAddresses) return [];
    return [
      {
        path: "accountAddresses",
        what: `People exercise ${rights.join(", ")} by mail or form, and it is not said where their addresses are on file.`,
        promises: [...new Set(rights.flatMap((right) => promisesOfRight(policy, right)))],
      },
    ];
  },
};
