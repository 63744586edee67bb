import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import type { Bucket } from "./s3-server/bucket.ts";

/** The person erased, and one whose id begins with theirs. */
export const person = subjectIdOf("1");
export const neighbour = subjectIdOf("10");

/** The store that is measured. */
export const measuredStore = {
  id: "portraits",
  kind: "s3",
  keyTemplate: "users/{subject}/…",
  versioned: true,
  categories: ["portrait"],
};

/** What is stored of the person. */
export interface Workload {
  readonly objects: number;
  /** Of each object, the newest included. */
  readonly versions: number;
  /** Whether each object has been deleted in the ordinary way, which adds a marker. */
  readonly areDeleted: boolean;
}

/** What the neighbour has; it is there before and after. */
export const NEIGHBOUR_ENTRIES = 500;

/** Returns how many entries a workload is. */
export function entriesOf({ objects, versions, areDeleted }: Workload): number {
  return objects * (versions + (areDeleted ? 1 : 0));
}

/** Fills an empty bucket with a workload and a neighbour. */
export function fill(bucket: Bucket, { objects, versions, areDeleted }: Workload): void {
  for (let at = 0; at < objects; at += 1) {
    const key = `users/${person}/portraits/${String(at).padStart(8, "0")}.jpg`;
    for (let version = 0; version < versions; version += 1) bucket.put(key, 1);
    if (areDeleted) bucket.deleteCurrent(key);
  }
  for (let at = 0; at < NEIGHBOUR_ENTRIES; at += 1) bucket.put(`users/${neighbour}/${at}`, 1);
}

/** S3 lists and deletes this many a call. */
const ENTRIES_PER_CALL = 1000;

/** Returns the fewest calls that delete so many entries and see that nothing is left. */
export function fewestCalls(entries: number): number {
  const pages = Math.ceil(entries / ENTRIES_PER_CALL);
  const lists = Math.max(pages, 1);
  const emptyList = entries > 0 ? 1 : 0;
  return lists + pages + emptyList;
}
