import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { comparePage, type TextOptions } from "../../cli/commands/policy/text.ts";
import { blocksOfPage } from "../../cli/page-text.ts";
import type { TextComparison } from "../../shared/domain/policy/policy-text/text-record.ts";
import { keptTerminal } from "./kept-terminal.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
const PAGE = join(import.meta.dirname, "invented-page.html");
const policy = "dream-portraits";

async function compared(file: string, options: TextOptions) {
  const terminal = keptTerminal();
  const code = await comparePage(terminal, file, { policy, ...options });
  return { code, text: terminal.results.join("\n"), document: terminal.documents[0] };
}

describe("lethe policy text", () => {
  it("lists every sentence of a page that nobody has looked at, and records nothing", async () => {
    const records = join(folder.path, "unread");
    const { code, text } = await compared(PAGE, { records });
    expect(code).toBe(3);
    expect(text).toMatch(/ {3}2 {2}new +Sketches live for one night, i\.e\. until sunrise\.\n/);
    expect(text).toMatch(/ {3}5 {2}new +We like owls & moths\.\n/);
    expect(text).toContain("5 sentences: 0 bound, 0 binds nobody, 5 new");
    expect(text).not.toMatch(/no sentence\. Nor|Home of the sketches|color/);
    expect(existsSync(records)).toBe(false);
  });

  it("is done when each sentence is bound, and tells later what is new and what is gone", async () => {
    const records = join(folder.path, "bound");
    const open = await compared(PAGE, { records, accept: true, bind: ["2=DP2", "3=DP5"] });
    expect(open.code).toBe(3);
    expect(open.text).toContain("2 bound, 0 binds nobody, 0 new, 3 unbound");
    const done = await compared(PAGE, { records, accept: true, bind: ["1=none", "4=DP3", "5=none"] });
    expect(done.code).toBe(0);
    expect((await compared(PAGE, { records })).code).toBe(0);

    const changed = folder.write(
      "changed.html",
      readFileSync(PAGE, "utf8").replace(
        "Nobody else sees them",
        "Nobody else sees them, but for our friends",
      ),
    );
    const later = await compared(changed, { records });
    expect(later.code).toBe(3);
    expect(later.text).toMatch(/ {3}4 {2}new +Nobody else sees them, but for our friends\n/);
    expect(later.text).toMatch(/gone +[0-9a-f]{12}… \(was DP3\)/);
  });

  it("keeps digests and promises, and no word of the page", async () => {
    const records = join(folder.path, "wordless");
    await compared(PAGE, { records, accept: true, bind: ["2=DP2", "1=none"] });
    const record = readFileSync(join(records, `${policy}.json`), "utf8");
    expect(record).not.toMatch(/sketch|owl|night/i);
    expect(JSON.parse(record).sentences.slice(0, 3)).toEqual([
      { sha256: expect.stringMatching(/^[0-9a-f]{64}$/), promise: null },
      { sha256: expect.stringMatching(/^[0-9a-f]{64}$/), promise: "DP2" },
      { sha256: expect.stringMatching(/^[0-9a-f]{64}$/), promise: "unbound" },
    ]);
  });

  it("reads the same sentences from a copy as text", async () => {
    const records = join(folder.path, "plain");
    const plain = folder.write(
      "page.txt",
      "Privacy at Moonlit Sketches\n\nSketches live for one night,\ni.e. until sunrise. Your account goes when you say so.\n\n- Nobody else sees them\n- We like owls & moths.\n",
    );
    const html: TextComparison = JSON.parse(JSON.stringify((await compared(PAGE, { records })).document));
    const text: TextComparison = JSON.parse(JSON.stringify((await compared(plain, { records })).document));
    const digests = ({ sentences }: TextComparison) => sentences.map(({ sha256 }) => sha256);
    expect(digests(text).filter((digest) => digests(html).includes(digest))).toHaveLength(3);
    expect(text.sentences.map((sentence) => sentence.text)).toContain("- We like owls & moths.");
  });

  it.each([
    [{ bind: ["1=none"] }, /only together with --accept/],
    [{ accept: true, bind: ["x=DP1"] }, /write it as 12=DP2/],
    [{ accept: true, bind: ["9=DP1"] }, /has sentences 1 to 5/],
    [{ accept: true, bind: ["1=DP99"] }, /has no promise DP99/],
    [{ policy: "nobody" }, /no policy "nobody"\. There are: /],
  ])("refuses %j and records nothing", async (options, message) => {
    const records = join(folder.path, "refused");
    await expect(compared(PAGE, { records, ...options })).rejects.toThrow(message);
    expect(existsSync(records)).toBe(false);
  });

  it.each([
    ["absent.html", undefined, /cannot be read \(ENOENT\)/],
    ["empty.html", "<p></p>", /has no sentence in it/],
    ["binary.txt", "a\0b", /is not text/],
  ])("says that %s cannot be used", async (name, content, message) => {
    const file = content === undefined ? join(folder.path, name) : folder.write(name, content);
    await expect(compared(file, { records: folder.path })).rejects.toThrow(message);
  });

  it("refuses a record that somebody has broken, and does not write over it", async () => {
    folder.write(`${policy}.json`, '{"schema":"lethe.policy-text/1"}');
    await expect(compared(PAGE, { records: folder.path, accept: true })).rejects.toThrow(
      /is not a record of a text/,
    );
    expect(readFileSync(join(folder.path, `${policy}.json`), "utf8")).toBe(
      '{"schema":"lethe.policy-text/1"}',
    );
  });
});

describe("the text of a page", () => {
  it("is read from a page that is nested deeper than calls can be", () => {
    const depth = 20_000;
    const page = `<html>${"<div>".repeat(depth)}Deep down.${"</div>".repeat(depth)}`;
    expect(
      blocksOfPage(page, "deep.html")
        .map((block) => block.trim())
        .filter(Boolean),
    ).toEqual(["Deep down."]);
  });
});
