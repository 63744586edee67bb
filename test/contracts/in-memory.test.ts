import { virtualClock } from "../world/clock.ts";
import { inMemoryDecisions } from "../world/decisions.ts";
import { inMemoryDisclosures } from "../world/disclosures.ts";
import { inMemoryAnchors, inMemoryLedger, inMemoryTree, keyPairSigner } from "../world/evidence.ts";
import { inMemoryHolds } from "../world/holds.ts";
import {
  inMemoryAccountDirectory,
  inMemoryCorrespondence,
  inMemoryMailRecords,
  inMemoryStoredMail,
} from "../world/mail.ts";
import { inMemoryAsks } from "../world/processor-asks.ts";
import { inMemoryRequestRegister } from "../world/request-register.ts";
import { inMemoryRightsRegister, inMemoryTokens } from "../world/rights.ts";
import { inMemoryRecords, inMemoryTombstones } from "../world/small-ports.ts";
import { inMemoryTasks } from "../world/tasks.ts";
import { decisionsContract } from "./decisions.ts";
import { disclosuresContract } from "./disclosures.ts";
import { anchorsContract, ledgerContract, signerContract, treeContract } from "./evidence.ts";
import { holdsContract } from "./holds.ts";
import {
  accountDirectoryContract,
  correspondenceContract,
  mailRecordsContract,
  storedMailContract,
} from "./mail.ts";
import { processorAsksContract } from "./processor-asks.ts";
import { recordsContract } from "./records.ts";
import { requestRegisterContract } from "./request-register.ts";
import { rightsRegisterContract, tokensContract } from "./rights.ts";
import { tasksContract } from "./tasks.ts";
import { tombstonesContract } from "./tombstones.ts";

requestRegisterContract(async () => inMemoryRequestRegister());
decisionsContract(async () => inMemoryDecisions());
disclosuresContract(async () => inMemoryDisclosures());
processorAsksContract(async () => inMemoryAsks());
holdsContract(async () => inMemoryHolds());
tasksContract(async () => inMemoryTasks());
tombstonesContract(async () => inMemoryTombstones());
recordsContract(async () => inMemoryRecords());
ledgerContract(async () => inMemoryLedger(virtualClock()));
treeContract(async () => inMemoryTree());
signerContract(async () => keyPairSigner());
anchorsContract(async () => inMemoryAnchors());
rightsRegisterContract(async () => inMemoryRightsRegister());
tokensContract(async () => inMemoryTokens());
correspondenceContract(async () => inMemoryCorrespondence());
mailRecordsContract(async () => inMemoryMailRecords());
storedMailContract(async () => {
  const [mail, clock] = [inMemoryStoredMail(), virtualClock()];
  return {
    mail,
    put: async (key, raw) => {
      const storedAt = clock.now();
      mail.put(key, raw, storedAt);
      return storedAt;
    },
  };
});
accountDirectoryContract(async () => {
  const directory = inMemoryAccountDirectory();
  return { directory, add: async (account) => directory.add(account) };
});
