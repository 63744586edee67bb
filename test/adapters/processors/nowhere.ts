import type { ApiPlace } from "../../../shared/adapters/processor-calls/call-api.ts";

/** A place that fails whatever calls it: for what is answered without a call. */
export const NOWHERE: ApiPlace = {
  baseUrl: "https://nobody.example",
  authorization: () => {
    throw new Error("Nothing was to be called.");
  },
};
