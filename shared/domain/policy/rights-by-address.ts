import type { Policy } from "./policy.ts";
import type { Right } from "./right.ts";

/** Returns the rights of a policy that people exercise from an address: by mail or by form. */
export function rightsByAddress({ rights }: Pick<Policy, "rights">): readonly Right[] {
  return rights
    .filter(({ channels }) => channels.includes("mail") || channels.includes("form"))
    .map(({ right }) => right);
}
