import { type SubjectId, subjectIdOf } from "../shared/domain/erasure/subject-id.ts";
import type { CompiledPolicy } from "../shared/domain/policy/compile-policy.ts";
import { whyNotBelieved } from "../shared/domain/retention/believable-date.ts";
import { bucketsAt } from "../shared/domain/retention/due-bucket.ts";
import {
  assertEffect,
  type KnownName,
  knownName,
  type NamedThing,
} from "../shared/domain/retention/named-thing.ts";
import {
  type ServiceEvent,
  SessionIdSchema,
  type ThingFact,
} from "../shared/domain/retention/service-event.ts";
import { type MayReadPorts, mayRead, type Readability } from "../shared/operations/may-read.ts";
import type { Clock, Tombstones } from "../shared/operations/ports.ts";
import type { SaveOutcome } from "../shared/operations/save-thing.ts";
import { type Admission, admission } from "./admission.ts";
import {
  EndOnSessionUndeclared,
  InvalidSessionId,
  MomentRefused,
  NotAnObject,
  ReadabilityUnknown,
  ReadingRefused,
} from "./clock-refusals.ts";
import { timeToLiveOf } from "./time-to-live.ts";

/** What the clock part of the client is made of; {@link letheClock} makes it from what is deployed. */
export interface ClockClientPorts extends Omit<MayReadPorts, "clock"> {
  /** The policy in force, as it is on record. */
  readonly policy: () => Promise<CompiledPolicy>;
  readonly tombstones: Pick<Tombstones, "read" | "readEach">;
  readonly region: string;
  /** The time that the service lives in. */
  readonly realClock: Clock;
  /** The time that due times are in; another one only where time is scaled. */
  readonly clock: Clock;
  /** How many times as fast as real time {@link clock} runs. */
  readonly timeScale: number;
  /** Returns the real moment at which {@link clock} shows another. */
  readonly real: (shown: Date) => Date;
  /** Takes events, or fails saying how many it did not. */
  readonly send: (events: readonly ServiceEvent[]) => Promise<void>;
  readonly save: (known: KnownName) => Promise<SaveOutcome>;
  /** Returns a link to an object that works for so long. */
  readonly sign: (known: KnownName, expiresInSeconds: number) => Promise<string>;
}

/**
 * What the service's own code tells the clock, and asks it. Telling twice is telling once; `at` is when it happened, now
 * if it is left out. What is wrong is refused before anything is sent.
 */
export interface LetheClock extends Admission {
  /** A thing was stored. S3 and DynamoDB tell it too; this tells when it was made, if that was earlier. */
  uploaded(thing: NamedThing, at?: Date): Promise<void>;
  processingFinished(thing: NamedThing, at?: Date): Promise<void>;
  generationCompleted(thing: NamedThing, at?: Date): Promise<void>;
  needEnded(thing: NamedThing, at?: Date): Promise<void>;
  /** Everything that was stored in a session has to go. */
  sessionEnded(subject: string, session: string, at?: Date): Promise<void>;
  /** Everything of a person has to go: an erasure of the account is opened. */
  accountEnded(subject: string, at?: Date): Promise<void>;
  /** Keeps a thing past its limit; when this answers `saved`, it is. */
  saved(thing: NamedThing): Promise<SaveOutcome>;
  unsaved(thing: NamedThing, at?: Date): Promise<void>;
  /**
   * Says whether a thing may be read now: not what is past its time or was erased, though it be still there.
   *
   * @param known.storedAt when the caller saw that it was stored, for an item whose event may be still on its way.
   * @throws {ReadabilityUnknown} if that could not be found out: then it may not.
   */
  readable(thing: NamedThing, known?: { readonly storedAt?: Date }): Promise<Readability>;
  /**
   * Returns a link to read an object, which ends no later than the object has to.
   *
   * @throws {ReadingRefused} if it may not be read.
   */
  presign(thing: NamedThing, options: { readonly expiresInSeconds: number }): Promise<string>;
  /**
   * Returns what to write into the time to live of an item, in epoch seconds: the backstop of its limit.
   *
   * @returns undefined if no limit counts from its creation; then the attribute is left out.
   */
  expiresAtFor(category: string, createdAt?: Date): Promise<number | undefined>;
}

