import { defineConfig } from "vitest/config";

/** Unit tests touch nothing outside the process; the others name what they start. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/journeys/**", "test/**/*.aws.test.ts", "test/**/*.synth.test.ts", "test/bench/**"],
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
        // One embedded AWS is shared by the files of this project, so they run one after another.
        test: {
          name: "aws",
          include: ["test/**/*.aws.test.ts", "test/journeys/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
