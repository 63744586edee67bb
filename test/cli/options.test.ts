import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { run } from "../../cli/run.ts";
import { certified } from "../world/certified.ts";
import { written } from "./service.ts";

const home = mkdtempSync(join(tmpdir(), "lethe-cli-"));
afterAll(() => rmSync(home, { recursive: true }));

async function lethe(...args: readonly string[]) {
  const streams = written();
  const exitCode = await run(args, { LETHE_HOME: home }, streams);
  return { exitCode, stdout: streams.stdout(), stderr: streams.stderr() };
}

const REQUEST = "req_01k85260tlrs1ius24j8q81jtd";

describe("a command that is not understood", () => {
  it.each([
    [],
    ["nonsense"],
    ["outputs", "--unknown"],
    ["outputs", "one-too-many"],
    ["erase"],
    ["erase", "--subject"],
    ["erase", "--subject", "1", "--scope", "project"],
    ["erase", "--subject", "1", "--force"],
    ["approve"],
    ["plan"],
    ["refuse", REQUEST, "--ground", "because", "--reason", "x"],
    ["refuse", REQUEST, "--ground", "legal-claims"],
    ["cancel"],
    ["pause"],
    ["pause", REQUEST, "--all"],
    ["resume"],
    ["expedite"],
    ["status"],
    ["status", REQUEST, REQUEST],
    ["verify"],
    ["ledger"],
    ["ledger", "repair"],
    ["demo", "seed", "--subjects", "0", "--objects", "1"],
    ["demo", "seed", "--subjects", "1.5", "--objects", "1"],
    ["demo", "seed", "--subjects", "2"],
    ["outputs", "--deployment", "elsewhere"],
    ["outputs", "--deployment", "aws"],
  ])("ends with 2 and says why on standard error (%#)", async (...args) => {
    const ended = await lethe(...args);
    expect(ended.exitCode).toBe(2);
    expect(ended.stdout).toBe("");
    expect(ended.stderr).not.toBe("");
  });

  it("prints one document all the same when one was asked for", async () => {
    const { exitCode, stdout } = await lethe("outputs", "--unknown", "--json");
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toEqual({
      error: { name: "UsageError", message: expect.stringContaining("--unknown") },
    });
  });
});

describe("a command without a deployment", () => {
  it.each([
    ["outputs"],
    ["requests"],
    ["status", REQUEST],
    ["approve", REQUEST, "--as", "grace"],
    ["plan", REQUEST],
    ["refuse", REQUEST, "--ground", "legal-claims", "--reason", "case 12", "--as", "ada"],
    ["cancel", REQUEST],
    ["pause", "--all", "--as", "ada"],
    ["resume", REQUEST, "--as", "ada"],
    ["expedite", REQUEST, "--as", "ada"],
    ["ledger", "check"],
    ["demo", "seed", "--subjects", "1", "--objects", "1"],
  ])("ends with 1 and says how to start one: %j", async (...args) => {
    const ended = await lethe(...args, "--json");
    expect(ended.exitCode).toBe(1);
    expect(JSON.parse(ended.stdout)).toMatchObject({ error: { name: "CommandFailed" } });
    expect(ended.stderr).toContain("npm start");
  });

  it.each(["", "*", ".", "../x", "users/1", "a b", "x".repeat(2048)])(
    "refuses to erase %j as it refuses everything before any effect",
    async (subject) => {
      const { exitCode, stdout } = await lethe("erase", "--subject", subject, "--json");
      expect(exitCode).toBe(1);
      expect(JSON.parse(stdout)).toEqual({
        requestId: null,
        state: "failed",
        subjectRef: null,
        stores: [],
        processors: [],
        certificate: null,
        error: { name: "InvalidSubjectId", message: expect.any(String) },
      });
    },
  );

  it("never goes to AWS because a variable says so: not while another says that it would not be AWS", async () => {
    const streams = written();
    const environment = {
      LETHE_HOME: home,
      AWS_REGION: "eu-central-1",
      AWS_ENDPOINT_URL: "http://127.0.0.1:1",
    };
    expect(await run(["outputs", "--deployment", "aws"], environment, streams)).toBe(2);
    expect(streams.stderr()).toContain("AWS_ENDPOINT_URL");
  });
});

describe("help", () => {
  it.each([["--help"], ["erase", "--help"], ["ledger", "--help"], ["demo", "seed", "--help"]])(
    "is printed and is no failure: %j",
    async (...args) => {
      const { exitCode, stdout } = await lethe(...args);
      expect(exitCode).toBe(0);
      expect(stdout).toContain("Usage: lethe");
    },
  );
});

describe("lethe verify", () => {
  const file = (name: string, data: string | Uint8Array): string => {
    writeFileSync(join(home, name), data);
    return join(home, name);
  };

  it("says what is certified, and which check failed, as one document", async () => {
    const { text, key } = await certified();
    const pem = file("key.pem", key.publicKeyPem);
    const archived = file("key.json", JSON.stringify(key));
    for (const keyFile of [pem, archived]) {
      const valid = await lethe("verify", file("good.json", text), "--key", keyFile, "--json");
      expect([valid.exitCode, JSON.parse(valid.stdout)]).toMatchObject([
        0,
        { valid: true, keyId: key.keyId },
      ]);
    }
    const refused = await lethe("verify", file("bad.json", `${text}\n`), "--key", pem, "--json");
    expect(refused.exitCode).toBe(1);
    expect(JSON.parse(refused.stdout)).toMatchObject({ valid: false, check: "canonical bytes" });
  });

  it("does not believe the key beside a certificate: without an archived one it refuses", async () => {
    const { text, key } = await certified();
    const ended = await lethe("verify", file("good.json", text), "--json");
    expect(ended.exitCode).toBe(1);
    expect(ended.stderr).toContain("--key");
    const { key: another } = await certified();
    const wrong = await lethe("verify", file("good.json", text), "--key", file("k", another.publicKeyPem));
    expect([wrong.exitCode, wrong.stderr]).toEqual([1, expect.stringContaining("check of key")]);
    expect(key.keyId).not.toBe(another.keyId);
  });

  it("names a file that is missing or no key", async () => {
    const { text } = await certified();
    const good = file("good.json", text);
    const missing = await lethe("verify", join(home, "missing.json"), "--key", good);
    expect([missing.exitCode, missing.stderr]).toEqual([1, expect.stringContaining("missing.json")]);
    const noKey = await lethe("verify", good, "--key", good);
    expect([noKey.exitCode, noKey.stderr]).toEqual([1, expect.stringContaining("neither a public key")]);
  });
});
