import { defineConfig } from "vitest/config";

/** Each file of these starts an embedded AWS. */
const onEmbeddedAws = { fileParallelism: false, testTimeout: 300_000, hookTimeout: 300_000 };
/** Most of what is done there is waiting: two files at once take little longer than one. */
const twoAtOnce = { fileParallelism: true, maxWorkers: 2 };

/** What is due to the second, or is killed at a moment, has the machine to itself. */
const TIMED_JOURNEYS = ["test/journeys/{clock,killed-in-the-middle}.test.ts"];
/** May replace modules or clients, which every other file of their process would find replaced as well. */
export const REPLACING = [
  "test/functions/**/*.test.ts",
  "test/client/**/*.test.ts",
  "test/adapters/{aws,backups,mail,quarantine,stores}/**/*.test.ts",
];
/** What more than unit tests is in the files that end as they do. */
const NO_UNIT = [
  "test/journeys/**",
  "test/browser/**",
  "test/**/*.aws.test.ts",
  "test/**/*.synth.test.ts",
  "test/local/**",
];
/** Some go through every call of an erasure: seconds when all cores are busy, and no test is about time. */
const unit = { testTimeout: 60_000 };

/** Unit tests touch nothing outside the process; the others name what they start. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...{ ...unit, name: "unit" },
          include: ["test/**/*.test.ts"],
          exclude: [...NO_UNIT, ...REPLACING],
          // Loading the same modules for each file anew took two thirds of the time.
          isolate: false,
        },
      },
      {
        test: {
          ...{ ...unit, name: "unit-replacing" },
          include: REPLACING,
          exclude: NO_UNIT,
        },
      },
      {
        // The first CDK synth in a worker takes about 6 s, and each worker bundles the functions once.
        test: {
          name: "synth",
          include: ["test/**/*.synth.test.ts"],
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Adapters, the emulator and the state machine's parts, each against an embedded AWS of its own.
        test: {
          name: "workflow",
          include: ["test/**/*.aws.test.ts", "test/local/**/*.test.ts"],
          ...{ ...onEmbeddedAws, ...twoAtOnce },
        },
      },
      {
        test: {
          ...{ ...onEmbeddedAws, name: "journeys" },
          include: ["test/journeys/**/*.test.ts"],
          exclude: TIMED_JOURNEYS,
          ...twoAtOnce,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...{ ...onEmbeddedAws, name: "journeys-timed" },
          include: TIMED_JOURNEYS,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Pages as Debian's Chromium shows them.
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
