import type { RecoveryPoint } from "../domain/backups/recovery-point.ts";

/**
 * What a call for deletion was answered; `asked` proves nothing, since AWS Backup answers 200 to what it does not do.
 * `locked`: a vault lock or a legal hold of AWS Backup forbids it. `denied`: this caller may not. `has-no-call`: it ends
 * only by itself, or by hand.
 */
export type DeletionAnswer = "asked" | "locked" | "denied" | "has-no-call";

/** Where one copy is found again. */
export type RecoveryPointPlace = Pick<RecoveryPoint, "pointId" | "storeId" | "kind" | "place">;

/** The copies of whole stores, whoever made them. Nothing that is in one can be read or changed here. */
export interface RecoveryPoints {
  /**
   * Every copy there is of a store now: of every vault of the account and region, of the table itself, and exports of
   * it; the one that reaches back furthest first. A store that can have none has none.
   */
  listOf(storeId: string): Promise<readonly RecoveryPoint[]>;
  /** @returns undefined once it is gone. */
  read(place: RecoveryPointPlace): Promise<RecoveryPoint | undefined>;
  /** Asks for the deletion of a copy that nobody may keep any more; only {@link read} says whether it is gone. */
  delete(place: RecoveryPointPlace): Promise<DeletionAnswer>;
}
