import { clockedService } from "../../shared/domain/retention/clocked-service.ts";
import { agenda } from "./agenda.ts";
import { busyPolicy, busyPromises } from "./busy-service.ts";
import type { Faults } from "./faults.ts";
import { lifecycleLateSeconds, timeToLiveLateSeconds } from "./other-mechanisms.ts";
import { type Breach, oracle } from "./oracle.ts";
import { seededRandom } from "./seeded-random.ts";
import { simulatedService } from "./simulated-service.ts";
import { counted } from "./spread-of.ts";
import { startWorkload } from "./workload.ts";

