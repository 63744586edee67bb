import { inMemoryRequestRegister } from "../world/request-register.ts";
import { inMemoryRecords, inMemoryTombstones } from "../world/small-ports.ts";
import { recordsContract } from "./records.ts";
import { requestRegisterContract } from "./request-register.ts";
import { tombstonesContract } from "./tombstones.ts";

requestRegisterContract(async () => inMemoryRequestRegister());
tombstonesContract(async () => inMemoryTombstones());
recordsContract(async () => inMemoryRecords());
