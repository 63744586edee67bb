import { domainToASCII, domainToUnicode } from "node:url";

/**
 * Returns a domain in ASCII, undefined unless it is that domain in every reading: one that is changed on the way
 * (a number that becomes an address, letters that are left out) is another one.
 *
 * @param domain lower case.
 */
export function asciiDomain(domain: string): string | undefined {
  const ascii = domainToASCII(domain);
  return ascii === domain || (ascii !== "" && domainToUnicode(ascii) === domain) ? ascii : undefined;
}
