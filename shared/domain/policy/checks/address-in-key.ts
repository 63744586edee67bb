import type { Store } from "../store.ts";
import { promisesAboutStore } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

const OPAQUE = ["subject", "project", "page", "image", "item", "session", "month", "day"];
const ADDRESSES = ["email", "mail", "name", "username", "phone", "address", "ip"];

export const addressInKey: PolicyRule = {
  id: "address-in-key",
  severity: "error",
  why: "Keys are copied into access logs and inventories, where a person's address outlives the object it named.",
  source: "GDPR Art. 25(1): data protection by design",
  remedy: `Use only {${OPAQUE.join("}, {")}}, each filled with a random id or a date.`,
  find: (policy) =>
    policy.stores.flatMap((store) => {
      const { path, template } = templateOf(store);
      const wrong = placeholdersIn(template).filter((name) => !OPAQUE.includes(name));
      if (wrong.length === 0) return [];
      return [
        {
          path: `stores.${store.id}.${path}`,
          what: `The key contains ${wrong.map(placeholderText).join(", and ")}.`,
          promises: promisesAboutStore(policy, store.id),
        },
      ];
    }),
};

function templateOf(store: Store): { readonly path: string; readonly template: string } {
  switch (store.kind) {
    case "s3":
      return { path: "keyTemplate", template: store.keyTemplate };
    case "dynamodb":
      return { path: "partitionKey.template", template: store.partitionKey.template };
    case "cognito":
      return { path: "username", template: store.username };
    case "dynamodb-index":
      return {
        path: "locatedBy.partitionKey.template",
        template: store.locatedBy.partitionKey.template,
      };
    case "dynamodb-mentions":
      return { path: "template", template: store.template };
    case "dynamodb-shared":
      return { path: "members.template", template: store.members.template };
    case "log-group":
    case "queue":
    case "aged-files":
      return { path: "kind", template: "" };
  }
}

function placeholdersIn(template: string): readonly string[] {
  return [...template.matchAll(/\{([^{}]*)\}/gu)].map(([, name = ""]) => name);
}

function placeholderText(name: string): string {
  return ADDRESSES.includes(name.toLowerCase())
    ? `{${name}}, which is an address or a name`
    : `{${name}}, which is not known to be opaque`;
}
