import { z } from "zod";
import type { Disclosure } from "../../../domain/processors/disclosure.ts";
import type {
  ProcessorAnswer,
  ProcessorConnector,
  ProcessorSight,
  ProcessorTrouble,
} from "../../../operations/ports.ts";
import { type ApiAnswer, type ApiPlace, callApi, isTrouble } from "../../processor-calls/call-api.ts";
import { notAsked } from "../../processor-calls/not-asked.ts";
import { gemini } from "./processor.ts";

const DAY_MS = 86_400_000;

/** Where each kind lies; the name of a thing begins with it, `files/abc-123`. */
const COLLECTIONS: Readonly<Partial<Record<Disclosure["kind"], "files" | "cachedContents">>> = {
  file: "files",
  "cached-content": "cachedContents",
};

const PAGE_SIZE = 100;
/** 10,000 files; they go by themselves after 48 hours, so a project has rarely more. */
const PAGES_MAX = 100;

const NamedSchema = z.looseObject({ name: z.string() });
const PageSchema = z.looseObject({
  files: z.array(NamedSchema).optional(),
  cachedContents: z.array(NamedSchema).optional(),
  nextPageToken: z.string().optional(),
});
/** As it was seen in https://github.com/google/timesketch/pull/3703 */
const WrongKeySchema = z.looseObject({
  error: z.looseObject({ details: z.array(z.looseObject({ reason: z.string().optional() })) }),
});

/** One thing, by the collection that it is in and its name there. */
interface Named {
  readonly collection: "files" | "cachedContents";
  readonly id: string;
}

/** Returns the Gemini API as it is asked: below its address with `/v1beta`, with the key in `x-goog-api-key`. */
export function geminiConnector(place: ApiPlace): ProcessorConnector {
  return {
    processor: gemini.id,

    prevent: () => ({
      headers: {},
      body: {},
      stillKept: `No field of a call makes it keep less: prompts, context and output are in the logs of abuse monitoring for ${gemini.retention.days} days; a file stays 48 hours, and what Search or Maps grounds 30 days.`,
    }),

    async requestDeletion(disclosure) {
      if (disclosure.kind === "inference") return agesOut(disclosure);
      const named = namedBy(disclosure);
      return named
        ? deleteNamed(place, named)
        : notAsked(`Gemini keeps nothing of the kind ${disclosure.kind}.`);
    },

    readStatus: async () => notAsked("Gemini names no job that could be asked about."),

    async verify(disclosure) {
      const named = namedBy(disclosure);
      return named ? lookAt(place, named) : "cannot-look";
    },
  };
}

function agesOut({ sentAt, agesOutAt }: Disclosure): ProcessorAnswer {
  const on = agesOutAt ?? new Date(Date.parse(sentAt) + gemini.retention.days * DAY_MS).toISOString();
  return { outcome: "ages-out-on", on };
}

function namedBy({ kind, reference }: Disclosure): Named | undefined {
  const collection = COLLECTIONS[kind];
  if (!collection) return undefined;
  const prefix = `${collection}/`;
  return { collection, id: reference.startsWith(prefix) ? reference.slice(prefix.length) : reference };
}

/** An answer to a deletion is empty: it does not say of what, so that it is gone only a look shows. */
async function deleteNamed(place: ApiPlace, named: Named): Promise<ProcessorAnswer | ProcessorTrouble> {
  const answer = await callApi(place, { method: "DELETE", path: [named.collection, named.id] });
  if (isTrouble(answer)) {
    const sight = await sightWithout(place, named, answer);
    return sight === "absent" ? { outcome: "already-absent" } : isSeen(sight) ? answer : sight;
  }
  if (answer.status === 404) return { outcome: "already-absent" };
  return answer.status === 200 ? { outcome: "accepted-unverified" } : said(answer);
}

async function lookAt(place: ApiPlace, named: Named): Promise<ProcessorSight | ProcessorTrouble> {
  const answer = await callApi(place, { method: "GET", path: [named.collection, named.id] });
  if (isTrouble(answer)) return sightWithout(place, named, answer);
  if (answer.status === 404) return "absent";
  const found = NamedSchema.safeParse(answer.body);
  if (answer.status !== 200 || !found.success) return said(answer);
  if (found.data.name !== nameOf(named))
    return { trouble: "mismatch", why: "it answered about another name" };
  return "still-there";
}

/**
 * Gemini says 403 of what is not there, "or it may not exist", and the same of a key that may not. The list tells these
 * apart: whoever may read it, and finds the name nowhere in it, knows that the thing is gone.
 *
 * @see https://github.com/googleapis/python-genai/issues/1218 for that answer given because of an unpaid bill.
 */
async function sightWithout(
  place: ApiPlace,
  named: Named,
  refused: ProcessorTrouble,
): Promise<ProcessorSight | ProcessorTrouble> {
  if (refused.trouble !== "credentials") return refused;
  let pageToken: string | undefined;
  for (let pages = 0; pages < PAGES_MAX; pages += 1) {
    const query = { pageSize: String(PAGE_SIZE), ...(pageToken === undefined ? {} : { pageToken }) };
    const listed = await callApi(place, { method: "GET", path: [named.collection], query });
    if (isTrouble(listed)) return listed;
    const page = PageSchema.safeParse(listed.body ?? {});
    if (listed.status !== 200 || !page.success) return said(listed);
    const names = page.data[named.collection] ?? [];
    // It is there, and still we may not touch it: our key is wrong after all.
    if (names.some(({ name }) => name === nameOf(named))) return refused;
    pageToken = page.data.nextPageToken;
    if (!pageToken) return "absent";
  }
  return { trouble: "unclear", why: "more of its kind than are read at once" };
}

function isSeen(sight: ProcessorSight | ProcessorTrouble): sight is ProcessorSight {
  return typeof sight === "string";
}

function nameOf({ collection, id }: Named): string {
  return `${collection}/${id}`;
}

/** A key that is none is answered with 400, and a reason. */
function said({ status, body }: ApiAnswer): ProcessorTrouble {
  const wrong = WrongKeySchema.safeParse(body);
  const reasons = wrong.success ? wrong.data.error.details.map(({ reason }) => reason) : [];
  if (status === 400 && reasons.includes("API_KEY_INVALID")) {
    return { trouble: "credentials", why: "status 400, a key that is none" };
  }
  return { trouble: "unclear", why: `status ${status} with another answer than is meant` };
}
