import type { Purpose } from "../../shared/domain/policy/category.ts";

/** Kinds of stores that are asked for; the others take more than an answer to declare. */
export const ASKED_PLACES = ["s3", "dynamodb", "cognito", "log-group"] as const;
type AskedPlace = (typeof ASKED_PLACES)[number];

/** Something that services of this kind keep, with what is usual for it. */
export interface CatalogueItem {
  readonly id: string;
  readonly what: string;
  /** Places it can be in, the usual one first. */
  readonly places: readonly AskedPlace[];
  readonly sensitive: boolean;
  /** Always taken from a face, or possibly: then it is asked. */
  readonly facial: "always" | "asked" | "never";
  readonly derivedFrom?: string;
  readonly purposes: readonly [Purpose, ...Purpose[]];
  /** How long it is usual to keep it, as it is answered. */
  readonly usually: string;
}

/** What the questionnaire offers. */
export const CATALOGUE = [
  {
    id: "original-photo",
    what: "Photos that people upload",
    places: ["s3"],
    sensitive: true,
    facial: "asked",
    purposes: ["service-delivery", "generation"],
    usually: "24 hours",
  },
  {
    id: "facial-landmarks",
    what: "Positions and measures taken from a face",
    places: ["dynamodb", "s3"],
    sensitive: true,
    facial: "always",
    purposes: ["facial-alignment", "generation"],
    usually: "24 hours",
  },
  {
    id: "prompt",
    what: "Prompts that people write",
    places: ["dynamodb", "s3"],
    sensitive: false,
    facial: "never",
    purposes: ["generation", "service-delivery"],
    usually: "until deleted",
  },
  {
    id: "generated-image",
    what: "Images that were made",
    places: ["s3"],
    sensitive: false,
    facial: "never",
    purposes: ["generation", "service-delivery"],
    usually: "until deleted",
  },
  {
    id: "document",
    what: "PDFs and other files that were made",
    places: ["s3"],
    sensitive: false,
    facial: "never",
    purposes: ["service-delivery"],
    usually: "until deleted",
  },
  {
    id: "account",
    what: "Sign-in name and e-mail address",
    places: ["cognito", "dynamodb"],
    sensitive: false,
    facial: "never",
    purposes: ["service-delivery", "support"],
    usually: "until deleted",
  },
  {
    id: "billing-record",
    what: "What was bought, when, and for how much",
    places: ["dynamodb"],
    sensitive: false,
    facial: "never",
    purposes: ["billing", "accounting"],
    usually: "until deleted",
  },
  {
    id: "support-ticket",
    what: "What people wrote to support",
    places: ["dynamodb", "s3"],
    sensitive: false,
    facial: "never",
    purposes: ["support"],
    usually: "12 months",
  },
  {
    id: "diagnostic-log",
    what: "Technical logs",
    places: ["log-group"],
    sensitive: false,
    facial: "never",
    purposes: ["security", "service-delivery"],
    usually: "30 days",
  },
] as const satisfies readonly CatalogueItem[];

export type CatalogueId = (typeof CATALOGUE)[number]["id"];

/** Ids of the catalogue, for a closed list of answers. */
export const CATALOGUE_IDS: readonly CatalogueId[] = CATALOGUE.map(({ id }) => id);

/** Returns the item of an id. */
export function itemOf(id: CatalogueId): CatalogueItem {
  const item = CATALOGUE.find((one) => one.id === id);
  if (item !== undefined) return item;
  throw new Error(`The catalogue has no ${id}.`);
}
