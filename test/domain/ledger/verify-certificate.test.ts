import { sign } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { canonicalJson } from "../../../shared/domain/canonical-json.ts";
import { type CertificateFile, CertificateFileSchema } from "../../../shared/domain/ledger/certificate.ts";
import { type ArchivedKey, keyIdOf } from "../../../shared/domain/ledger/signing-key.ts";
import {
  type CertificateCheck,
  verifyCertificate,
  verifyCertificateBytes,
} from "../../../shared/domain/ledger/verify-certificate.ts";
import { archiveSigningKey } from "../../../shared/operations/archive-signing-key.ts";
import { certify } from "../../../shared/operations/certify.ts";
import { certified, closedLane, evidenceWorld, statement } from "../../world/certified.ts";
import { keyPairSigner } from "../../world/evidence.ts";

/** The order of P-256. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

let good: Awaited<ReturnType<typeof certified>>;
beforeAll(async () => {
  good = await certified();
});

const check = (text: string, keys: readonly ArchivedKey[] = [good.key]) => {
  const verification = verifyCertificate(text, keys);
  return verification.valid ? "valid" : verification.check;
};

describe("a certificate", () => {
  it("is valid as it was issued, with the key that was archived", () => {
    const verification = verifyCertificate(good.text, [good.key]);
    expect(verification).toMatchObject({
      valid: true,
      body: { requestId: "req_01k85260tlrs1ius24j8q81jtd" },
    });
  });

  it("is refused whichever byte is another, and each check refuses some", () => {
    const refusedBy = new Map<CertificateCheck, number>();
    for (let at = 0; at < good.text.length; at += 1) {
      for (const other of [" ", "0", "a", '"', "}"]) {
        if (good.text[at] === other) continue;
        const verification = verifyCertificate(good.text.slice(0, at) + other + good.text.slice(at + 1), [
          good.key,
        ]);
        if (verification.valid) throw new Error(`Byte ${at} may be ${other}.`);
        refusedBy.set(verification.check, (refusedBy.get(verification.check) ?? 0) + 1);
      }
    }
    expect([...refusedBy.keys()].sort()).toEqual([
      "canonical bytes",
      "inclusion",
      "key",
      "signature",
      "syntax",
    ]);
  }, 60_000);

  it("is refused with any bit of any byte turned over, any byte left out or put in twice, and cut short anywhere", () => {
    const bytes = Buffer.from(good.text);
    const refused = (changed: Uint8Array, what: string): void => {
      if (verifyCertificateBytes(changed, [good.key]).valid) throw new Error(`Valid although ${what}.`);
    };
    expect(verifyCertificateBytes(bytes, [good.key]).valid).toBe(true);
    for (const [at, byte] of bytes.entries()) {
      for (let bit = 0; bit < 8; bit += 1) {
        const changed = Buffer.from(bytes);
        changed[at] = byte ^ (1 << bit);
        refused(changed, `bit ${bit} of byte ${at} is another`);
      }
      const [before, after] = [bytes.subarray(0, at), bytes.subarray(at + 1)];
      refused(Buffer.concat([before, after]), `byte ${at} is missing`);
      refused(Buffer.concat([before, Buffer.of(byte, byte), after]), `byte ${at} is there twice`);
      refused(before, `it ends before byte ${at}`);
    }
  }, 60_000);

  it("is refused when bytes are no UTF-8, even where a decoder would put in what was there", async () => {
    const world = evidenceWorld();
    const key = await archiveSigningKey(world, "dream-portraits");
    await closedLane(world, "req_1/1/photos");
    const text = await certify(world, { ...statement(), gaps: ["A \ufffd in the text."] }, [
      "req_1/1/photos",
    ]);
    const bytes = Buffer.from(text);
    const at = bytes.indexOf(Buffer.from("\ufffd"));
    const changed = Buffer.concat([bytes.subarray(0, at), Buffer.of(0xff), bytes.subarray(at + 3)]);

    expect(verifyCertificateBytes(bytes, [key]).valid).toBe(true);
    expect(changed.toString("utf8")).toBe(text);
    expect(verifyCertificateBytes(changed, [key])).toMatchObject({ valid: false, check: "syntax" });
    const marked = Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), bytes]);
    expect(verifyCertificateBytes(marked, [key])).toMatchObject({ valid: false, check: "syntax" });
  });

  it.each([
    ["cut short", (text: string) => text.slice(0, -1)],
    ["with a line end", (text: string) => `${text}\n`],
    ["with a space", (text: string) => text.replace(":", ": ")],
    ["with a key twice", (text: string) => text.replace('{"body":', '{"body":null,"body":')],
    ["with its keys in another order", (text: string) => JSON.stringify({ schema: "", ...JSON.parse(text) })],
    ["that names another algorithm", (text: string) => text.replace("ECDSA_P256_SHA256", "none")],
    ["with something more in it", (text: string) => text.replace('{"attempt"', '{"admin":true,"attempt"')],
    ["that is empty", () => ""],
    ["with a member named __proto__", (text: string) => text.replace('{"body":', '{"__proto__":{},"body":')],
    ["with a number written another way", (text: string) => text.replace('"attempt":1', '"attempt":1.0')],
    ["with a letter written as an escape", (text: string) => text.replace("eu-central", "\\u0065u-central")],
    ["with a byte order mark", (text: string) => `\ufeff${text}`],
  ])("is refused %s", (_what, change) => {
    expect(["syntax", "canonical bytes"]).toContain(check(change(good.text)));
  });

  it("is refused when somebody else signed it, however well", async () => {
    const forger = keyPairSigner();
    const forgerPem = await forger.publicKey();
    const document = { ...fileOf(good.text).checkpoint.document, keyId: keyIdOf(forgerPem) };
    const signature = await forger.sign(canonicalJson(document));
    const text = canonicalJson({ ...fileOf(good.text), checkpoint: { document, signature } });

    expect(check(text)).toBe("key");
    expect(check(text, [{ ...good.key, keyId: keyIdOf(forgerPem), publicKeyPem: forgerPem }])).toBe("valid");
    const samePlace = { ...fileOf(good.text).checkpoint.document };
    const wrongHand = { document: samePlace, signature: await forger.sign(canonicalJson(samePlace)) };
    expect(check(canonicalJson({ ...fileOf(good.text), checkpoint: wrongHand }))).toBe("signature");
  });

  it("is refused with a key that was not in force, or signs for another service", () => {
    expect(check(good.text, [])).toBe("key");
    expect(check(good.text, [{ ...good.key, validUntil: "2026-11-23T09:59:59.999Z" }])).toBe("key");
    expect(check(good.text, [{ ...good.key, validUntil: "2026-11-23T10:00:00.000Z" }])).toBe("valid");
    expect(check(good.text, [{ ...good.key, validFrom: "2026-11-23T10:00:00.001Z" }])).toBe("key");
    expect(check(good.text, [{ ...good.key, service: "another" }])).toBe("key");
  });

  it("is refused with the second of the two signatures that mathematics allows", () => {
    const file = fileOf(good.text);
    const { signature } = file.checkpoint;
    const s = (ORDER - BigInt(`0x${signature.slice(64)}`)).toString(16).padStart(64, "0");
    const text = canonicalJson({
      ...file,
      checkpoint: { ...file.checkpoint, signature: signature.slice(0, 64) + s },
    });
    expect(check(text)).toBe("signature");
  });

  it("is refused for another person, another lane, or with lanes left out", () => {
    expect(
      check(changed((file) => ({ ...file, body: { ...file.body, subjectRef: `v1_${"6".repeat(64)}` } }))),
    ).toBe("inclusion");
    const others = fileOf(good.text).body.lanes.slice(1);
    expect(others).toHaveLength(1);
    expect(check(changed((file) => ({ ...file, body: { ...file.body, lanes: others } })))).toBe("inclusion");
    expect(check(changed((file) => ({ ...file, proofs: { ...file.proofs, lanes: [] } })))).toBe("inclusion");
    const { lanes } = fileOf(good.text).proofs;
    expect(
      check(changed((file) => ({ ...file, proofs: { ...file.proofs, lanes: [...lanes].reverse() } }))),
    ).toBe("inclusion");
  });

  it("is refused under the checkpoint of another certificate", async () => {
    // An hour later every entry, and so every leaf, is another.
    const later = evidenceWorld();
    later.clock.advance(3_600_000);
    const other = await certified(later);
    const { checkpoint } = fileOf(other.text);
    expect(
      check(
        changed((file) => ({ ...file, checkpoint })),
        [good.key, other.key],
      ),
    ).toBe("inclusion");
  });

  it("is refused when the checkpoint was signed for another size", () => {
    const document = { ...fileOf(good.text).checkpoint.document, treeSize: 4 };
    const key = { key: good.world.signer.privateKey, dsaEncoding: "ieee-p1363" } as const;
    const raw = sign("sha256", Buffer.from(canonicalJson(document)), key).toString("hex");
    const s = BigInt(`0x${raw.slice(64)}`);
    const low = s > ORDER / 2n ? (ORDER - s).toString(16).padStart(64, "0") : raw.slice(64);
    expect(
      check(changed((file) => ({ ...file, checkpoint: { document, signature: raw.slice(0, 64) + low } }))),
    ).toBe("inclusion");
  });
});

function fileOf(text: string): CertificateFile {
  return CertificateFileSchema.parse(JSON.parse(text));
}

function changed(change: (file: CertificateFile) => CertificateFile): string {
  return canonicalJson(change(fileOf(good.text)));
}
