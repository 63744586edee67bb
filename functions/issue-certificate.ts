import { issueCertificate } from "../shared/operations/issue-certificate.ts";
import { anchors } from "./deployed/anchors.ts";
import { systemClock } from "./deployed/clock.ts";
import { holds } from "./deployed/holds.ts";
import { ledger } from "./deployed/ledger.ts";
import { records } from "./deployed/records.ts";
import { register } from "./deployed/register.ts";
import { signer } from "./deployed/signer.ts";
import { tombstones } from "./deployed/tombstones.ts";
import { tree } from "./deployed/tree.ts";
import { stepHandler } from "./handler.ts";

export const handler = stepHandler((step) =>
  issueCertificate(
    { register, tombstones, holds, records, ledger, tree, signer, anchors, clock: systemClock },
    step,
  ),
);
