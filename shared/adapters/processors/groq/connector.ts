import { z } from "zod";
import type { Disclosure } from "../../../domain/processors/disclosure.ts";
import type { ProcessorAnswer, ProcessorConnector } from "../../../operations/ports.ts";
import type { ApiPlace } from "../../processor-calls/call-api.ts";
import { notAsked } from "../../processor-calls/not-asked.ts";
import { deleteById, lookById } from "../../processor-calls/one-by-id.ts";
import { groq } from "./processor.ts";

const DAY_MS = 86_400_000;

const DeletedSchema = z.looseObject({ id: z.string(), deleted: z.literal(true) });

/** Returns Groq as it is asked: below its address with `/openai/v1`. */
export function groqConnector(place: ApiPlace): ProcessorConnector {
  return {
    processor: groq.id,

    prevent: () => ({
      headers: {},
      body: {},
      stillKept: `No field of a call makes it keep less: what reliability or abuse needs stays up to ${groq.retention.days} days unless zero retention is switched on for the account, and metadata of use stays.`,
    }),

    async requestDeletion(disclosure) {
      const { kind, reference: id } = disclosure;
      if (kind === "inference") return agesOut(disclosure);
      if (kind !== "batch-file") return notAsked(`Groq keeps nothing of the kind ${kind}.`);
      return deleteById(place, { path: ["files", id], id, deleted: DeletedSchema });
    },

    readStatus: async () => notAsked("Groq names no job that could be asked about."),

    async verify({ kind, reference }) {
      return kind === "batch-file" ? lookById(place, ["files", reference]) : "cannot-look";
    },
  };
}

/**
 * By default nothing of an inference is kept, but nobody outside learns when reliability or abuse made an exception, and
 * nobody can delete that: so the day is said by which it is gone in either case.
 *
 * @see https://console.groq.com/docs/your-data
 */
function agesOut({ sentAt, agesOutAt }: Disclosure): ProcessorAnswer {
  const on = agesOutAt ?? new Date(Date.parse(sentAt) + groq.retention.days * DAY_MS).toISOString();
  return { outcome: "ages-out-on", on };
}
