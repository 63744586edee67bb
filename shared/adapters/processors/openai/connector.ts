import { z } from "zod";
import type { Disclosure } from "../../../domain/processors/disclosure.ts";
import type {
  Prevention,
  ProcessorAnswer,
  ProcessorConnector,
  ProcessorTrouble,
} from "../../../operations/ports.ts";
import { type ApiPlace, callApi, isTrouble } from "../../processor-calls/call-api.ts";
import { notAsked } from "../../processor-calls/not-asked.ts";
import { deleteById, lookById } from "../../processor-calls/one-by-id.ts";
import { openai } from "./processor.ts";
import { type RetentionPlace, readRetentionSetting } from "./retention-setting.ts";

/** https://developers.openai.com/api/reference: `expires_after` of a file, in seconds. */
const LIFETIME_SECONDS = { min: 3600, max: 2_592_000 } as const;
/** What is not stored is in the logs of abuse monitoring for so long: https://developers.openai.com/api/docs/guides/your-data */
const LOG_DAYS = 30;
const DAY_MS = 86_400_000;

/** Where each kind of copy lies; one that lies nowhere is in the logs alone. */
const COLLECTIONS: Readonly<Partial<Record<Disclosure["kind"], readonly string[]>>> = {
  file: ["files"],
  "batch-file": ["files"],
  response: ["responses"],
  "chat-completion": ["chat", "completions"],
  conversation: ["conversations"],
};

const DeletedSchema = z.looseObject({ id: z.string(), deleted: z.literal(true) });
const ItemsSchema = z.looseObject({
  data: z.array(z.looseObject({ id: z.string() })),
  has_more: z.boolean(),
});
/** A conversation is read page by page, and begun again from the front as long as one is left. */
const PAGES_MAX = 100;

/** Returns OpenAI as it is asked: below its address with `/v1`, with the key of a project. */
export function openaiConnector(place: ApiPlace, retention: RetentionPlace = {}): ProcessorConnector {
  return {
    processor: openai.id,

    prevent: (lifetimeSeconds) => prevention(lifetimeSeconds),

    async requestDeletion(disclosure) {
      const collection = COLLECTIONS[disclosure.kind];
      if (!collection) return agesOut(disclosure);
      if (disclosure.kind === "conversation") {
        const stopped = await deleteItems(place, disclosure);
        if (stopped) return stopped;
      }
      const { reference: id } = disclosure;
      return deleteById(place, { path: [...collection, id], id, deleted: DeletedSchema });
    },

    readStatus: async () => notAsked("OpenAI names no job that could be asked about."),

    async verify({ kind, reference }) {
      const collection = COLLECTIONS[kind];
      if (!collection) return "cannot-look";
      return lookById(place, [...collection, reference]);
    },

    readSetting: (now) => readRetentionSetting(retention, now),
  };
}

function prevention(lifetimeSeconds: number): Prevention {
  const { min, max } = LIFETIME_SECONDS;
  const seconds = Math.min(Math.max(lifetimeSeconds, min), max);
  return {
    headers: {},
    body: { store: false, expires_after: { anchor: "created_at", seconds } },
    lifetimeSeconds: seconds,
    stillKept: `What is sent is in the logs of abuse monitoring for up to ${LOG_DAYS} days.`,
  };
}

/** Images have no address to delete: https://developers.openai.com/api/reference/resources/images */
function agesOut({ sentAt, agesOutAt }: Disclosure): ProcessorAnswer {
  const on = agesOutAt ?? new Date(Date.parse(sentAt) + LOG_DAYS * DAY_MS).toISOString();
  return { outcome: "ages-out-on", on };
}

/** "Items in the conversation will not be deleted" with it, so they go first. */
async function deleteItems(
  place: ApiPlace,
  { reference }: Disclosure,
): Promise<ProcessorAnswer | ProcessorTrouble | undefined> {
  const items = ["conversations", reference, "items"];
  let before = "";
  for (let pages = 0; pages < PAGES_MAX; pages += 1) {
    const listed = await callApi(place, { method: "GET", path: items, query: { limit: "100" } });
    if (isTrouble(listed)) return listed;
    if (listed.status === 404) return { outcome: "already-absent" };
    const page = ItemsSchema.safeParse(listed.body);
    if (!page.success) return { trouble: "unclear", why: "a list of items that is none" };
    const [first] = page.data.data;
    if (!first) return undefined;
    if (first.id === before)
      return { trouble: "unclear", why: "items that are still there after being deleted" };
    before = first.id;
    for (const { id } of page.data.data) {
      // It answers with the conversation, not with the item: whether the item is gone, the next page shows.
      const gone = await callApi(place, { method: "DELETE", path: [...items, id] });
      if (isTrouble(gone)) return gone;
    }
  }
  return { trouble: "unclear", why: "more items than are read at once" };
}
