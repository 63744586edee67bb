import type { RuleExample } from "../rule-example.ts";
import { example as locked } from "./lock-over-personal-data.ts";

const versioned = (isVersioned: boolean): RuleExample["passes"] => ({
  ...locked.passes,
  stores: locked.passes.stores.map((store) =>
    store.kind === "s3" ? { ...store, versioned: isVersioned } : store,
  ),
});

export const example: RuleExample = {
  passes: versioned(true),
  refused: versioned(false),
  path: "stores.pictures.versioned",
  hurts: ["MI2"],
};
