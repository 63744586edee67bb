import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";

const LARGEST_READ_BYTES = 2_000_000;
/** In two parts each, so that this file is none that it finds; keys of AWS's own documentation end in EXAMPLE. */
const SECRETS: Readonly<Record<string, RegExp>> = {
  "an access key of AWS": new RegExp(`\\b(${"AK"}IA|${"AS"}IA)(?!\\w*EXAMPLE)[A-Z2-7]{16}\\b`),
  "a private key": new RegExp(`-----BEGIN ([A-Z]+ )?${"PRIVATE"} KEY-----`),
  "a token of GitHub": new RegExp(`\\b${"gh"}[pousr]_[A-Za-z0-9]{36}\\b`),
  "a token of npm": new RegExp(`\\b${"npm"}_[A-Za-z0-9]{36}\\b`),
  "a key of a vendor": new RegExp(
    `\\b(${"sk"}-(proj|ant|or)-[A-Za-z0-9_-]{20,}|${"sk"}_live_[A-Za-z0-9]{20,})`,
  ),
};

describe("the repository", () => {
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { encoding: "utf8" })
    .split("\n")
    .filter(
      (file) => existsSync(file) && statSync(file).isFile() && statSync(file).size < LARGEST_READ_BYTES,
    );

  it("holds no secret", () => {
    expect(files.length).toBeGreaterThan(300);
    const found = files.flatMap((file) => {
      const text = readFileSync(file, "latin1");
      return Object.entries(SECRETS).flatMap(([what, form]) => (form.test(text) ? [`${file}: ${what}`] : []));
    });
    expect(found).toEqual([]);
  });

  it.each([
    ["an access key of AWS", `${"AK"}IA${"A".repeat(16)}`],
    ["a private key", `-----BEGIN EC ${"PRIVATE"} KEY-----`],
  ])("would show %s", (what, text) => {
    expect(SECRETS[what]?.test(text)).toBe(true);
  });
});
