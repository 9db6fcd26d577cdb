import { once } from "node:events";
import { readdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { ROLES, signInPage } from "@soundings/contract";
import { describe, expect, it } from "vitest";
import { PASSWORD } from "../sign-in/clinic.fixture.ts";
import { clinicFolder, temporaryFolder } from "./clinic.fixture.ts";
import { ended, soundings, start } from "./command.fixture.ts";

/** Starts a server and waits for what it tells; `stop` answers how it ended. */
async function serve(...args: string[]) {
  const child = start(["serve", "--port", "0", ...args]);
  let told = "";
  const end = ended(child);
  const open = new Promise<void>((resolve) => {
    child.stdout?.on("data", (chunk) => {
      told += chunk;
      if (told.includes("Ctrl-C")) resolve();
    });
  });
  await Promise.race([open, end]);
  const address = /is open at (http:\S+)/.exec(told)?.[1] ?? "";
  const stop = (signal: NodeJS.Signals = "SIGTERM") => {
    child.kill(signal);
    return end;
  };
  return { told, address, end, stop };
}

async function siteOf(address: string) {
  const response = await fetch(`${address}/auth/page`);
  return signInPage.parse(await response.json());
}

/** Signs in over HTTP, as whoever reads what the server has told would; answers the cookie. */
async function signIn(address: string, email: string, password: string): Promise<string> {
  const response = await fetch(`${address}/auth/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  expect(await response.json()).toEqual({ outcome: "signed_in" });
  return response.headers
    .getSetCookie()
    .map((line) => line.split(";", 1)[0])
    .join("; ");
}

describe("soundings serve", () => {
  it("says where it is, whose data it holds, how to open it as whom and how to stop it", async () => {
    const data = temporaryFolder();
    await soundings("import", clinicFolder(), "--data", data);
    const { told, address, stop } = await serve("--data", data);
    expect(told).toContain("real records");
    expect(told).toContain("soundings user add");
    expect(told).toContain(data);
    expect((await siteOf(address)).purpose).toBe("real");
    const second = await soundings("serve", "--port", "0", "--data", data);
    expect([second.status, second.out]).toEqual([1, ""]);
    expect(second.err).toContain("already running");
    expect(await stop()).toMatchObject({ status: 0, err: "" });
  });

  it.each(["SIGINT", "SIGTERM"] as const)("stops on %s while a page is open", async (signal) => {
    const data = temporaryFolder();
    await soundings("import", clinicFolder(), "--data", data);
    const role = ["--role", "therapist:IOP-DAY", "--password-stdin"];
    const account = ["--email", "a@clinic.example", "--name", "Ada Example", ...role];
    await ended(start(["user", "add", "--data", data, ...account], {}, `${PASSWORD}\n`));
    const { address, stop } = await serve("--data", data);
    const cookie = await signIn(address, "a@clinic.example", PASSWORD);
    const page = await fetch(`${address}/events`, { headers: { cookie } });
    expect(page.status).toBe(200);
    expect((await stop(signal)).status).toBe(0);
    await page.text();
  });

  it("gives a directory that somebody names an empty database, never the demo clinic", async () => {
    const { told, address, stop } = await serve("--data", join(temporaryFolder(), "new"));
    expect(told).toContain("soundings import FOLDER");
    expect((await siteOf(address)).purpose).toBe("real");
    await stop();
  });

  it("makes nothing when its port is in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const taken = other.address();
    const port = String(typeof taken === "object" ? taken?.port : "");
    const data = temporaryFolder();
    const { status, err } = await soundings("serve", "--data", data, "--port", port);
    expect(status).toBe(1);
    expect(err).toMatch(/^Port \d+ is in use.*--port\.\n$/);
    expect(readdirSync(data)).toEqual([]);
    other.close();
  });

  it.each(["x", "70000", "-1"])("refuses the port %s", async (port) => {
    const { status, err } = await soundings("serve", "--data", temporaryFolder(), "--port", port);
    expect(status).toBe(1);
    expect(err).toContain("port");
  });

  it("leaves a database from a newer version as it is", async () => {
    const data = temporaryFolder();
    await soundings("import", clinicFolder(), "--data", data);
    const database = new DatabaseSync(join(data, "soundings.db"));
    database.exec("PRAGMA user_version = 9999");
    database.close();
    for (const command of [["serve", "--port", "0"], ["findings"], ["migrate"], ["verify"]]) {
      const { status, out, err } = await soundings(...command, "--data", data);
      expect([status, out]).toEqual([1, ""]);
      expect(err).toMatch(/version 9999.*newer Soundings/);
    }
  });
});

describe("the demo clinic", () => {
  it("fills an empty directory, is left alone that day, made anew on a later one, and never meets real records", async () => {
    const data = temporaryFolder();
    const first = await soundings("demo", "--data", data, "--json");
    expect(first).toMatchObject({ status: 0, err: "" });
    expect(JSON.parse(first.out)).toEqual({ ok: true, made: true, dataDir: data });
    expect(readdirSync(data).filter((name) => name.startsWith("."))).toEqual([]);
    expect(JSON.parse((await soundings("demo", "--data", data, "--json")).out).made).toBe(false);

    const refused = await soundings("import", clinicFolder(), "--data", data);
    expect(refused.status).toBe(1);
    expect(refused.err).toContain("demo");
    expect((await soundings("import", clinicFolder(), "--data", data, "--into-demo")).status).toBe(0);

    const database = new DatabaseSync(join(data, "soundings.db"));
    database.exec("UPDATE settings SET value = '2020-01-01' WHERE name = 'demo_date'");
    database.close();
    const { told, address, stop } = await serve("--data", data);
    expect(told).toContain("synthetic demo clinic");
    expect((await siteOf(address)).purpose).toBe("demo");
    const { demoAccounts } = await siteOf(address);
    expect(demoAccounts.map(({ role }) => role)).toEqual([...ROLES]);
    for (const { email, password } of demoAccounts) {
      expect(told).toContain(email);
      expect(told).toContain(password);
      expect(await signIn(address, email, password)).toContain("session_token");
    }
    const director = demoAccounts.find(({ role }) => role === "director");
    const cookie = await signIn(address, String(director?.email), String(director?.password));
    const page = await fetch(
      `${address}/trpc/patient.page?input=${encodeURIComponent('{"patientId":"P-1"}')}`,
      { headers: { cookie } },
    );
    expect(page.status).toBe(404);
    await stop();

    const real = temporaryFolder();
    await soundings("import", clinicFolder(), "--data", real);
    expect((await soundings("demo", "--data", real)).err).toContain("real records");
    const asked = await serve("--data", real, "--demo");
    expect((await siteOf(asked.address)).purpose).toBe("real");
    await asked.stop();
  }, 300_000);
});
