import { defineConfig } from "vitest/config";

/** Each file of these starts an embedded AWS, and there are two cores: one after another. */
const onEmbeddedAws = { fileParallelism: false, testTimeout: 300_000, hookTimeout: 300_000 };

/** Unit tests touch nothing outside the process; the others name what they start. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          // Some go through every call of an erasure: seconds when all cores are busy, and no test is about time.
          testTimeout: 60_000,
          include: ["test/**/*.test.ts"],
          exclude: [
            "test/journeys/**",
            "test/browser/**",
            "test/**/*.aws.test.ts",
            "test/**/*.synth.test.ts",
            "test/local/**",
          ],
        },
      },
      {
        // The first CDK synth in a worker takes about 6 s.
        test: {
          name: "synth",
          include: ["test/**/*.synth.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Adapters, the emulator and the state machine's parts, each against an embedded AWS of its own.
        test: {
          name: "workflow",
          include: ["test/**/*.aws.test.ts", "test/local/**/*.test.ts"],
          ...onEmbeddedAws,
        },
      },
      {
        test: { name: "journeys", include: ["test/journeys/**/*.test.ts"], ...onEmbeddedAws },
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
