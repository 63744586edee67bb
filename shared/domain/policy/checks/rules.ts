import { categoryWithoutEnd } from "./category-without-end.ts";
import { mechanismNotDeployed } from "./mechanism-not-deployed.ts";
import type { PolicyRule } from "./rule.ts";

/** Every rule, in the order in which its findings are told: the declaration's own sense first, promises last. */
export const POLICY_RULES: readonly PolicyRule[] = [categoryWithoutEnd, mechanismNotDeployed];
