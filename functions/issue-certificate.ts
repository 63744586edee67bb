import { issueCertificate } from "../shared/operations/issue-certificate.ts";
import { systemClock } from "./deployed/clock.ts";
import { anchors, signer, tree } from "./deployed/evidence.ts";
import { ledger } from "./deployed/ledger.ts";
import { records } from "./deployed/records.ts";
import { register } from "./deployed/register.ts";
import { tombstones } from "./deployed/tombstones.ts";
import { stepHandler } from "./handler.ts";

export const handler = stepHandler((step) =>
  issueCertificate(
    { register, tombstones, records, ledger, tree, signer, anchors, clock: systemClock },
    step,
  ),
);
