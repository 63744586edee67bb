import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { canonicalJson } from "../../shared/domain/canonical-json.ts";
import { verifyCertificate } from "../../shared/domain/ledger/verify-certificate.ts";
import { SUBJECT_STORE_KINDS } from "../../shared/domain/policy/store.ts";
import { archiveSigningKey } from "../../shared/operations/archive-signing-key.ts";
import { certify } from "../../shared/operations/certify.ts";
import { certified, closedLane, evidenceWorld, STATEMENT, statement } from "../world/certified.ts";

const VERIFIER = join(import.meta.dirname, "../../verify/verify.py");
/** A prime, so that the places that are changed fall into every part of the text. */
const EVERY = 7;

describe("the second verifier", () => {
  it("knows every kind of store that a certificate can name", () => {
    const shapes = readFileSync(join(import.meta.dirname, "../../verify/shapes.py"), "utf8");
    const kinds = SUBJECT_STORE_KINDS.map((kind) => `"${kind}"`).join(", ");
    expect(shapes).toContain(`"kind": OneOf((${kinds}))`);
  });

  const folder = mkdtempSync(join(tmpdir(), "lethe-second-verifier-"));
  const keyFile = join(folder, "key.json");
  const fileOf = (name: string, text: string): string => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  let good: Awaited<ReturnType<typeof certified>>;

  beforeAll(async () => {
    good = await certified();
    writeFileSync(keyFile, canonicalJson(good.key));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("takes what the first takes, and says what it refuses", () => {
    expect(python([fileOf("good.json", good.text), keyFile])).toMatchObject({
      status: 0,
      stdout: "Valid.\n",
    });
    const refused = python([fileOf("bad.json", `${good.text} `), keyFile]);
    expect(refused).toMatchObject({ status: 1, stdout: expect.stringContaining("canonical bytes") });
    expect(python([]).status).toBe(2);
  });

  it("takes, as the first does, one of before anybody read what a third party is set to", async () => {
    const world = evidenceWorld();
    const key = await archiveSigningKey(world, "dream-portraits");
    await closedLane(world, "req_0/1/photos");
    const { processors } = STATEMENT;
    const text = await certify(world, { ...statement(), processors }, ["req_0/1/photos"]);
    expect(text).not.toContain("setting");
    expect(verifyCertificate(text, [key]).valid).toBe(true);
    const keys = fileOf("earlier-key.json", canonicalJson(key));
    expect(python([fileOf("earlier.json", text), keys])).toMatchObject({ stdout: "Valid.\n" });
  });

  it("agrees with the first on every certificate that was changed, and on why", () => {
    const twice = good.text.replace('{"body":', '{"body":null,"body":');
    // A setting that is read and not read at once is in no form that there is.
    const neither = good.text.replace('"says":"zero-data-retention"', '"because":"refused"');
    const texts: string[] = [good.text, good.text.replace(":", ": "), twice, `${good.text}\n`, neither];
    for (let at = 0; at < good.text.length; at += EVERY) {
      for (const other of ["0", "b", '"'])
        texts.push(good.text.slice(0, at) + other + good.text.slice(at + 1));
    }
    const files = texts.map((text, at) => fileOf(`${at}.json`, text));
    const { stdout } = python(["--batch", keyFile], files.join("\n"));
    const theirs = stdout
      .trim()
      .split("\n")
      .map((line) => z.object({ check: z.string() }).parse(JSON.parse(line)).check);
    const ours = texts.map((text) => {
      const verification = verifyCertificate(text, [good.key]);
      return verification.valid ? "valid" : verification.check;
    });

    expect(theirs).toEqual(ours);
    expect(new Set(ours)).toEqual(
      new Set(["valid", "syntax", "canonical bytes", "key", "signature", "inclusion"]),
    );
    expect(ours.length).toBeGreaterThan(900);
  }, 60_000);

  function python(args: readonly string[], input = "") {
    const { status, stdout } = spawnSync("python3", [VERIFIER, ...args], {
      input,
      encoding: "utf8",
      maxBuffer: 100_000_000,
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" },
    });
    return { status, stdout };
  }
});
