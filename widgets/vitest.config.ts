import { defineConfig } from "vitest/config";

export default defineConfig({
  // The cases lie with the Python tests, which read them too.
  server: { fs: { allow: [".", "../tests/widgets/cases"] } },
  test: { environment: "happy-dom", include: ["tests/**/*.test.ts"] },
});
