import type { Caller } from "./api.ts";
import type { Deployment } from "./deployment.ts";
import { UsageError } from "./exit-codes.ts";

/**
 * Returns who makes a call: on the embedded AWS whoever they say they are, on AWS whoever signs it.
 *
 * @param as the name of a member of staff, if one was given.
 * @throws {UsageError} if somebody says on AWS who they are.
 */
export function callerNamed({ where }: Deployment, as: string | undefined): Caller {
  if (where === "aws" && as !== undefined) {
    throw new UsageError(
      "On AWS nobody says who they are: it is the IAM identity that signs. Leave --as out.",
    );
  }
  return as === undefined ? {} : { staffName: as };
}

/**
 * Returns the member of staff who makes a call.
 *
 * @throws {UsageError} if on the embedded AWS nobody says which, or on AWS somebody does.
 */
export function staffNamed(deployment: Deployment, as: string | undefined): Caller {
  if (deployment.where === "embedded" && as === undefined) {
    throw new UsageError("Say which member of staff you are: --as NAME.");
  }
  return callerNamed(deployment, as);
}
