import { type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { STORIES } from "@soundings/demo-clinic";
import type { Clinic } from "./clinic/server.ts";
import { Caseload } from "./pages/caseload.ts";
import { PatientPage } from "./pages/patient.ts";
import { expect, test } from "./story.ts";

interface Asked {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Answered {
  readonly status: number | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
}

/** A request that a browser would not make: its own Host and Origin. */
function ask({ address }: Clinic, { path = "/", method = "GET", headers = {} }: Asked): Promise<Answered> {
  const { port } = new URL(address);
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers }, (answer) => {
      let text = "";
      answer.on("data", (chunk) => {
        text += chunk;
      });
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, text }));
    });
    asked.on("error", reject);
    asked.end();
  });
}

test("only names of this machine are answered", async ({ clinic, signedIn }) => {
  const { cookie } = await signedIn("director");
  const { port } = new URL(clinic.address);
  for (const path of ["/", "/caseload", "/trpc/site.info", "/events"]) {
    for (const host of ["clinic.example", `clinic.example:${port}`, `localhost.clinic.example:${port}`]) {
      const { status, text } = await ask(clinic, { path, headers: { host, cookie } });
      expect([path, host, status]).toEqual([path, host, expect.any(Number)]);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(text).not.toContain("<script");
    }
  }
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`]) {
    const headers = { host, cookie };
    expect((await ask(clinic, { path: "/trpc/site.info", headers })).status).toBe(200);
  }
});

test("another site's page cannot write, whoever is signed in", async ({ clinic, signedIn }) => {
  const { cookie } = await signedIn("director");
  const { port } = new URL(clinic.address);
  const { status } = await ask(clinic, {
    path: "/trpc/imports.dismiss",
    method: "POST",
    headers: {
      host: `localhost:${port}`,
      origin: "https://clinic.example",
      cookie,
      "content-type": "application/json",
    },
  });
  expect(status).toBe(403);
});

test("it listens on this machine only", async ({ clinic }) => {
  const port = Number(new URL(clinic.address).port);
  const outward = Object.values(networkInterfaces())
    .flat()
    .filter((network) => network !== undefined && !network.internal && network.family === "IPv4");
  const opens = (host: string) =>
    new Promise<boolean>((resolve) => {
      const socket = connect({ host, port });
      const say = (open: boolean) => {
        socket.destroy();
        resolve(open);
      };
      socket.once("connect", () => say(true));
      socket.once("error", () => say(false));
    });
  expect(await opens("127.0.0.1")).toBe(true);
  for (const network of outward) expect(await opens(network?.address ?? "")).toBe(false);
});

test("pages run nothing from elsewhere and nothing written into them", async ({ clinic, signedIn }) => {
  const { cookie } = await signedIn("director");
  const { host } = new URL(clinic.address);
  const { headers } = await ask(clinic, { headers: { host } });
  const policy = headers["content-security-policy"];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain("unsafe");
  expect(headers["referrer-policy"]).toBe("no-referrer");
  const records = await ask(clinic, { path: "/trpc/caseload.page", headers: { host, cookie } });
  expect(records.headers["cache-control"]).toBe("no-store");
});

test("neither address nor title of a page holds a name", async ({ page }) => {
  const list = new Caseload(page);
  await list.open({ therapist: "T-12" });
  const patient = new PatientPage(page);
  await list.nameOf(list.rows.first()).click();
  await patient.slider.waitFor();
  await patient.items.first().getByRole("button").click();
  await expect(page).toHaveURL(/finding=/);
  await expect(page).toHaveTitle("Patient · Soundings");
  const person = STORIES.find(({ therapistId }) => therapistId === "T-12")!;
  await patient.open(person.recordNumber);
  await expect(patient.name).toHaveText(`${person.givenName} ${person.familyName}`);
  await expect(page).toHaveTitle("Patient · Soundings");
});
