import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { temporaryFolder } from "../cli/clinic.fixture.ts";
import { listeningOf } from "../host/listening.ts";
import { Browser, serverOptions, somebody, startClinic } from "../sign-in/clinic.fixture.ts";
import { freePort } from "../sign-in/provider.fixture.ts";
import { type RunningServer, type ServerOptions, startServer } from "../start.ts";

const received: { to: string; text: string }[] = [];
let refusing = false;
let post: SMTPServer;
let server: RunningServer;
let administrator: Browser;
let settings: ServerOptions["signIn"];

beforeAll(async () => {
  post = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onRcptTo: (_address, _session, done) => done(refusing ? new Error("not now") : null),
    onData: (stream, { envelope }, done) => {
      text(stream)
        .then((mail) => received.push({ to: String(envelope.rcptTo[0]?.address), text: mail }))
        .then(() => done(), done);
    },
  });
  post.listen(0, "127.0.0.1");
  await once(post.server, "listening");
  const { port } = post.server.address() as AddressInfo;
  const mail = { url: `smtp://127.0.0.1:${port}`, from: "soundings@clinic.example" };
  settings = { secretFile: undefined, provider: null, mail };
  const own = await freePort();
  const listening = listeningOf({ publicUrl: `http://localhost:${own}` });
  server = await startClinic({ port: own, listening, signIn: settings });
  const { store } = server.services;
  await somebody(store, "boss@clinic.example", [{ role: "administrator", programIds: [] }]);
  administrator = new Browser(server.port);
  await administrator.signIn("boss@clinic.example");
  store.writer.exec(`update "sign_ins" set "second_factor" = 'totp'`);
}, 60_000);
afterAll(async () => {
  await server.stop();
  await new Promise<void>((resolve) => post.close(resolve));
});

async function invite(email: string) {
  const roles = [{ role: "therapist", programIds: ["IOP-DAY"] }];
  const reply = await administrator.post("/trpc/people.invite", {
    name: "Ada Example",
    email,
    staffId: null,
    roles,
  });
  return (reply.data.result as { data: { path: string; mailed: boolean } }).data;
}

it("mails the link to whom it is for, and nothing of a patient", async () => {
  const { path, mailed } = await invite("ada@clinic.example");
  expect(mailed).toBe(true);
  const [mail] = received;
  expect(mail?.to).toBe("ada@clinic.example");
  const plain = mail?.text.replaceAll("=\r\n", "").replaceAll("=3D", "=") ?? "";
  expect(plain).toContain(`http://localhost:${server.port}${path}`);
  expect(plain).not.toMatch(/Testcase|patient|IOP/);
});

it("loses no link when the mail does not go out", async () => {
  refusing = true;
  const { path, mailed } = await invite("ben@clinic.example");
  expect(mailed).toBe(false);
  const token = path.replace("/link#", "");
  expect((await new Browser(server.port).post("/auth/link", { token })).status).toBe(200);
});

it("starts with mail only when it is known what address a link begins with", async () => {
  const started = startServer(serverOptions({ dataDir: temporaryFolder(), signIn: settings }));
  await expect(started).rejects.toThrow(/--public-url/);
});
