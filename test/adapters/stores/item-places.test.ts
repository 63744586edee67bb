import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isKeyOfItem, knownBeginning } from "../../../shared/adapters/stores/item-key.ts";
import { itemPlace, ThingNotLocated } from "../../../shared/adapters/stores/item-place.ts";
import { ITEM_KINDS, type ItemKind } from "../../../shared/domain/erasure/scope.ts";
import { subjectIdOf } from "../../../shared/domain/erasure/subject-id.ts";
import { type ItemTemplates, StoreSchema } from "../../../shared/domain/policy/store.ts";

const RUNS = { numRuns: 3000 };
const kinds = fc.constantFrom(...ITEM_KINDS);
const subjects = fc.stringMatching(/^[0-9a-z_-]{1,6}$/).map(subjectIdOf);
const ids = fc.stringMatching(/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,5}$/);
/** Every character that means something in a pattern, a template or a path, and some that mean nothing. */
const letters = fc.constantFrom(..."ab1.-_/#{}…*+?()[]|^$\\ \n\uff0f\u{1f98a}");
const literals = fc.constantFrom("", "users", "P", "a.b", "x(y)", "[z]", "p$", "^p", "\\", "a+b", "é");
const delimiters = fc.constantFrom("/", "#", "//", "/#");

/** Templates as policies may write them: any literal text, other things before and after, a rest or none. */
function templates(kind: ItemKind): fc.Arbitrary<string> {
  const others = fc.constantFrom(...["{project}", "{page}", "{image}"].filter((one) => one !== `{${kind}}`));
  const part = fc.tuple(literals, fc.option(others, { nil: "" }), delimiters).map((parts) => parts.join(""));
  const parts = fc.array(part, { maxLength: 2 }).map((all) => all.join(""));
  const end = fc.constantFrom("", ".png", "/…", "#…", ".pdf/…", "/x");
  const isOfSubject = fc.constantFrom("users/{subject}/", "{subject}#", "");
  return fc
    .tuple(isOfSubject, parts, literals, end)
    .map(([subject, before, prefix, rest]) => `${subject}${before}${prefix}{${kind}}${rest}`);
}

/** A key that a template means, or nearly: filled in, then changed in a place or not at all. */
function keysNear(template: string, kind: ItemKind, subject: string, id: string): fc.Arbitrary<string> {
  const filled = fc
    .tuple(fc.array(ids, { minLength: 4, maxLength: 4 }), fc.string({ unit: letters }))
    .map(([open, rest]) => {
      let at = 0;
      return template.replace(/\{[a-z]+\}|…/gu, (name) => {
        if (name === "{subject}") return subject;
        if (name === `{${kind}}`) return id;
        at += 1;
        return name === "…" ? rest : (open[at % open.length] ?? "");
      });
    });
  const changed = fc
    .tuple(filled, fc.nat(), fc.nat({ max: 2 }), fc.string({ unit: letters, maxLength: 3 }))
    .map(([key, where, gone, come]) => {
      const at = where % (key.length + 1);
      return key.slice(0, at) + come + key.slice(at + gone);
    });
  return fc.oneof(filled, changed, fc.string({ unit: letters }));
}

const cases = fc.tuple(kinds, subjects, ids).chain(([kind, subject, id]) =>
  templates(kind).chain((template) =>
    fc.record({
      ...{ kind: fc.constant(kind), subject: fc.constant(subject), id: fc.constant(id) },
      ...{ template: fc.constant(template), key: keysNear(template, kind, subject, id) },
    }),
  ),
);

