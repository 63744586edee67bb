/** One version of an object, or a marker that it was deleted. */
export interface StoredVersion {
  readonly kind: "version" | "marker";
  readonly versionId: string;
  /** Grows with every write to the bucket: listings go from the newest to the oldest of a key. */
  readonly writtenAs: number;
  readonly bytes: number;
}

/** An upload that is neither completed nor aborted. */
export interface StoredUpload {
  readonly key: string;
  readonly uploadId: string;
}

/** A version with its key, as a listing shows it. */
export interface ListedVersion extends StoredVersion {
  readonly key: string;
}

/** Where a listing goes on: after this key, or within it after this version. */
export interface Position {
  readonly key: string;
  readonly versionId: string | undefined;
}

/** One page and where the next one starts, undefined after the last. */
export interface Page<Listed> {
  readonly listed: readonly Listed[];
  readonly next: Listed | undefined;
}

/** A bucket in memory that lists in S3's order, by the bytes of the keys, whatever is deleted between two pages. */
export class Bucket {
  readonly #isVersioned: boolean;
  /** In order; a key stays here when all its versions are gone. */
  readonly #keys: string[] = [];
  readonly #versions = new Map<string, StoredVersion[]>();
  readonly #uploads: StoredUpload[] = [];
  #written = 0;

  constructor({ isVersioned }: { readonly isVersioned: boolean }) {
    this.#isVersioned = isVersioned;
  }

  put(key: string, bytes: number): void {
    this.#add(key, "version", bytes);
  }

  /** Deletes as S3 does when no version is named: with versions, by a marker. */
  deleteCurrent(key: string): void {
    if (this.#isVersioned) this.#add(key, "marker", 0);
    else this.#versions.set(key, []);
  }

  deleteVersion(key: string, versionId: string): void {
    const versions = this.#versions.get(key) ?? [];
    const at = versions.findIndex((version) => version.versionId === versionId);
    if (at >= 0) versions.splice(at, 1);
  }

  beginUpload(key: string): string {
    this.#written += 1;
    const uploadId = `upload-${this.#written}`;
    this.#uploads.push({ key, uploadId });
    this.#uploads.sort((one, other) => inOrder(one.key, other.key));
    return uploadId;
  }

  /** Returns false if there is no such upload. */
  abortUpload(uploadId: string): boolean {
    const at = this.#uploads.findIndex((upload) => upload.uploadId === uploadId);
    if (at >= 0) this.#uploads.splice(at, 1);
    return at >= 0;
  }

  /** Returns versions and markers under a prefix, newest first within a key. */
  listVersions(prefix: string, after: Position | undefined, count: number): Page<ListedVersion> {
    const listed: ListedVersion[] = [];
    for (let at = this.#placeOf(after && inOrder(after.key, prefix) > 0 ? after.key : prefix); ; at += 1) {
      const key = this.#keys[at];
      if (key === undefined || !key.startsWith(prefix)) return { listed, next: undefined };
      for (const version of this.#versions.get(key) ?? []) {
        if (after?.key === key && !isAfter(version, after.versionId)) continue;
        if (listed.length === count) return { listed, next: listed.at(-1) };
        listed.push({ key, ...version });
      }
    }
  }

  /** Returns the objects that a reader sees under a prefix. */
  listCurrent(prefix: string, afterKey: string | undefined, count: number): Page<ListedVersion> {
    const listed: ListedVersion[] = [];
    for (let at = this.#placeOf(afterKey ?? prefix); ; at += 1) {
      const key = this.#keys[at];
      if (key === undefined || !key.startsWith(prefix)) return { listed, next: undefined };
      const newest = this.#versions.get(key)?.[0];
      if (key === afterKey || newest?.kind !== "version") continue;
      if (listed.length === count) return { listed, next: listed.at(-1) };
      listed.push({ key, ...newest });
    }
  }

  listUploads(prefix: string): readonly StoredUpload[] {
    return this.#uploads.filter(({ key }) => key.startsWith(prefix));
  }

  #add(key: string, kind: StoredVersion["kind"], bytes: number): void {
    this.#written += 1;
    const writtenAs = this.#written;
    const versionId = this.#isVersioned ? `v${writtenAs}` : "null";
    const before = this.#versions.get(key);
    if (!before) this.#keys.splice(this.#placeOf(key), 0, key);
    const kept = this.#isVersioned ? (before ?? []) : [];
    this.#versions.set(key, [{ kind, versionId, writtenAs, bytes }, ...kept]);
  }

  /** Index of the first key that is not before this one. */
  #placeOf(key: string): number {
    const last = this.#keys.at(-1);
    if (last === undefined || inOrder(last, key) < 0) return this.#keys.length;
    let [low, high] = [0, this.#keys.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (inOrder(this.#keys[middle] ?? "", key) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Without a version the whole key has been listed. A version id that is gone by now still says where it was. */
function isAfter({ writtenAs }: StoredVersion, versionId: string | undefined): boolean {
  if (versionId === undefined || versionId === "null") return false;
  return writtenAs < Number(versionId.slice(1));
}

function inOrder(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
