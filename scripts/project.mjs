// What `npm start` and `npm test` share. Runs on the machine's own Node (20 or newer) before anything is installed,
// so it may use nothing but Node.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === "win32";
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Node 24 of the project, whatever the machine has. */
export const node24 = join(root, "node_modules", ".bin", windows ? "node.cmd" : "node");

/** The environment of every step: Node 24 and the project's tools first on the path, no telemetry. */
export const environment = {
  ...process.env,
  PATH: `${join(root, "node_modules", ".bin")}${windows ? ";" : ":"}${process.env.PATH ?? ""}`,
  DO_NOT_TRACK: "1",
  TURBO_TELEMETRY_DISABLED: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
};

/**
 * Runs one command to its end with the terminal's streams, and answers its exit status.
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: environment,
      stdio: "inherit",
      shell: windows,
      ...options,
    });
    child.on("error", (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(1);
    });
    child.on("exit", (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** What decides whether the installed packages are the ones that the project names. */
function fingerprint() {
  const hash = createHash("sha256");
  const files = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml"];
  for (const group of ["apps", "packages"]) {
    for (const name of readdirSync(join(root, group)).sort()) files.push(join(group, name, "package.json"));
  }
  for (const file of files) {
    if (existsSync(join(root, file))) hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.update(`${process.platform}-${process.arch}`).digest("hex");
}

/**
 * Installs everything that the lock file names, unless it is installed already: then nothing is asked of any network.
 * `--yes --prefer-offline` because without both an offline start waits a minute for the registry.
 */
export async function install() {
  const stamp = join(root, "node_modules", ".soundings-installed");
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted && existsSync(node24)) return;
  console.error("Installing the parts of Soundings (once, and after an update) …");
  const pnpm = manifest.packageManager;
  const status = await run(
    "npx",
    [
      "--yes",
      "--prefer-offline",
      pnpm,
      "install",
      "--frozen-lockfile",
      "--prefer-offline",
      "--loglevel=error",
    ],
    {
      stdio: ["ignore", 2, 2],
      env: { ...process.env, CI: "true" },
    },
  );
  if (status !== 0) {
    console.error(
      "The parts could not be installed. Check that this machine reaches its npm registry, then run the command again.",
    );
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
