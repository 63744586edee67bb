import { Stack, type StackProps } from "aws-cdk-lib";
import { type IKey, Key } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import type { StoreRef } from "../../shared/domain/policy/bindings.ts";
import type { CompiledPolicy } from "../../shared/domain/policy/compile-policy.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import type { Store } from "../../shared/domain/policy/store.ts";
import { placeBucket } from "../constructs/store-bucket.ts";
import { placeLogGroup } from "../constructs/store-log-group.ts";
import { placeTable } from "../constructs/store-table.ts";
import { placeUserPool } from "../constructs/store-user-pool.ts";
import type { Permanence } from "../permanence.ts";

/** Where the service keeps personal data: one resource for each store of the policy, and none besides. */
export class StorageStack extends Stack {
  /** Where each store is, by its id. */
  readonly stores: Readonly<Record<string, StoreRef>>;

  constructor(
    scope: Construct,
    id: string,
    props: StackProps & { readonly compiled: CompiledPolicy; readonly permanence: Permanence },
  ) {
    super(scope, id, props);
    const { policy } = props.compiled;
    let sensitiveKey: IKey | undefined;
    const keyFor = (store: Store): { key?: IKey } => {
      if (store.key !== "customer-managed" || store.kind === "cognito") return {};
      sensitiveKey ??= new Key(this, "sensitive-data", {
        description: `Encrypts the sensitive data of ${policy.service.name} at rest.`,
        enableKeyRotation: true,
        removalPolicy: props.permanence.removalPolicy,
      });
      return { key: sensitiveKey };
    };
    this.stores = Object.fromEntries(
      policy.stores.map((store) => [store.id, this.place(policy, store, keyFor(store), props.permanence)]),
    );
  }

  private place(policy: Policy, store: Store, key: { key?: IKey }, permanence: Permanence): StoreRef {
    switch (store.kind) {
      case "s3":
        return placeBucket(this, { policy, store, permanence, ...key });
      case "dynamodb":
        return placeTable(this, { store, permanence, ...key });
      case "cognito":
        return placeUserPool(this, { store, permanence });
      case "log-group":
        return placeLogGroup(this, { store, permanence, ...key });
    }
  }
}
