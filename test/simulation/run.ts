import { parseArgs } from "node:util";
import { LONG_FAULTS, NO_FAULTS, SHORT_FAULTS } from "./faults.ts";
import { simulate } from "./simulate.ts";

const FAULTS = { none: NO_FAULTS, short: SHORT_FAULTS, long: LONG_FAULTS };
const { values } = parseArgs({
  options: {
    objects: { type: "string", default: "100000" },
    days: { type: "string", default: "90" },
    seed: { type: "string", default: "1" },
    start: { type: "string", default: "2027-12-20T00:00:00.000Z" },
    faults: { type: "string", default: "short" },
  },
});
const began = process.cpuUsage();
const run = await simulate({
  objects: Number(values.objects),
  days: Number(values.days),
  seed: Number(values.seed),
  start: values.start,
  faults: FAULTS[values.faults === "none" ? "none" : values.faults === "long" ? "long" : "short"],
  shards: 1,
});
const cpu = process.cpuUsage(began);
console.log(
  (cpu.user + cpu.system) / 1e6,
  "CPU s",
  run.oracle.goneCount,
  run.oracle.livingCount,
  run.overdue,
  run.oracle.breachCount,
);
console.log(run.oracle.breaches);
console.log(run.tested.counts, run.tested.counts.lateSeconds.spread());
console.log(
  run.oracle.lateOfLimit.count,
  run.oracle.lateOfLimit.spread(),
  run.oracle.lateOfEvent.count,
  run.oracle.lateOfEvent.spread(),
  run.lateOfLifecycle.spread(),
  run.lateOfTimeToLive.spread(),
);
console.log(run.throttled, run.deadLetters);
