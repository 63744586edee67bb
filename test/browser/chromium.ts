import { existsSync } from "node:fs";

/** Where Debian's package puts it. */
const DEBIAN_CHROMIUM = "/usr/bin/chromium";

/** Returns the path of the Chromium to test with: `CHROMIUM`, else Debian's; undefined if it is not there. */
export function chromiumPath(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const path = environment.CHROMIUM || DEBIAN_CHROMIUM;
  return existsSync(path) ? path : undefined;
}

/** How to get it, in one line. */
export const CHROMIUM_MISSING =
  "no Chromium here: sudo apt-get install chromium, or name one in the variable CHROMIUM";
