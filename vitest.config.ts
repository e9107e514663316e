import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["packages/*/src/**/*.test.ts", "test/{properties,vectors,house}/**/*.test.ts"],
          environment: "node",
        },
      },
    ],
  },
});
