const TO_A_PERSON = "person: ";

/** Returns what stands on the record of a mail or form that went to a person. */
export function personLooks(why: string): string {
  return `${TO_A_PERSON}${why}`;
}

/** Says whether a record is of what a person had to look at. */
export function wentToAPerson({ outcome }: { readonly outcome: string }): boolean {
  return outcome.startsWith(TO_A_PERSON);
}
