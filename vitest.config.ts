import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { judgeKey, operatorKeyHash, sealingSecret } from "./test/worker/support/secrets.ts";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "{apps,packages}/*/src/**/*.test.ts",
            "test/{properties,simulation,vectors,house,judge}/**/*.test.ts",
          ],
          environment: "node",
          setupFiles: ["test/properties/seeded.ts"],
          // Only against tests that never end: a busy machine is no failure.
          testTimeout: 120_000,
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: "test/worker/wrangler.toml" },
            miniflare: {
              bindings: {
                AGON_SECRET: sealingSecret,
                JUDGE_TEST_KEY: judgeKey,
                AGON_ADMIN_KEY_HASH: operatorKeyHash,
                AGON_LONG: process.env.AGON_LONG ?? "",
                MIGRATIONS: await readD1Migrations("drizzle"),
              },
            },
          })),
        ],
        test: {
          name: "worker",
          include: ["test/worker/**/*.test.ts"],
          globalSetup: ["test/worker/support/serve-receiver.ts"],
          setupFiles: ["test/worker/support/setup.ts"],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: "crash",
          include: ["test/crash/**/*.test.ts"],
          environment: "node",
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "doors",
          include: ["test/doors/**/*.test.ts"],
          environment: "node",
          fileParallelism: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          environment: "node",
          globalSetup: ["test/browser/site/serve.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
