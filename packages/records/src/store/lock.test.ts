import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryDirectory } from "../example-clinic.fixture.ts";
import { StoreError } from "./errors.ts";
import { lockServer } from "./lock.ts";

it("lets one server in, and the next one when it has left", () => {
  const dataDir = temporaryDirectory();
  const first = lockServer(dataDir);
  expect(() => lockServer(dataDir)).toThrow(StoreError);
  expect(() => lockServer(dataDir)).toThrow(/already running/);
  first.release();
  lockServer(dataDir).release();
});

it("is let go when the process that holds it is killed", async () => {
  const dataDir = temporaryDirectory();
  const code = `import { lockServer } from ${JSON.stringify(join(import.meta.dirname, "lock.ts"))};
    lockServer(${JSON.stringify(dataDir)}); console.log("held"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code]);
  await once(child.stdout, "data");
  expect(() => lockServer(dataDir)).toThrow(StoreError);
  child.kill("SIGKILL");
  await once(child, "exit");
  lockServer(dataDir).release();
});
