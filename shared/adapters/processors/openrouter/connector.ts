import { z } from "zod";
import type { ProcessorConnector } from "../../../operations/ports.ts";
import type { ApiPlace } from "../../processor-calls/call-api.ts";
import { notAsked } from "../../processor-calls/not-asked.ts";
import { deleteById, lookById } from "../../processor-calls/one-by-id.ts";
import { openrouter } from "./processor.ts";

/** https://openrouter.ai/docs/api/api-reference/files/delete-a-file */
const DeletedSchema = z.looseObject({ id: z.string(), type: z.literal("file_deleted") });

/** Returns OpenRouter as it is asked: below its address with `/api/v1`. */
export function openrouterConnector(place: ApiPlace): ProcessorConnector {
  return {
    processor: openrouter.id,

    prevent: () => ({
      headers: {},
      // Every other field of `provider` is the caller's own: these are merged into it.
      body: { provider: { zdr: true, data_collection: "deny" } },
      stillKept:
        "Metadata of each call is kept. Logging of prompts and the cache of answers are settings of the account, which no call switches off; plugins, tools and video are outside zero retention; the provider behind has its own policy.",
    }),

    async requestDeletion({ kind, reference: id }) {
      if (kind === "file") return deleteById(place, { path: ["files", id], id, deleted: DeletedSchema });
      if (kind !== "inference") return notAsked(`OpenRouter keeps nothing of the kind ${kind}.`);
      // Without logging there is nothing to delete, but whether it was on is not for a call to say.
      return {
        outcome: "not-possible",
        instead:
          "If logging of prompts was on for the account, write to support@openrouter.ai with the id of the generation: no call deletes it. Ask the provider behind as well.",
      };
    },

    readStatus: async () => notAsked("OpenRouter names no job that could be asked about."),

    async verify({ kind, reference }) {
      return kind === "file" ? lookById(place, ["files", reference]) : "cannot-look";
    },
  };
}
