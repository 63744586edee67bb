import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canonicalJson } from "../../shared/domain/canonical-json.ts";
import type { CertificateFile } from "../../shared/domain/ledger/certificate.ts";
import type { ArchivedKey } from "../../shared/domain/ledger/signing-key.ts";

/** Returns what the verifier of another language says of a certificate. */
export function secondVerdict(certificate: CertificateFile, key: ArchivedKey): string {
  const folder = mkdtempSync(join(tmpdir(), "lethe-scope-"));
  try {
    const [file, keyFile] = [join(folder, "certificate.json"), join(folder, "key.json")];
    writeFileSync(file, canonicalJson(certificate));
    writeFileSync(keyFile, canonicalJson(key));
    const verifier = join(import.meta.dirname, "../../verify/verify.py");
    const env = { ...process.env, PYTHONDONTWRITEBYTECODE: "1" };
    return spawnSync("python3", [verifier, file, keyFile], { encoding: "utf8", env }).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