/** Returns the clock part of the client over any ports. */
export function clockClient(ports: ClockClientPorts): LetheClock {
  const policyOf = async () => (await ports.policy()).policy;
  const buckets = bucketsAt(ports.timeScale);
  const nameOf = async (thing: NamedThing) => knownName(await policyOf(), thing, buckets);

  const tell = (fact: ThingFact) => async (named: NamedThing, at?: Date) => {
    const moment = momentOf(at, ports.realClock);
    const known = await nameOf(named);
    assertEffect(known, fact);
    const { id: service } = (await policyOf()).service;
    const event = { service, region: ports.region, at: moment, thing: known.thing };
    await ports.send([{ schema: `lethe.event.${fact}/1`, ...event }]);
  };

  const readabilityOf = async (known: KnownName, storedAt?: Date): Promise<Readability> => {
    const seen = storedAt === undefined ? ports.storedAt : async () => storedAt.toISOString();
    const policy = await policyOf();
    try {
      return await mayRead({ ...ports, storedAt: seen }, policy, known);
    } catch (cause) {
      throw new ReadabilityUnknown(known.store.id, { cause });
    }
  };

  return {
    ...admission(ports),
    uploaded: tell("created"),
    processingFinished: tell("processing-finished"),
    generationCompleted: tell("generation-completed"),
    needEnded: tell("need-ended"),
    unsaved: tell("un-saved"),

    async sessionEnded(subject, session, at) {
      const asked = { subject: subjectIdOf(subject), session: sessionIdOf(session) };
      const moment = momentOf(at, ports.realClock);
      const { service, retention } = await policyOf();
      if (!retention.some(({ earlierOn }) => earlierOn.includes("session-ended"))) {
        throw new EndOnSessionUndeclared();
      }
      const event = { service: service.id, region: ports.region, at: moment, ...asked };
      await ports.send([{ schema: "lethe.event.session-ended/1", ...event }]);
    },

    async accountEnded(subject, at) {
      const asked: { readonly subject: SubjectId } = { subject: subjectIdOf(subject) };
      const moment = momentOf(at, ports.realClock);
      const event = { service: (await policyOf()).service.id, region: ports.region, at: moment, ...asked };
      await ports.send([{ schema: "lethe.event.account-ended/1", ...event }]);
    },

    async saved(named) {
      const known = await nameOf(named);
      assertEffect(known, "saved");
      return ports.save(known);
    },

    async readable(named, { storedAt } = {}) {
      return readabilityOf(await nameOf(named), storedAt);
    },

    async presign(named, { expiresInSeconds }) {
      const known = await nameOf(named);
      if (known.store.kind !== "s3") throw new NotAnObject(known.store.id);
      const answer = await readabilityOf(known);
      if (!answer.readable) throw new ReadingRefused(known.store.id, answer.because);
      const seconds = Math.min(expiresInSeconds, secondsLeft(answer.until, ports));
      if (seconds < 1) throw new ReadingRefused(known.store.id, "its time is over within a second");
      return ports.sign(known, seconds);
    },

    expiresAtFor: async (category, createdAt = ports.realClock.now()) =>
      timeToLiveOf(await policyOf(), category, createdAt),
  };
}

/** A wrong date would delete at once, or never. */
function momentOf(at: Date | undefined, { now }: Clock): string {
  const moment = at ?? now();
  if (Number.isNaN(moment.getTime())) throw new MomentRefused("it is no date");
  const why = whyNotBelieved(moment.toISOString(), now());
  if (why !== undefined) throw new MomentRefused(why);
  return moment.toISOString();
}

function sessionIdOf(text: string): string {
  const parsed = SessionIdSchema.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new InvalidSessionId();
}

/** @returns seconds by the real clock, which is the one that links end by. */
function secondsLeft(until: string | undefined, { real, realClock }: ClockClientPorts): number {
  if (until === undefined) return Number.POSITIVE_INFINITY;
  return Math.floor((real(new Date(until)).getTime() - realClock.now().getTime()) / 1000);
}
