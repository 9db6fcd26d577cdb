// npm start: install, build, fill an empty data directory with the synthetic demo clinic, serve.
// Further arguments go to `soundings serve`: npm start -- --data DIR --port 4281
import { spawn } from "node:child_process";
import { join } from "node:path";
import { environment, install, node24, root, run } from "./project.mjs";

await install();

const built = await run("turbo", ["run", "build", "--output-logs=errors-only"], { stdio: ["ignore", 2, 2] });
if (built !== 0) {
  console.error("The dashboard could not be built; the reason stands above.");
  process.exit(1);
}

const wished = process.argv.slice(2);
const named =
  Boolean(process.env.SOUNDINGS_DATA) ||
  wished.some((word) => word === "--data" || word.startsWith("--data="));
// A directory that somebody names is theirs: it is never filled with demo data without being asked.
const demo = named || wished.includes("--demo") ? [] : ["--demo"];
const server = spawn(node24, [join(root, "apps/server/src/cli/main.ts"), "serve", ...demo, ...wished], {
  cwd: process.cwd(),
  env: environment,
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal));
// npm passes a signal on to its shell, which ends without telling us: without this the server would stay behind.
const parent = process.ppid;
setInterval(() => process.ppid === parent || server.kill("SIGTERM"), 1000).unref();
server.on("error", (error) => {
  console.error(`The server could not be started: ${error.message}`);
  process.exit(1);
});
server.on("exit", (code) => process.exit(code ?? 0));
