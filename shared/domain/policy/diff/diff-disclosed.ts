import { promisesAbout } from "../checks/promises-hurt.ts";
import type { Policy } from "../policy.ts";
import type { Processor } from "../processor.ts";
import type { PolicyChange, ToldOf } from "./diff-change.ts";
import { partsOfBoth, usePart } from "./diff-declared-parts.ts";

/** One thing that people may want to know about who gets what, where, and for what. */
interface Disclosure {
  readonly path: string;
  /** Tells it from others at the same path. */
  readonly value: string;
  readonly says: string;
  readonly categories: readonly string[];
  readonly tells: readonly ToldOf[];
  /** Parts that both policies must declare for a comparison. */
  readonly within: readonly string[];
}

/** Returns what goes to somebody, to a place or for a use to which it did not go, and what no longer does. */
export function disclosedDifferently(old: Policy, next: Policy): readonly PolicyChange[] {
  const inBoth = partsOfBoth(old, next);
  const compared = (policy: Policy) =>
    disclosuresOf(policy).filter(({ within }) => within.every((part) => inBoth.has(part)));
  const before = compared(old);
  const after = compared(next);
  return [
    ...without(after, before).map((one) => changeOf(next, one, "disclosed")),
    ...without(before, after).map((one) => changeOf(old, one, "withdrawn")),
  ];
}

function without(all: readonly Disclosure[], known: readonly Disclosure[]): readonly Disclosure[] {
  const keys = new Set(known.map(({ path, value }) => `${path}=${value}`));
  return all.filter(({ path, value }) => !keys.has(`${path}=${value}`));
}

function changeOf(
  policy: Policy,
  { path, says, categories, tells }: Disclosure,
  kind: "disclosed" | "withdrawn",
): PolicyChange {
  const promises = promisesAbout(policy, categories);
  if (kind === "disclosed") return { kind, path, what: `Newly: ${says}.`, promises, tells };
  // A provider that leaves is a change of providers; that less is done with data need not be announced.
  const left = path === `processors.${path.split(".")[1]}`;
  return { kind, path, what: `No longer: ${says}.`, promises, tells: left ? ["processors"] : [] };
}

function disclosuresOf(policy: Policy): readonly Disclosure[] {
  const { service, categories, processors } = policy;
  const anywhere = { categories: [], tells: ["material"], within: [] } as const;
  return [
    ...processors.flatMap(processorDisclosures),
    ...categories.flatMap(({ id, purposes }) =>
      purposes.map((purpose) => ({
        path: `categories.${id}.purposes.${purpose}`,
        value: "",
        says: `${id} is used for ${purpose}`,
        categories: [id],
        tells: toldOfUse(purpose),
        within: [`categories.${id}`],
      })),
    ),
    ...uncontrolledUses(policy),
    ...service.regions.map((region) => ({
      ...anywhere,
      path: `service.regions.${region}`,
      value: "",
      says: `data is in ${region}`,
    })),
    ...service.places.map((place) => ({
      ...anywhere,
      path: `service.places.${place}`,
      value: "",
      says: `data may be processed in ${place} without a further safeguard`,
    })),
  ];
}

function processorDisclosures(processor: Processor): readonly Disclosure[] {
  const { id, name, purpose, receives, places, training, contract } = processor;
  const path = `processors.${id}`;
  const one = { value: "", categories: receives, tells: ["processors", "material"], within: [path] } as const;
  const trains = training?.trains !== "no";
  return [
    { ...one, path, says: `${name} gets ${receives.join(", ") || "nothing yet"}`, within: [] },
    ...receives.map((category) => ({
      ...one,
      path: `${path}.receives.${category}`,
      says: `${name} gets ${category}`,
      categories: [category],
    })),
    ...(places ?? []).map((place) => ({
      ...one,
      path: `${path}.places.${place}`,
      says: `${name} works in ${place}`,
    })),
    ...(places === undefined
      ? [{ ...one, path: `${path}.places`, says: `${name} works in places that it does not state` }]
      : []),
    ...(purpose === undefined
      ? []
      : [
          {
            ...one,
            path: `${path}.purpose`,
            value: purpose,
            says: `${name} works for this purpose: ${purpose}`,
          },
        ]),
    ...(contract === undefined
      ? [{ ...one, path: `${path}.contract`, says: `${name} has no contract on record` }]
      : []),
    ...(trains
      ? [
          {
            ...one,
            path: `${path}.training`,
            says: `${name} trains its models on what it gets, or does not say`,
            tells: ["training-use", "processors", "material"] as const,
          },
        ]
      : []),
  ];
}

/** Returns the uses for which nobody is asked first, and those that nobody can object to. */
function uncontrolledUses({ categories, consents }: Policy): readonly Disclosure[] {
  const used = new Set(categories.flatMap(({ purposes }) => purposes));
  return [...used].flatMap((purpose) => {
    const basis = consents.find((consent) => consent.purpose === purpose)?.basis;
    const use = {
      path: `consents.${purpose}`,
      categories: categories.filter(({ purposes }) => purposes.includes(purpose)).map(({ id }) => id),
      tells: toldOfUse(purpose),
      within: [usePart(purpose)],
    };
    return [
      ...(basis === "asked-first"
        ? []
        : [{ ...use, value: "unasked", says: `${purpose} before people are asked` }]),
      ...(basis === undefined
        ? [{ ...use, value: "no-objection", says: `${purpose} without a way to object` }]
        : []),
    ];
  });
}

function toldOfUse(purpose: string): readonly ToldOf[] {
  return purpose === "model-training" ? ["training-use", "material"] : ["material"];
}
