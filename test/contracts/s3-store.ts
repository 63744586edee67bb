import { describe, expect, it } from "vitest";
import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import type { StoreAdapter } from "../../shared/operations/ports.ts";
import { openGate } from "../world/stores/gates.ts";

/** What people and programs have called files. */
export const ODD_NAMES = [
  ...["a+b", "a%2Bb", "a b", "a%20b", " leading", "trailing ", "//", "a//b", "/", "./a", "../a", "%", "100%"],
  ...["é", "e\u0301", "日本語", "🦊", "&amp;", "<a>", "\"'", "a?b=c#d", "a\\b", "*", "{subject}", "…", "%zz"],
  // Alike in case, width or form, and therefore other keys.
  ...["a", "A", "\uff41", "\u212b", "\u00c5", "A\u030a", "..", "\\", "\\..\\a", "+", "%2b", "%2B", "%252B"],
  ...["a\tb", "a\nb", "a\u2028b", "\u007f", "\u0085", "\ufffd", "!'()~"],
];

/** Names that XML 1.0 cannot carry as they are. */
export const NAMES_NOT_IN_XML = ["a\u0001b", "\u001f", "a\rb", "a\r\nb", "\u0008", "\ufffe", "\uffff"];

/** A bucket that a test fills. */
export interface FillableBucket {
  readonly adapter: StoreAdapter;
  /** Stores an object of one byte under each key. */
  put(keys: readonly string[]): Promise<void>;
  /** Puts a delete marker on each key. */
  mark(keys: readonly string[]): Promise<void>;
  beginUpload(key: string): Promise<void>;
  /** Every key that is left, whoever it belongs to. */
  keys(): Promise<readonly string[]>;
}

const person = subjectIdOf("1");
const neighbour = subjectIdOf("10");

/** Holds for every S3 under the key template `users/{subject}/…`; `names` are those that its listings can carry. */
export function s3StoreContract(
  make: (settings: { readonly isVersioned: boolean }) => Promise<FillableBucket>,
  names: readonly string[],
): void {
  describe("a bucket", () => {
    it("is rid of every version, marker and unfinished upload of a person, and of nobody else's", async () => {
      const { adapter, put, mark, beginUpload } = await make({ isVersioned: true });
      for (const subject of [person, neighbour]) {
        await put([`users/${subject}/a`, `users/${subject}/b`]);
        await put([`users/${subject}/a`]);
        await mark([`users/${subject}/a`, `users/${subject}/never-there`]);
        await beginUpload(`users/${subject}/film`);
      }
      const entries = 3 + 2 + 1;

      expect(await adapter.finder.find(person)).toMatchObject({ found: entries, bytes: 3 });
      expect(await adapter.verifier.countRemaining(person)).toBe(entries);
      expect(await erase(adapter)).toMatchObject({ deleted: entries, finished: true });
      expect((await adapter.finder.find(person)).found).toBe(0);
      expect(await adapter.verifier.countRemaining(person)).toBe(0);
      expect(await adapter.verifier.countRemaining(neighbour)).toBe(entries);
    });

    it.each([{ isVersioned: true }, { isVersioned: false }])(
      "is rid of keys of any characters (with versions: $isVersioned)",
      async (settings) => {
        const { adapter, put } = await make(settings);
        await put(names.map((name) => `users/${person}/${name}`));
        await put(names.map((name) => `users/${neighbour}/${name}`));
        expect((await adapter.finder.find(person)).found).toBe(names.length);

        expect(await erase(adapter)).toMatchObject({ deleted: names.length, left: 0, finished: true });
        expect(await adapter.verifier.countRemaining(person)).toBe(0);
        expect(await adapter.verifier.countRemaining(neighbour)).toBe(names.length);
      },
    );

    it("keeps every key that only looks like one of the person's", async () => {
      const { adapter, put, keys } = await make({ isVersioned: true });
      const others = [
        ...[`/users/${person}/a`, `users//${person}/a`, `Users/${person}/a`, `users/${person}`],
        ...[`users/${person}\\a`, `users/${person}%2Fa`, `users/${person}0/a`, `users/0${person}/a`],
        ...[
          `users/\uff11/a`,
          `./users/${person}/a`,
          `users/${neighbour}/../${person}/a`,
          `x/users/${person}/a`,
        ],
      ];
      await put([...others, `users/${person}/a`]);

      expect(await erase(adapter)).toMatchObject({ deleted: 1, finished: true });
      expect([...(await keys())].sort()).toEqual(others.sort());
    });

    it("tells apart what was found before and after one more object came", async () => {
      const { adapter, put } = await make({ isVersioned: true });
      await put([`users/${person}/a`]);
      const before = await adapter.finder.find(person);
      await put([`users/${person}/a`]);

      expect((await adapter.finder.find(person)).digest).not.toBe(before.digest);
    });
  });
}

async function erase({ eraser }: StoreAdapter) {
  return eraser.erase(person, openGate, async () => undefined);
}