describe("where a thing of a person is", () => {
  it("is where a policy may say it is", () => {
    fc.assert(
      fc.property(cases, ({ kind, template }) => {
        const items = { [kind]: template };
        const partitionKey = { attribute: "owner", template: "{subject}" };
        const table = { id: "rows", kind: "dynamodb", partitionKey, items, categories: ["row"] };
        expect(StoreSchema.safeParse(table).error?.message).toBeUndefined();
      }),
      RUNS,
    );
  });

  it("is the same to those who delete and to those who look again, for any key and template", () => {
    const seen = { meant: 0, other: 0 };
    fc.assert(
      fc.property(cases, ({ kind, subject, id, template, key }) => {
        const items: ItemTemplates = { [kind]: template };
        const place = itemPlace(items, subject, { kind, id });
        const isMeant = isKeyOfItem(items, subject, { kind, id }, key);
        expect(place?.holds(key)).toBe(isMeant);
        expect(place?.prefix).toBe(knownBeginning(items, subject, { kind, id }));
        if (isMeant) expect(key.startsWith(place?.prefix ?? "?")).toBe(true);
        seen[isMeant ? "meant" : "other"] += 1;
      }),
      RUNS,
    );
    expect(Math.min(seen.meant, seen.other)).toBeGreaterThan(RUNS.numRuns / 5);
  });

  it("is nowhere that another thing of one kind is, however alike their ids", () => {
    const alike = fc.tuple(cases, ids, ids).map(([one, before, behind]) => ({
      ...one,
      others: [`${one.id}${behind}`, `${before}${one.id}`, behind],
    }));
    fc.assert(
      fc.property(alike, ({ kind, subject, id, template, key, others }) => {
        const items: ItemTemplates = { [kind]: template };
        if (!isKeyOfItem(items, subject, { kind, id }, key)) return;
        for (const other of others.filter((each) => each !== id)) {
          expect(itemPlace(items, subject, { kind, id: other })?.holds(key)).toBe(false);
          expect(isKeyOfItem(items, subject, { kind, id: other }, key)).toBe(false);
        }
      }),
      RUNS,
    );
  });

  const ITEMS: ItemTemplates = {
    project: "users/{subject}/projects/{project}/…",
    page: "users/{subject}/projects/{project}/pages/{page}/…",
    image: "users/{subject}/{image}",
  };

  it.each([
    [{ kind: "project", id: "p1" }, "users/1/projects/p1/pages/3/a.png", true],
    [{ kind: "project", id: "p1" }, "users/1/projects/p1/", true],
    [{ kind: "project", id: "p1" }, "users/1/projects/p10/pages/3/a.png", false],
    [{ kind: "project", id: "p1" }, "users/10/projects/p1/pages/3/a.png", false],
    [{ kind: "project", id: "p1" }, "users/1/projects/p1", false],
    [{ kind: "page", id: "3" }, "users/1/projects/p1/pages/3/a.png", true],
    [{ kind: "page", id: "3" }, "users/1/projects/p1/pages/30/a.png", false],
    [{ kind: "page", id: "3" }, "users/1/projects/p1/pages/4/pages/3/a.png", false],
    [{ kind: "page", id: "3" }, "users/1/projects/p1/x/pages/3/a.png", false],
    [{ kind: "page", id: "p1" }, "users/1/projects/p1/pages/4/a.png", false],
    [{ kind: "page", id: "3" }, "users/1/projects//pages/3/a.png", false],
    [{ kind: "image", id: "a" }, "users/1/a", true],
    [{ kind: "image", id: "a" }, "users/1/a.png", false],
    [{ kind: "image", id: "a.png" }, "users/1/a_png", false],
    [{ kind: "image", id: "a" }, "users/1/a/", false],
    [{ kind: "image", id: "a" }, "users/10/a", false],
    [{ kind: "image", id: "a" }, "users/1/A", false],
  ] as const)("is told from its neighbours: %j at %s is %s", (thing, key, isMeant) => {
    expect(itemPlace(ITEMS, subjectIdOf("1"), thing)?.holds(key)).toBe(isMeant);
    expect(isKeyOfItem(ITEMS, "1", thing, key)).toBe(isMeant);
  });

  it("is unknown where nothing says it, which is an error and not an empty place", () => {
    const [one, other] = [{ kind: "image", id: "a" } as const, { project: "{project}" }];
    expect(() => itemPlace(other, subjectIdOf("1"), one)).toThrow(ThingNotLocated);
    expect(() => itemPlace(undefined, subjectIdOf("1"), one)).toThrow(ThingNotLocated);
    expect(() => isKeyOfItem(other, "1", one, "a")).toThrow("Nothing says");
    expect(itemPlace(ITEMS, subjectIdOf("1"), { kind: "account" })).toBeUndefined();
  });
});
