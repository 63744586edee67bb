/** What looks like an address within a text: ASCII only, since anything else may look like another. */
const ADDRESS =
  /(?<![A-Za-z0-9._%+@-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}(?![A-Za-z0-9@-])/gu;

/** Returns the addresses that stand in a text, each once, in their order; the domain in lower case. */
export function addressesIn(text: string): readonly string[] {
  const found = [...text.matchAll(ADDRESS)].map(([address]) => {
    const at = address.lastIndexOf("@");
    return `${address.slice(0, at)}@${address.slice(at + 1).toLowerCase()}`;
  });
  return [...new Set(found)];
}
