import { longestInVault } from "../policy/copies.ts";
import { worstCaseHours } from "../policy/mechanism-slack.ts";
import type { Policy } from "../policy/policy.ts";
import type { Store } from "../policy/store.ts";
import { copiedInto, hostOf } from "../policy/store-host.ts";
import type { RecoveryPoint } from "./recovery-point.ts";
import { vaultName } from "./vault-name.ts";

const DAY_HOURS = 24;
const DAY_MS = DAY_HOURS * 3_600_000;

/**
 * How a copy stands to the policy. `overdue`: declared, and its end has passed without its going. `undeclared`: no policy
 * knows of it, or not for so long; a person has to say what becomes of it.
 */
export type Judgement =
  | { readonly is: "declared" }
  | { readonly is: "overdue" }
  | { readonly is: "undeclared"; readonly because: string };

/** Says how a copy of a store stands to the policy in force. */
export function judgeCopy(policy: Policy, store: Store, point: RecoveryPoint, now: Date): Judgement {
  const longestDays = declaredDays(policy, store, point);
  if (longestDays === undefined) return undeclared(placeText(point));
  const { state, windowDays, deleteAt, earliest } = point;
  if (state === "expired") return { is: "overdue" };
  if (state === "moving") {
    if (windowDays !== undefined && windowDays <= longestDays) return { is: "declared" };
    return undeclared(
      `it reaches back ${windowDays ?? "any number of"} days, and ${longestDays} are declared`,
    );
  }
  if (deleteAt === undefined) return undeclared("nobody ever deletes it");
  // One of a window that was stopped goes as long after its last moment as the window was, so not by its first.
  const latest =
    Math.max(Date.parse(earliest), state === "stopped" ? now.getTime() : 0) + longestDays * DAY_MS;
  if (Date.parse(deleteAt) > latest) return undeclared(`it is kept until ${deleteAt}`);
  // AWS Backup deletes some time after the end: the day that is assumed for it is part of what is declared.
  const isPast = now.getTime() > Date.parse(deleteAt) + DAY_MS;
  return isPast ? { is: "overdue" } : { is: "declared" };
}

/** How long a copy of this kind in this place may live; undefined if none is declared there. */
function declaredDays(policy: Policy, store: Store, point: RecoveryPoint): number | undefined {
  const host = hostOf(store, policy);
  switch (point.kind) {
    case "snapshot":
    case "continuous": {
      const vault = policy.backups.vaults.find((one) => vaultName(policy.service.id, one.id) === point.place);
      if (!vault || !host || !copiedInto(vault, policy).includes(host)) return undefined;
      const isMeant = (vault.copies === "continuous") === (point.kind === "continuous");
      return isMeant ? longestInVault(vault) : undefined;
    }
    case "point-in-time":
      return host?.kind === "dynamodb" && host.pointInTimeRecoveryDays > 0
        ? host.pointInTimeRecoveryDays
        : undefined;
    case "export":
      return exportDays(policy, host, point);
    case "table-backup":
    case "system-backup":
      return undefined;
  }
}

function exportDays(policy: Policy, host: Store | undefined, { place }: RecoveryPoint): number | undefined {
  const files = policy.stores.find(({ id }) => id === place);
  if (files?.kind !== "aged-files" || files.exportsOf === undefined || files.exportsOf !== host?.id)
    return undefined;
  return Math.ceil((worstCaseHours(files, new Map()) ?? 0) / DAY_HOURS);
}

function undeclared(because: string): Judgement {
  return { is: "undeclared", because };
}

function placeText({ kind, place }: RecoveryPoint): string {
  const where = place === undefined ? "" : ` in ${place}`;
  return `no ${KIND_TEXTS[kind]}${where} is declared`;
}

const KIND_TEXTS: Readonly<Record<RecoveryPoint["kind"], string>> = {
  snapshot: "recovery point",
  continuous: "continuous recovery point",
  "point-in-time": "point-in-time recovery",
  "table-backup": "backup on demand",
  "system-backup": "backup of a deleted table",
  export: "export",
};
