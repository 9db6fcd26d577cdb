import { defineConfig } from "vitest/config";

/** Commands run as processes of their own, each of which reads its sources anew. */
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 120_000 } });
