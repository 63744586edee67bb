import { z } from "zod";

/** Where each region's name stands in an address: a link works only where it was made. */
const REGION = "{region}";

/** Where a domain of the service's own leads to the public pages. */
export const PagesUrlSchema = z
  .url({ protocol: /^https$/ })
  .regex(/^[^?#@{}]*[^/?#@{}]$/, "without query, fragment, name and slash at the end");

/** Returns where the pages of a region are, in what was given for all; undefined if that is no such address. */
export function pagesUrlOf(given: string, region: string): string | undefined {
  return PagesUrlSchema.safeParse(given.replaceAll(REGION, region)).data;
}

/** Says whether each region gets another address by it. */
export function namesRegion(given: string): boolean {
  return given.includes(REGION);
}
