/** Returns the day that it is in UTC: `2026-11-24`. */
export function today(): string {
  return new Date().toISOString().slice(0, "2026-11-24".length);
}
