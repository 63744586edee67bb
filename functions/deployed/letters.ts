import { SESClient } from "@aws-sdk/client-ses";
import { sesLetters } from "../../shared/adapters/aws/ses-letters.ts";
import { setting } from "./settings.ts";

/** Letters of this deployment, from its contact. */
export const letters = sesLetters(new SESClient({}), {
  from: setting("lettersFrom"),
  configurationSet: setting("lettersSet"),
});
