import { virtualClock } from "../world/clock.ts";
import { inMemoryDecisions } from "../world/decisions.ts";
import { inMemoryAnchors, inMemoryLedger, inMemoryTree, keyPairSigner } from "../world/evidence.ts";
import { inMemoryRequestRegister } from "../world/request-register.ts";
import { inMemoryRecords, inMemoryTombstones } from "../world/small-ports.ts";
import { decisionsContract } from "./decisions.ts";
import { anchorsContract, ledgerContract, signerContract, treeContract } from "./evidence.ts";
import { recordsContract } from "./records.ts";
import { requestRegisterContract } from "./request-register.ts";
import { tombstonesContract } from "./tombstones.ts";

requestRegisterContract(async () => inMemoryRequestRegister());
decisionsContract(async () => inMemoryDecisions());
tombstonesContract(async () => inMemoryTombstones());
recordsContract(async () => inMemoryRecords());
ledgerContract(async () => inMemoryLedger(virtualClock()));
treeContract(async () => inMemoryTree());
signerContract(async () => keyPairSigner());
anchorsContract(async () => inMemoryAnchors());
