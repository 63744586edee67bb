import { subjectIdOf } from "../shared/domain/erasure/subject-id.ts";
import { subjectReference } from "../shared/domain/erasure/subject-reference.ts";
import type { CompiledPolicy } from "../shared/domain/policy/compile-policy.ts";
import type { SubjectKeys, Tombstones } from "../shared/operations/ports.ts";

export interface AdmissionPorts {
  readonly policy: () => Promise<CompiledPolicy>;
  readonly subjectKeys: SubjectKeys;
  readonly tombstones: Pick<Tombstones, "readEach">;
}

/** Says who may sign in. */
export interface Admission {
  /**
   * Says whether this person may sign in, or be written for: not who was erased or sealed, though another directory,
   * such as that of an OAuth provider, still knows them. Whoever signs up anew gets an id of their own from the service.
   */
  admits(subject: string): Promise<boolean>;
}

/** Returns who may sign in, over any ports. What cannot be read lets nobody in: the error is the caller's. */
export function admission({ policy, subjectKeys, tombstones }: AdmissionPorts): Admission {
  return {
    async admits(subject) {
      const { service } = (await policy()).policy;
      const subjectRef = subjectReference(await subjectKeys.current(), service.id, subjectIdOf(subject));
      const closing = (["account", "minor", "preserve-and-report"] as const).map((scope) => ({
        subjectRef,
        scope: { scope },
      }));
      return (await tombstones.readEach(closing)).every((stone) => stone === undefined);
    },
  };
}
