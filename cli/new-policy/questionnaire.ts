import { z } from "zod";
import type { ProcessorFacts } from "../../shared/domain/policy/processor.ts";
import {
  type Answers,
  faultsIn,
  isAskedByLetter,
  isFacial,
  type Kept,
  PlaceSchema,
  RegionSchema,
} from "./answers.ts";
import { CATALOGUE, type CatalogueId, itemOf } from "./catalogue.ts";
import { KeptForSchema } from "./kept-for.ts";
import type { Prompter } from "./prompter.ts";

const PLACES: Readonly<Record<NonNullable<Kept["where"]>, string>> = {
  s3: "S3 bucket",
  dynamodb: "DynamoDB table",
  cognito: "Cognito user pool",
  "log-group": "CloudWatch log group",
};

/** What data is sent to a third party for, by what it does. */
const USUAL_PURPOSES: Readonly<Record<ProcessorFacts["role"], string>> = {
  hosting: "Hosting",
  model: "Making images",
  "model-router": "Passing prompts on to models",
  payment: "Taking payments",
  cdn: "Delivering content",
  "sign-in": "Signing in",
  mail: "Sending mail",
};

/** Asks everything that a policy is made of; answers that cannot be are asked again at once. */
export async function askAll(ask: Prompter, processors: readonly ProcessorFacts[]): Promise<Answers> {
  const service = await askService(ask);
  const keeps = await askKept(ask);
  const draft = { service, keeps, sentTo: [], worksOnFaces: false, noticeDays: 0 };
  const sentTo = await askSentTo(ask, draft, processors);
  const worksOnFaces =
    keeps.some(isFacial) &&
    (await ask.yesOrNo("Is anything computed from the faces, such as an alignment?", true));
  const days = await ask.text(
    "How many days before a change are people told?",
    "7",
    faultBy(NoticeTextSchema),
  );
  return { service, keeps, sentTo, worksOnFaces, noticeDays: Number(days) };
}

const NoticeTextSchema = z
  .string()
  .regex(/^([0-9]|[1-9][0-9]|[12][0-9]{2}|3[0-5][0-9])$/, "write a number of days up to 359");

async function askService(ask: Prompter): Promise<Answers["service"]> {
  const name = await ask.text(
    "What is the service called?",
    undefined,
    faultBy(z.string().trim().min(1, "write its name")),
  );
  const contact = await ask.text("Which address do people write to?", undefined, faultBy(z.email()));
  const region = await ask.text("In which AWS region is its data?", "eu-central-1", faultBy(RegionSchema));
  const usual = /^(eu|us)-/.exec(region)?.[1]?.toUpperCase();
  const place = await ask.text("Which country is that (ISO code, or EU)?", usual, faultBy(PlaceSchema));
  const language = await ask.text(
    "In which language is the policy published?",
    "en",
    faultBy(z.string().min(2)),
  );
  return { name, contact, region, place, language };
}

async function askKept(ask: Prompter): Promise<Kept[]> {
  const choices = CATALOGUE.map(({ id, what }) => ({ value: id, label: what }));
  let chosen: readonly CatalogueId[] = [];
  while (chosen.length === 0) chosen = await ask.many("What does it keep? (at least one)", choices);
  const keeps: Kept[] = [];
  for (const what of chosen) keeps.push(await askOneKept(ask, what));
  return keeps;
}

async function askOneKept(ask: Prompter, what: CatalogueId): Promise<Kept> {
  const item = itemOf(what);
  const [usual, ...others] = item.places.map((value) => ({ value, label: PLACES[value] }));
  if (usual === undefined) throw new Error(`The catalogue has no place for ${what}.`);
  const where = others.length === 0 ? usual.value : await ask.one(`Where: ${item.what}?`, [usual, ...others]);
  const keptFor = await ask.text(`For how long: ${item.what}?`, item.usually, (answer) => {
    const shape = faultBy(KeptForSchema)(answer);
    return shape ?? firstFault({ what, where, keptFor: answer });
  });
  const facial =
    item.facial === "asked" ? await ask.yesOrNo(`Do they show faces: ${item.what}?`, true) : undefined;
  const kept = { what, where, keptFor, ...(facial === undefined ? {} : { facial }) };
  if (isFacial(kept)) return kept;
  return { ...kept, sensitive: await ask.yesOrNo(`Sensitive: ${item.what}?`, item.sensitive) };
}

function firstFault(kept: Kept): string | undefined {
  const nobody = { name: "x", contact: "x@x.example", region: "eu-central-1", place: "EU", language: "en" };
  const [fault] = faultsIn(
    { service: nobody, keeps: [kept], sentTo: [], worksOnFaces: false, noticeDays: 0 },
    [],
  );
  return fault;
}

async function askSentTo(
  ask: Prompter,
  { keeps, service }: Answers,
  processors: readonly ProcessorFacts[],
): Promise<Answers["sentTo"]> {
  const others = processors.filter(({ role }) => role !== "hosting");
  const choices = others.map(({ id, name }) => ({ value: id, label: name }));
  const chosen = await ask.many("Which third parties get any of it? (AWS is added by itself)", choices);
  // What is taken from a face goes to nobody, so it is not offered.
  const sendable = keeps
    .filter((kept) => !isFacial(kept))
    .map(({ what }) => ({ value: what, label: itemOf(what).what }));
  const sentTo: Answers["sentTo"] = [];
  for (const facts of others.filter((one) => chosen.includes(one.id))) {
    const { id, name, role, places: stated, policyUrl: url } = facts;
    const receives = sendable.length === 0 ? [] : [...(await ask.many(`What does ${name} get?`, sendable))];
    const purpose = await ask.text(`What for: ${name}?`, USUAL_PURPOSES[role], faultBy(z.string().min(1)));
    const places = stated ?? [
      await ask.text(
        `In which country does ${name} work (ISO code, or EU)?`,
        undefined,
        faultBy(PlaceSchema),
      ),
    ];
    const policyUrl =
      url ??
      (await ask.text(
        `Where is the policy of ${name}?`,
        undefined,
        faultBy(z.url({ protocol: /^https?$/ })),
      ));
    const askAt = isAskedByLetter(facts)
      ? await ask.text(
          `At which address does ${name} take requests about privacy (none: a person asks)?`,
          undefined,
          faultBy(z.union([z.literal(""), z.email()])),
        )
      : "";
    const outside = places.filter((place) => place !== service.place);
    const transferSafeguard =
      outside.length === 0
        ? undefined
        : await ask.text(
            `${name} works in ${outside.join(", ")}: what makes that lawful?`,
            undefined,
            faultBy(z.string().trim().min(1, "write it, such as the standard contractual clauses")),
          );
    sentTo.push({
      id,
      purpose,
      receives,
      ...(stated === undefined ? { places } : {}),
      ...(url === undefined ? { policyUrl } : {}),
      ...(askAt === "" ? {} : { askAt }),
      ...(transferSafeguard === undefined ? {} : { transferSafeguard }),
    });
  }
  return sentTo;
}

function faultBy(schema: z.ZodType<string>): (answer: string) => string | undefined {
  return (answer) => schema.safeParse(answer).error?.issues[0]?.message;
}
