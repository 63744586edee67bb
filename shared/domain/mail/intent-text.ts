import type { Asked, Intent } from "./intent.ts";

/** Returns what was recognised in a mail in one line: rights and reasons alone, no word of whoever wrote. */
export function intentText(intent: Intent): string {
  const { language } = intent;
  const what = intent.clear ? askedText(intent.asked) : `unclear: ${intent.why}`;
  return language === undefined ? what : `${what} (${language})`;
}

function askedText(asked: Asked): string {
  switch (asked.what) {
    case "right":
      return asked.right === "erasure" ? `erasure of ${asked.scope}` : asked.right;
    case "opt-out":
      return `opt-out of ${asked.of}`;
    case "withdrawal-of-consent":
    case "withdrawal-of-request":
    case "report-of-minor":
      return asked.what;
  }
}
