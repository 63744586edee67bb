import type { Bindings } from "../../domain/policy/bindings.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { AccountDirectory } from "../../operations/ports.ts";
import { cognitoAccountDirectory } from "./cognito/account-directory.ts";
import { dynamodbAccountDirectory } from "./dynamodb/account-directory.ts";
import { boundPlace, type StoreClients } from "./store-adapters.ts";

/** Where the policy says of no store that it can tell: rights are exercised in the app alone. */
const NOBODY: AccountDirectory = { findByAddress: async () => [] };

/**
 * Returns the accounts of a service by the address on file, where its policy says that they are.
 *
 * @throws StoreNotBound if that store has no physical place.
 */
export function accountDirectory(
  { accountAddresses, stores }: Policy,
  bindings: Bindings,
  { documents, cognito }: Pick<StoreClients, "documents" | "cognito">,
): AccountDirectory {
  const store = stores.find(({ id }) => id === accountAddresses?.store);
  if (!accountAddresses || !store) return NOBODY;
  const place = boundPlace(bindings, store.id);
  switch (store.kind) {
    case "cognito":
      return cognitoAccountDirectory(cognito, place, accountAddresses.attribute);
    case "dynamodb":
      return dynamodbAccountDirectory(documents, place, store, accountAddresses);
    default:
      return NOBODY;
  }
}
