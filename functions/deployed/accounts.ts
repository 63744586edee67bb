import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { accountDirectory } from "../../shared/adapters/stores/account-directory.ts";
import { cognitoAccounts } from "../../shared/adapters/stores/cognito/accounts.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import type { AccountDirectory, Accounts } from "../../shared/operations/ports.ts";
import { BindingsNotOnRecord, bindingsOnRecord } from "./bindings.ts";
import { documents } from "./documents.ts";

const cognito = new CognitoIdentityProviderClient({});
const noAccounts: Accounts = {
  disable: async () => undefined,
  addressOf: async () => undefined,
  isEnabled: async () => false,
  enable: async () => undefined,
};

/** Returns the accounts of a service; it may have none with a sign-in. */
export async function accountsUnder(policy: Policy): Promise<Accounts> {
  const store = policy.stores.find(({ kind }) => kind === "cognito");
  if (!store) return noAccounts;
  const pool = (await bindingsOnRecord()).stores[store.id];
  if (pool) return cognitoAccounts(cognito, pool.id);
  throw new BindingsNotOnRecord(
    `The bindings on record do not say where store ${store.id} is: deploy again.`,
  );
}

/** Returns whose account an address is. */
export async function directoryUnder(policy: Policy): Promise<AccountDirectory> {
  return accountDirectory(policy, await bindingsOnRecord(), { documents, cognito });
}
