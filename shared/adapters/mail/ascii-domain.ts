import { domainToASCII, domainToUnicode } from "node:url";

/**
 * Returns a domain in ASCII, undefined unless it is that domain in every reading: one that is changed on the way
 * (a number that becomes an address, letters that are left out, `xn--` before what no domain in letters is written as) is
 * another one.
 *
 * @param domain lower case.
 */
export function asciiDomain(domain: string): string | undefined {
  const ascii = domainToASCII(domain);
  const inLetters = domainToUnicode(ascii);
  if (/(?:^|\.)xn--/.test(inLetters)) return undefined;
  return ascii === domain || (ascii !== "" && inLetters === domain) ? ascii : undefined;
}
