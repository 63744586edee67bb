import { RemovalPolicy } from "aws-cdk-lib";

/** What happens to data when its resource leaves the app or its stack is destroyed. */
export interface Permanence {
  readonly removalPolicy: RemovalPolicy;
  readonly deletionProtection: boolean;
}

/** Returns that data stays on AWS whatever happens to a stack, and goes with it on the embedded AWS. */
export function permanenceOf({ local }: { readonly local: boolean }): Permanence {
  return local
    ? { removalPolicy: RemovalPolicy.DESTROY, deletionProtection: false }
    : { removalPolicy: RemovalPolicy.RETAIN, deletionProtection: true };
}
