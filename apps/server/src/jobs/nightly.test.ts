import { expect, it } from "vitest";
import { runNightly } from "./nightly.ts";

interface Heard {
  readonly verified: number[];
  readonly failed: unknown[];
}

async function heardOf(verify: () => Promise<number>): Promise<Heard> {
  const heard: Heard = { verified: [], failed: [] };
  await runNightly(
    { verify },
    { verified: (problems) => heard.verified.push(problems), failed: (error) => heard.failed.push(error) },
  );
  return heard;
}

it("tells how many problems the night found", async () => {
  expect(await heardOf(async () => 3)).toEqual({ verified: [3], failed: [] });
});

it("tells that the check could not run, and goes on", async () => {
  const fault = new Error("busy");
  expect(await heardOf(() => Promise.reject(fault))).toEqual({ verified: [], failed: [fault] });
});
