const UNITS = [
  ["d", 86_400],
  ["h", 3600],
  ["min", 60],
] as const;

/** Returns a length of time as people say it, in the largest unit of which there are two: `36 h`, `5 min`, `0.4 s`. */
export function ageText(seconds: number): string {
  const size = Math.abs(seconds);
  const unit = UNITS.find(([, length]) => size >= 2 * length);
  const sign = seconds < 0 ? "-" : "";
  if (unit) return `${sign}${rounded(size / unit[1])} ${unit[0]}`;
  return `${sign}${rounded(size)} s`;
}

/** Returns how much later than promised something was: `3 h early`, `12 s late`, `on time`. */
export function lateText(seconds: number): string {
  if (seconds === 0) return "on time";
  return `${ageText(Math.abs(seconds))} ${seconds < 0 ? "early" : "late"}`;
}

function rounded(count: number): string {
  return count < 10 && !Number.isInteger(count) ? count.toFixed(1) : String(Math.round(count));
}
