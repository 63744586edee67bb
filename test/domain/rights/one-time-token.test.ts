import { describe, expect, it } from "vitest";
import { linkTo } from "../../../shared/domain/rights/link.ts";
import {
  LinkRefused,
  newTokenSecret,
  TOKEN_RANDOM_BYTES,
  tokenHashOf,
} from "../../../shared/domain/rights/one-time-token.ts";

const RANDOM = Uint8Array.from({ length: TOKEN_RANDOM_BYTES }, (_, at) => 255 - at);

describe("the secret of a one-time link", () => {
  it("carries every random bit, and is found by its SHA-256 alone", () => {
    const { secret, hash } = newTokenSecret(RANDOM);
    expect(Buffer.from(secret, "base64url")).toEqual(Buffer.from(RANDOM));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hash).not.toContain(secret);
    expect(tokenHashOf(secret)).toBe(hash);
  });

  it("is made of 128 bits at least", () => {
    expect(() => newTokenSecret(RANDOM.subarray(0, 15))).toThrow(LinkRefused);
    expect(newTokenSecret(RANDOM.subarray(0, 16)).secret).toHaveLength(22);
    expect(() => newTokenSecret(new Uint8Array(65))).toThrow(LinkRefused);
  });

  it("differs when one bit differs, at the beginning and at the end", () => {
    for (const at of [0, TOKEN_RANDOM_BYTES - 1]) {
      const other = RANDOM.map((byte, index) => (index === at ? byte ^ 1 : byte));
      expect(newTokenSecret(other).hash).not.toBe(newTokenSecret(RANDOM).hash);
    }
  });

  const { secret } = newTokenSecret(RANDOM);
  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["an empty text", ""],
    ["another type", [secret]],
    ["15 bytes", Buffer.from(RANDOM.subarray(0, 15)).toString("base64url")],
    ["65 bytes", Buffer.alloc(65, 1).toString("base64url")],
    ["padding", `${secret}=`],
    ["white space", ` ${secret}`],
    ["a line end", `${secret}\n`],
    ["the letters of plain base64", secret.replace(/^./u, "+")],
    ["bits at the end that say nothing", secret.replace(/.$/u, "B")],
    ["full-width letters", secret.replace(/^./u, "Ａ")],
    ["a megabyte", "A".repeat(1_048_576)],
  ])("is not read from %s", (_, given) => {
    expect(tokenHashOf(given)).toBeUndefined();
  });
});

describe("a link", () => {
  it("begins with the address that the deployment names, with or without a slash at its end", () => {
    const link = "https://rights.example/prod/confirm/abc";
    expect(linkTo("https://rights.example/prod", "confirm", "abc")).toBe(link);
    expect(linkTo("https://rights.example/prod/", "confirm", "abc")).toBe(link);
    expect(linkTo("http://127.0.0.1:4566/pages", "status", "abc")).toBe(
      "http://127.0.0.1:4566/pages/status/abc",
    );
  });

  it("cannot lead out of its page, whatever a secret would be", () => {
    expect(linkTo("https://rights.example", "confirm", "../x?y#z")).toBe(
      "https://rights.example/confirm/..%2Fx%3Fy%23z",
    );
  });

  it.each([
    "",
    "rights.example",
    "http://rights.example",
    "http://127.0.0.1.evil.example",
    "javascript:alert(1)",
    "https://ours.example@evil.example",
    "https://rights.example/?next=",
    "https://rights.example/#top",
  ])("does not begin with %j", (base) => {
    expect(() => linkTo(base, "confirm", "abc")).toThrow(LinkRefused);
  });
});
