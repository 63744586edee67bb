import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { accountDirectory } from "../../shared/adapters/stores/account-directory.ts";
import { cognitoAccounts } from "../../shared/adapters/stores/cognito/accounts.ts";
import type { Bindings } from "../../shared/domain/policy/bindings.ts";
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
  return policy.stores.some(isSignIn) ? accountsIn(policy, await bindingsOnRecord()) : noAccounts;
}

/** Returns the same where it is known already where the stores are. */
export function accountsIn(policy: Policy, { stores }: Pick<Bindings, "stores">): Accounts {
  const store = policy.stores.find(isSignIn);
  if (!store) return noAccounts;
  const pool = stores[store.id];
  if (pool) return cognitoAccounts(cognito, pool.id);
  throw new BindingsNotOnRecord(
    `The bindings on record do not say where store ${store.id} is: deploy again.`,
  );
}

/** Returns whose account an address is. */
export function directoryIn(policy: Policy, bindings: Bindings): AccountDirectory {
  return accountDirectory(policy, bindings, { documents, cognito });
}

function isSignIn({ kind }: Policy["stores"][number]): boolean {
  return kind === "cognito";
}
