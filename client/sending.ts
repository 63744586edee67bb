import type { ItemKind } from "../shared/domain/erasure/scope.ts";
import { subjectIdOf } from "../shared/domain/erasure/subject-id.ts";
import type { Purpose } from "../shared/domain/policy/category.ts";
import type { CompiledPolicy } from "../shared/domain/policy/compile-policy.ts";
import type { CopyKind, Disclosure } from "../shared/domain/processors/disclosure.ts";
import type { Prevention } from "../shared/operations/ports.ts";
import {
  lifetimeSecondsOf,
  type MaySendPorts,
  maySendOf,
  type RecordDisclosurePorts,
  recordDisclosure,
  type SubjectSendingPermission,
} from "../shared/operations/send-to-processor.ts";
import { SendingRefused, SendingUnknown } from "./sending-refusals.ts";

/** What is to be sent of a person, to whom, and what is known of it. */
export interface ToSend {
  /** Id of the third party in the policy. */
  readonly processor: string;
  readonly category: string;
  /** What moderation said; a category that goes through moderation is refused without it. */
  readonly moderation?: "passed" | "blocked";
  /** What it is sent for; making what the person asked for, if nothing is said. */
  readonly purpose?: Purpose;
}

/** What was sent, by the third party's own id of it. */
export interface WasSent extends Pick<ToSend, "processor" | "category"> {
  readonly kind: CopyKind;
  /** The id that it gave the thing, an address for a CDN; a name of your own for a grant. */
  readonly reference: string;
  /** Seconds after which it goes by itself there, if that was asked for: what {@link LetheSending.beforeSend} returned. */
  readonly lifetimeSeconds?: number;
  /** The project, page or image it was made of, so that an erasure of that alone finds it. */
  readonly of?: readonly { readonly kind: ItemKind; readonly id: string }[];
  /** Of a grant: its refresh token, with which it is revoked; kept encrypted, and in no record. */
  readonly token?: string;
}

/** What the service's own code asks before it sends something to a third party, and tells afterwards. */
export interface LetheSending {
  /**
   * Returns what to add to the call, so that the third party keeps least.
   *
   * @throws {SendingRefused} if it may not be sent, saying by which sentence; {@link SendingUnknown} if that could not be
   *   found out: then it may not.
   */
  beforeSend(subject: string, toSend: ToSend): Promise<Prevention>;
  /**
   * Records that something was sent, so that an erasure asks for exactly that.
   *
   * @throws {SentOfAnother} if the thing is on record as another person's.
   */
  sent(subject: string, wasSent: WasSent): Promise<Disclosure>;
}

/** What the sending part of the client is made of; {@link letheSending} makes it from what is deployed. */
export interface SendingPorts extends MaySendPorts, RecordDisclosurePorts {
  readonly policy: () => Promise<CompiledPolicy>;
  /** Returns what to add when something is sent that may be kept for so long; undefined if nothing can be. */
  readonly preventionAt: (processor: string, lifetimeSeconds: number) => Prevention | undefined;
  readonly keepToken: (reference: string, token: string) => Promise<void>;
}

/** What has no limit of ours is asked to be kept no longer than a month. */
const UNLIMITED_SECONDS = 30 * 86_400;

/** Returns the sending part of the client over any ports. */
export function sending(ports: SendingPorts): LetheSending {
  return {
    async beforeSend(subject, { processor, category, moderation, purpose = "generation" }) {
      const subjectId = subjectIdOf(subject);
      const content = { processor, category, moderation, purpose };
      let permission: SubjectSendingPermission;
      let lifetimeSeconds: number;
      try {
        const { policy } = await ports.policy();
        permission = await maySendOf(ports, policy, subjectId, content);
        lifetimeSeconds = lifetimeSecondsOf(policy, category) ?? UNLIMITED_SECONDS;
      } catch (cause) {
        throw new SendingUnknown(processor, { cause });
      }
      if (!permission.allowed) throw new SendingRefused(processor, permission.because, permission.says);
      return ports.preventionAt(processor, lifetimeSeconds) ?? NOTHING_CAN_BE;
    },

    async sent(subject, { lifetimeSeconds, token, ...what }) {
      const { policy } = await ports.policy();
      const agesOutAt =
        lifetimeSeconds === undefined
          ? undefined
          : new Date(ports.clock.now().getTime() + lifetimeSeconds * 1000).toISOString();
      if (token !== undefined) await ports.keepToken(what.reference, token);
      return recordDisclosure(ports, policy, subjectIdOf(subject), { ...what, agesOutAt });
    },
  };
}

const NOTHING_CAN_BE: Prevention = {
  headers: {},
  body: {},
  stillKept: "Nothing that can be added to a call to it makes it keep less.",
};
