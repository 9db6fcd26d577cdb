import { runningStatus } from "@soundings/contract";
import { z } from "zod";
import { readRunning } from "../running/status.ts";
import { read, router } from "../trpc.ts";

export const runningRouter = router({
  status: read({
    action: "running.view",
    input: z.void(),
    output: runningStatus,
    body: readRunning,
    audit: () => ({ event: "settings_viewed", detail: { of: "running" } }),
  }),
});
