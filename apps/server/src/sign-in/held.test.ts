import { setTimeout } from "node:timers/promises";
import { openStore } from "@soundings/records";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { RunningServer } from "../start.ts";
import { Browser, somebody, startClinic } from "./clinic.fixture.ts";

const EMAIL = "ada@clinic.example";
let server: RunningServer;

beforeAll(async () => {
  server = await startClinic();
  await somebody(server.services.store, EMAIL);
});
afterAll(() => server.stop());

it("lets somebody sign in and out while an import holds the database, a moment later instead of not at all", async () => {
  const { dataDir } = server.services.store;
  const other = openStore({ dataDir, access: "write" });
  const held = async (work: () => Promise<{ readonly status: number }>) => {
    other.writer.exec("begin immediate");
    const asked = work();
    await setTimeout(600);
    other.writer.exec("commit");
    return (await asked).status;
  };
  const browser = new Browser(server.port);
  expect(await held(() => browser.signIn(EMAIL))).toBe(200);
  expect(await browser.me()).toMatchObject({ email: EMAIL });
  expect(await held(() => browser.post("/auth/sign-out"))).toBe(200);
  expect(await browser.me()).toBeNull();
  other.close();
});
