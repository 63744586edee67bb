import type { Bindings } from "../../shared/domain/policy/bindings.ts";
import type { Store } from "../../shared/domain/policy/store.ts";
import type { Context } from "../context.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { deployedPolicy } from "../ports.ts";
import { table } from "../terminal.ts";

/** Says where everything is. */
export async function outputs(context: Context): Promise<ExitCode> {
  const deployment = await context.deployment();
  const { compiled, bindings } = await deployedPolicy(deployment, await context.ports());
  const stores = compiled.policy.stores.map((store) => storeOutput(store, bindings));
  const document = {
    endpoint: deployment.endpoint,
    region: deployment.region,
    policy: compiled.policy.service.id,
    policyDigest: compiled.digest,
    stores,
    stateMachineArn: deployment.output("StateMachineArn"),
    api: deployment.output("ApiUrl"),
    undelivered: deployment.output("UndeliveredQueueUrl"),
  };
  context.terminal.document(document);
  context.terminal.result(
    [
      `policy    ${document.policy} (${compiled.digest.slice(0, 12)}…)`,
      `endpoint  ${document.endpoint}`,
      `region    ${document.region}`,
      `workflow  ${document.stateMachineArn}`,
      "",
      table([
        ["store", "kind", "where", "subject"],
        ...compiled.policy.stores.map((store) => [
          store.id,
          store.kind,
          bindings.stores[store.id]?.id ?? "",
          subjectTemplate(store),
        ]),
      ]),
    ].join("\n"),
  );
  return EXIT.done;
}

function storeOutput(store: Store, bindings: Bindings) {
  const { id, categories } = store;
  const place = bindings.stores[id]?.id;
  switch (store.kind) {
    case "s3":
      return {
        id,
        kind: store.kind,
        bucket: place,
        keyTemplate: store.keyTemplate,
        versioned: store.versioned,
        categories,
      };
    case "dynamodb":
      return {
        id,
        kind: store.kind,
        table: place,
        key: { [store.partitionKey.attribute]: store.partitionKey.template },
        ...(store.sortKey ? { sortKey: store.sortKey.attribute } : {}),
        categories,
      };
    case "cognito":
      return { id, kind: store.kind, userPoolId: place, username: store.username, categories };
    case "log-group":
      return { id, kind: store.kind, logGroup: place, retentionDays: store.retentionDays, categories };
    case "queue":
      return { id, kind: store.kind, queue: place, retentionDays: store.retentionDays, categories };
    case "aged-files": {
      const { prefix, retentionDays } = store;
      return { id, kind: store.kind, bucket: place, prefix, retentionDays, categories };
    }
    case "dynamodb-index":
      return {
        id,
        kind: store.kind,
        table: place,
        index: store.locatedBy.index,
        key: { [store.locatedBy.partitionKey.attribute]: store.locatedBy.partitionKey.template },
        categories,
      };
    case "dynamodb-mentions": {
      const { attribute, template, effect } = store;
      return { id, kind: store.kind, table: place, mention: { [attribute]: template }, effect, categories };
    }
    case "dynamodb-shared": {
      const { members, rule } = store;
      const shared = { [members.attribute]: members.template };
      return { id, kind: store.kind, table: place, members: shared, rule, categories };
    }
  }
}

function subjectTemplate(store: Store): string {
  switch (store.kind) {
    case "s3":
      return store.keyTemplate;
    case "dynamodb":
      return `${store.partitionKey.attribute} = ${store.partitionKey.template}`;
    case "cognito":
      return store.username;
    case "dynamodb-index": {
      const { index, partitionKey } = store.locatedBy;
      return `${partitionKey.attribute} = ${partitionKey.template} in ${index}`;
    }
    case "dynamodb-mentions":
      return `${store.attribute} = ${store.template}, in items of others`;
    case "dynamodb-shared":
      return `${store.members.attribute} has ${store.members.template}: ${store.rule}`;
    case "log-group":
    case "queue":
    case "aged-files":
      return `goes by age, after ${store.retentionDays} days`;
  }
}
