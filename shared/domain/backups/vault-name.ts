import { sha256Hex } from "../canonical-json.ts";

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupVault.html */
const NAME_MAX = 50;
const DIGEST_DIGITS = 8;

/** Returns the name that a vault of a policy has in AWS Backup: the same in every deployment, so that it can be told from others. */
export function vaultName(service: string, vault: string): string {
  const name = `lethe-${service}-${vault}`;
  if (name.length <= NAME_MAX) return name;
  return `${name.slice(0, NAME_MAX - DIGEST_DIGITS - 1)}-${sha256Hex(name).slice(0, DIGEST_DIGITS)}`;
}
