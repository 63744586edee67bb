import type { NOTICE_CHANGES } from "../notice.ts";

/**
 * What a difference means for people: `freed` is gone sooner, `kept-longer` is gone later, `broken` is a promise that
 * no longer holds, `disclosed` goes to someone, somewhere or for something new, `withdrawn` no longer does.
 */
export type ChangeKind = "freed" | "kept-longer" | "broken" | "disclosed" | "withdrawn";

/** A change of which people may have to be told. */
export type ToldOf = Exclude<(typeof NOTICE_CHANGES)[number], "breach">;

/** One difference between two policies. */
export interface PolicyChange {
  readonly kind: ChangeKind;
  readonly path: string;
  /** What changes, in one sentence. */
  readonly what: string;
  /** Ids of the promises that it touches. */
  readonly promises: readonly string[];
  /** As what people have to be told of it; nothing if they need not. */
  readonly tells: readonly ToldOf[];
}
