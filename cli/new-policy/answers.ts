import { z } from "zod";
import { shortestHours } from "../../shared/domain/policy/longer-than.ts";
import type { ProcessorFacts } from "../../shared/domain/policy/processor.ts";
import { DeclarationIdSchema } from "../../shared/domain/policy/store.ts";
import { ASKED_PLACES, CATALOGUE_IDS, itemOf } from "./catalogue.ts";
import { KeptForSchema, lengthOf } from "./kept-for.ts";

const DAY_HOURS = 24;

const KeptSchema = z.strictObject({
  what: z.enum(CATALOGUE_IDS),
  /** The usual place if not said. */
  where: z.enum(ASKED_PLACES).optional(),
  keptFor: KeptForSchema,
  sensitive: z.boolean().optional(),
  facial: z.boolean().optional(),
});

export const PlaceSchema = z.string().regex(/^[A-Z]{2}$/, "write two capital letters such as DE, US or EU");
export const RegionSchema = z
  .string()
  .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "write a region such as eu-central-1");

const SentToSchema = z.strictObject({
  /** One of the declared third parties. */
  id: DeclarationIdSchema,
  purpose: z.string().min(1),
  receives: z.array(z.enum(CATALOGUE_IDS)),
  /** Needed where its declaration does not say. */
  places: z.array(PlaceSchema).min(1).optional(),
  policyUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** Where it is asked by letter: the address that takes requests about privacy; absent: a person asks. */
  askAt: z.email().optional(),
  /** Needed if it works outside the service's place. */
  transferSafeguard: z.string().min(1).optional(),
});

/** Everything that the questionnaire asks. */
export const AnswersSchema = z.strictObject({
  service: z.strictObject({
    name: z.string().min(1),
    contact: z.email(),
    region: RegionSchema,
    /** The country of that region by ISO 3166-1, or EU. */
    place: PlaceSchema,
    language: z.string().min(2).default("en"),
  }),
  keeps: z.array(KeptSchema).min(1),
  sentTo: z.array(SentToSchema),
  /** True if anything is computed from faces, such as an alignment. */
  worksOnFaces: z.boolean(),
  /** How many days before a change people are told of it. */
  noticeDays: z.number().int().min(0).max(365),
});

export type Answers = z.infer<typeof AnswersSchema>;
export type Kept = Answers["keeps"][number];

/** Returns what cannot be so in answers that have the right shape; nothing if a policy can be made of them. */
export function faultsIn(answers: Answers, processors: readonly ProcessorFacts[]): readonly string[] {
  const { keeps, sentTo, worksOnFaces } = answers;
  const named = keeps.map(({ what }) => what);
  return [
    ...repeated(named).map((what) => `keeps: ${what} is there twice.`),
    ...repeated(sentTo.map(({ id }) => id)).map((id) => `sentTo: ${id} is there twice.`),
    ...keeps.flatMap(keptFaults),
    ...(worksOnFaces && !keeps.some(isFacial)
      ? [
          "worksOnFaces: nothing in keeps is facial; write facial: true for the photos, or worksOnFaces: false.",
        ]
      : []),
    ...sentTo.flatMap((sent) => sentFaults(sent, answers, processors)),
  ];
}

/** Says whether something is taken from a face. */
export function isFacial({ what, facial }: Kept): boolean {
  const item = itemOf(what);
  return item.facial === "always" || (item.facial === "asked" && facial === true);
}

/** Says whether something is sensitive; what is taken from a face always is. */
export function isSensitive(kept: Kept): boolean {
  return isFacial(kept) || (kept.sensitive ?? itemOf(kept.what).sensitive);
}

function keptFaults({ what, where, keptFor, facial }: Kept): readonly string[] {
  const item = itemOf(what);
  const place = where ?? item.places[0];
  const length = lengthOf(keptFor);
  const isLog = place === "log-group";
  return [
    ...(where !== undefined && !item.places.includes(where)
      ? [`keeps.${what}.where: it can be in ${item.places.join(" or ")}.`]
      : []),
    ...(facial === true && item.facial === "never" ? [`keeps.${what}.facial: this is never facial.`] : []),
    ...(place === "cognito" && length !== undefined
      ? [`keeps.${what}.keptFor: an account ends by its owner; write "until deleted".`]
      : []),
    ...(isLog && (length === undefined || shortestHours(length) < DAY_HOURS)
      ? [`keeps.${what}.keptFor: lines of a log go by age alone; write a length of 1 day or more.`]
      : []),
  ];
}

function sentFaults(
  { id, receives, places, policyUrl, transferSafeguard }: Answers["sentTo"][number],
  { keeps, service }: Answers,
  processors: readonly ProcessorFacts[],
): readonly string[] {
  const facts = processors.find((processor) => processor.id === id);
  if (facts === undefined) {
    return [
      `sentTo.${id}: no such third party is declared; there are ${processors.map((one) => one.id).join(", ")}.`,
    ];
  }
  if (facts.role === "hosting")
    return [`sentTo.${id}: it hosts the stores and is added by itself; leave it out.`];
  const facial = keeps
    .filter((kept) => isFacial(kept) && receives.includes(kept.what))
    .map(({ what }) => what);
  const unkept = receives.filter((what) => !keeps.some((kept) => kept.what === what));
  const at = places ?? facts.places;
  const outside = (at ?? []).filter((place) => place !== service.place);
  return [
    ...facial.map((what) => `sentTo.${id}.receives: ${what} is facial and goes to no third party.`),
    ...unkept.map((what) => `sentTo.${id}.receives: ${what} is not among what is kept.`),
    ...(at === undefined
      ? [`sentTo.${id}.places: its declaration does not say where it works; write it.`]
      : []),
    ...((policyUrl ?? facts.policyUrl) === undefined
      ? [`sentTo.${id}.policyUrl: write where its policy is.`]
      : []),
    ...(outside.length > 0 && transferSafeguard === undefined
      ? [`sentTo.${id}.transferSafeguard: it works in ${outside.join(", ")}; write what makes that lawful.`]
      : []),
  ];
}

/** Says whether a third party is asked by letter, and nobody has found its address yet. */
export function isAskedByLetter({ deletion, askAt }: ProcessorFacts): boolean {
  return deletion.includes("by-mail") && askAt === undefined;
}

function repeated(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
}
