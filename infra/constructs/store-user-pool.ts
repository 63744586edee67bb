import { Duration } from "aws-cdk-lib";
import { AccountRecovery, Mfa, UserPool } from "aws-cdk-lib/aws-cognito";
import type { Construct } from "constructs";
import type { StoreRef } from "../../shared/domain/policy/bindings.ts";
import type { CognitoStore } from "../../shared/domain/policy/store.ts";
import { markStores } from "../checks/marks.ts";
import { ownedRef } from "./owned-ref.ts";
import type { StoreOf } from "./store-bucket.ts";

/** Makes the user pool of a declared store and returns where it is. */
export function placeUserPool(
  scope: Construct,
  { store, permanence }: Omit<StoreOf<CognitoStore>, "key" | "policy">,
): StoreRef {
  const pool = new UserPool(scope, store.id, {
    // The user name is the subject's random id, which only the service can choose.
    selfSignUpEnabled: false,
    signInAliases: { username: true, email: true },
    // Subject ids differ by case; a pool that does not would take a1 and A1 for one account.
    signInCaseSensitive: true,
    autoVerify: { email: true },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    mfa: Mfa.OPTIONAL,
    mfaSecondFactor: { sms: false, otp: true },
    passwordPolicy: {
      minLength: 12,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(1),
    },
    ...permanence,
  });
  markStores(pool, [store]);
  return ownedRef(scope, { id: pool.userPoolId, arn: pool.userPoolArn }, undefined);
}
