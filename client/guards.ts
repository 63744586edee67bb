import { withCoarseDevice } from "../shared/domain/anonymisation/coarse-device.ts";
import type { ReIdentificationRules, Row } from "../shared/domain/anonymisation/re-identification-rules.ts";
import { testReIdentification } from "../shared/domain/anonymisation/re-identification-test.ts";
import { type PlainRecord, withoutIdentifiers } from "../shared/domain/anonymisation/without-identifiers.ts";
import type { Decision, Permission } from "../shared/domain/consents/decision.ts";
import { type SubjectId, subjectIdOf } from "../shared/domain/erasure/subject-id.ts";
import { type Purpose, PurposeSchema } from "../shared/domain/policy/category.ts";
import type { CompiledPolicy } from "../shared/domain/policy/compile-policy.ts";
import { mayUseFor } from "../shared/operations/may-use.ts";
import type { Clock, Decisions, SubjectKeys } from "../shared/operations/ports.ts";
import { recordDecision } from "../shared/operations/record-decision.ts";
import { DecisionsUnreadable, LeadsBackToAPerson, NotDeclaredAnonymised, UseRefused } from "./refusals.ts";

/** What the guards are made of; {@link letheClient} makes it from what is deployed. */
export interface GuardPorts {
  readonly decisions: Decisions;
  readonly subjectKeys: SubjectKeys;
  readonly clock: Clock;
  /** The policy in force, as it is on record. */
  readonly policy: () => Promise<CompiledPolicy>;
  readonly region: string;
}

/** What the service's own code asks before it uses data. Each refuses when it cannot know. */
export interface LetheClient {
  /**
   * Says whether data of a person may be used for a purpose now.
   *
   * @throws {DecisionsUnreadable} if that could not be found out: then it may not.
   */
  mayUse(subject: string, purpose: Purpose): Promise<Permission>;
  /** Puts on record that a person agreed; `how` says in a few words where. */
  agreed(subject: string, purpose: Purpose, how: string, at?: Date): Promise<Decision>;
  /** Puts on record that a person objected, or withdrew what they had agreed to. */
  objected(subject: string, purpose: Purpose, how: string, at?: Date): Promise<Decision>;
  /**
   * Returns the rows if they do not lead back to a person, by the numbers of the category's declaration.
   *
   * @throws {LeadsBackToAPerson} naming columns and counts; {@link NotDeclaredAnonymised} if the policy has no numbers.
   */
  anonymisedRows<R extends Row>(
    category: string,
    rows: readonly R[],
    options?: RowOptions,
  ): Promise<readonly R[]>;
  /** Returns the record without identifiers, for use without asking. */
  withoutIdentifiers(subject: string, record: PlainRecord, options?: FieldOptions): PlainRecord;
  /**
   * Returns a record of what a person does, as it may be stored: without identifiers, and with what it says of device,
   * place and moment made coarse.
   */
  anonymisedInteraction(subject: string, record: PlainRecord, options?: FieldOptions): PlainRecord;
  /**
   * Returns the record without identifiers, if the person allows it to be used for training.
   *
   * @throws {UseRefused} if they do not; {@link DecisionsUnreadable} if that could not be found out.
   */
  forTraining(subject: string, record: PlainRecord, options?: FieldOptions): Promise<PlainRecord>;
}

type RowOptions = Pick<ReIdentificationRules, "subjects" | "diverse" | "totals">;

interface FieldOptions {
  /** Names of fields that hold identifiers, besides those whose name says it. */
  readonly identifierFields?: readonly string[];
}

/** Returns the client over any ports. */
export function guards(ports: GuardPorts): LetheClient {
  const mayUse: LetheClient["mayUse"] = async (subject, purpose) => {
    const subjectId = subjectIdOf(subject);
    const asked = PurposeSchema.parse(purpose);
    try {
      const { policy } = await ports.policy();
      return await mayUseFor(ports, policy, subjectId, asked);
    } catch (cause) {
      throw new DecisionsUnreadable(asked, { cause });
    }
  };

  const decide =
    (decided: Decision["decided"]): LetheClient["agreed"] =>
    async (subject, purpose, how, at) =>
      recordDecision(ports, await ports.policy(), {
        subject: subjectIdOf(subject),
        purpose: PurposeSchema.parse(purpose),
        decided,
        how,
        region: ports.region,
        ...(at ? { at } : {}),
      });

  const without: LetheClient["withoutIdentifiers"] = (subject, record, { identifierFields = [] } = {}) => {
    const subjectId: SubjectId = subjectIdOf(subject);
    return withoutIdentifiers(record, { fields: identifierFields, subjects: [subjectId] });
  };

  return {
    mayUse,
    agreed: decide("agreed"),
    objected: decide("objected"),
    withoutIdentifiers: without,
    // Coarse first: a moment in milliseconds looks like an identifier and would not become a day any more.
    anonymisedInteraction: (subject, record, options) => without(subject, withCoarseDevice(record), options),

    async anonymisedRows(category, rows, options = {}) {
      const { policy } = await ports.policy();
      const declared = policy.categories.find(({ id }) => id === category)?.anonymised;
      if (!declared) throw new NotDeclaredAnonymised(category);
      const result = testReIdentification(rows, { ...declared, ...options });
      if (!result.passed) throw new LeadsBackToAPerson(category, result.findings);
      return rows;
    },

    async forTraining(subject, record, options) {
      const { allowed, because } = await mayUse(subject, "model-training");
      if (!allowed) throw new UseRefused("model-training", because);
      return without(subject, record, options);
    },
  };
}
