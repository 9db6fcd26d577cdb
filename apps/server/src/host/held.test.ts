import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Browser, somebody, startClinic } from "../sign-in/clinic.fixture.ts";
import type { RunningServer } from "../start.ts";
import { ask } from "./http.fixture.ts";

const EMAIL = "ada@clinic.example";
let server: RunningServer;

beforeAll(async () => {
  server = await startClinic();
  await somebody(server.services.store, EMAIL);
}, 60_000);
afterAll(() => server.stop());

/** A process of its own that writes until it is told to stop. */
async function otherProgram(): Promise<() => Promise<void>> {
  const file = join(server.services.store.dataDir, "soundings.db");
  const script = `
    const database = new (require("node:sqlite").DatabaseSync)(${JSON.stringify(file)});
    database.exec("begin immediate");
    console.log("holds");
    process.stdin.on("end", () => { database.exec("rollback"); database.close(); }).resume();`;
  const other = spawn(process.execPath, ["-e", script], { stdio: ["pipe", "pipe", "inherit"] });
  await once(other.stdout, "data");
  return async () => {
    other.stdin.end();
    await once(other, "exit");
  };
}

it("answers whether it is well while a page waits for another program that writes, and the page after it", async () => {
  const ada = new Browser(server.port);
  await ada.signIn(EMAIL);
  const letGo = await otherProgram();
  const answers: string[] = [];
  const page = ada.query("caseload.page", {}).then((reply) => {
    answers.push("page");
    return reply;
  });
  for (let asked = 0; asked < 5; asked += 1) {
    const { status } = await ask(server.port, "/healthz", { headers: ada.headers() });
    answers.push(`well ${status}`);
  }
  await letGo();
  expect((await page).status).toBe(200);
  expect(answers).toEqual([...Array<string>(5).fill("well 200"), "page"]);
});
