import type { AccountAddresses } from "../account-addresses.ts";
import { promisesOfRight } from "../kept-by.ts";
import type { Policy } from "../policy.ts";
import { rightsByAddress } from "../rights-by-address.ts";
import type { PolicyRule } from "./rule.ts";

/** The attribute with an address by which ListUsers can look. */
const POOL_ATTRIBUTE = "email";

export const accountAddressesUnanswerable: PolicyRule = {
  id: "account-addresses-unanswerable",
  severity: "error",
  why: "An account is looked up by its address when a mail comes; a store that cannot answer would have to be read whole for each.",
  source: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html",
  remedy: `Name a cognito store with attribute: "${POOL_ATTRIBUTE}" and no index, or a dynamodb store with an attribute that is no part of its key and an index by it.`,
  find: (policy) => {
    const what = policy.accountAddresses && faultOf(policy, policy.accountAddresses);
    if (what === undefined) return [];
    const promises = rightsByAddress(policy).flatMap((right) => promisesOfRight(policy, right));
    return [{ path: "accountAddresses.store", what, promises: [...new Set(promises)] }];
  },
};

function faultOf({ stores }: Policy, { store: id, attribute, index }: AccountAddresses): string | undefined {
  const store = stores.find((one) => one.id === id);
  if (!store) return `It names ${id}, which is no store.`;
  switch (store.kind) {
    case "cognito":
      if (attribute !== POOL_ATTRIBUTE) return `No user pool looks an address up by ${attribute}.`;
      return index === undefined ? undefined : `It names the index ${index}, and a user pool has none.`;
    case "dynamodb": {
      const keys = [store.partitionKey.attribute, ...(store.sortKey ? [store.sortKey.attribute] : [])];
      if (keys.includes(attribute))
        return `${attribute} is part of the key of ${id}, where no address may be.`;
      return index === undefined ? `It names no index of ${id} by ${attribute}.` : undefined;
    }
    default:
      return `It names ${id}, which is a ${store.kind} store: nobody can be looked up in it by an address.`;
  }
}
