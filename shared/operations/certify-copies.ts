import { areGone, type CopiesLeft, lastDayOfAll } from "../domain/backups/copies-left.ts";
import type { CertificateBody } from "../domain/ledger/certificate.ts";
import type { CopiesLooked } from "./bound-backups.ts";

type CertifiedCopies = CertificateBody["backups"];

/** Returns what a certificate says of backups: never more than was seen when they were looked for. */
export function certifiedCopies(declared: number, looked: CopiesLooked | undefined): CertifiedCopies {
  if (!looked) return { declared, statement: "Nobody has looked for backups of what was deleted." };
  const left = looked.stores.filter((store) => !areGone([store]));
  const lastCopyGoneBy = lastDayOfAll(left);
  return {
    declared,
    statement: statementOf(left, lastCopyGoneBy, declared),
    lookedAt: looked.at,
    ...(lastCopyGoneBy === undefined ? {} : { lastCopyGoneBy }),
    ...(left.length === 0 ? {} : { stores: left }),
  };
}

function statementOf(left: readonly CopiesLeft[], lastDay: string | undefined, declared: number): string {
  const sum = (count: (store: CopiesLeft) => number) => left.reduce((all, store) => all + count(store), 0);
  const withoutEnd = sum((store) => store.withoutEnd);
  const ending = sum((store) => store.copies) - withoutEnd;
  if (left.length === 0) {
    return declared === 0
      ? "The policy declares no backup, and none of what was deleted was found."
      : "Backups of what was deleted were looked for, and none that could bring it back is there.";
  }
  const dated =
    lastDay === undefined
      ? []
      : [
          `Whole copies may still hold what was deleted, out of which nothing of one person can be taken: ${ending} with an end are there, and the last that can be is expected gone by ${lastDay}. It is looked for then, and a later certificate says what was found.`,
        ];
  const endless =
    withoutEnd === 0
      ? []
      : [
          `${withoutEnd} copies are there that nothing ends: no day can be named for them until a person has dealt with them.`,
        ];
  return [...dated, ...endless].join(" ");
}
