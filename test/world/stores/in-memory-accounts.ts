import type { SubjectId } from "../../../shared/domain/erasure/subject-id.ts";
import type { Accounts } from "../../../shared/operations/ports.ts";

/** Accounts in memory. */
export interface InMemoryAccounts extends Accounts {
  /** Opens an account, which may sign in; `address` undefined if none is on file. */
  open(subject: SubjectId, address: string | undefined): void;
  maySignIn(subject: SubjectId): boolean;
  /** Removes the account, as the eraser of the store it is in does. */
  close(subject: SubjectId): void;
  /** Makes the next call fail, once. */
  failNext(error: Error): void;
}

/** Returns accounts in memory; nobody has one at first. */
export function inMemoryAccounts(): InMemoryAccounts {
  const accounts = new Map<SubjectId, { readonly address: string | undefined; isDisabled: boolean }>();
  let failure: Error | undefined;
  return {
    async disable(subject) {
      const told = failure;
      failure = undefined;
      if (told) throw told;
      const account = accounts.get(subject);
      if (account) account.isDisabled = true;
      return account?.address;
    },
    async addressOf(subject) {
      return accounts.get(subject)?.address;
    },
    async isEnabled(subject) {
      return accounts.get(subject)?.isDisabled === false;
    },
    async enable(subject) {
      const account = accounts.get(subject);
      if (account) account.isDisabled = false;
    },
    open(subject, address) {
      accounts.set(subject, { address, isDisabled: false });
    },
    maySignIn(subject) {
      return accounts.get(subject)?.isDisabled === false;
    },
    close(subject) {
      accounts.delete(subject);
    },
    failNext(error) {
      failure = error;
    },
  };
}
