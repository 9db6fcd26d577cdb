// Finds a Chromium for the browser tests: one that is here, else Debian's, else one that an npm package ships.
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./project.mjs";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const runnable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

function fromDebian() {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return undefined;
  const quiet = {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  };
  console.error("No browser found; installing Debian's Chromium …");
  if (spawnSync("apt-get", ["update", "-qq"], quiet).status !== 0) return undefined;
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], quiet);
  return usual.find(runnable);
}

async function fromNpm() {
  try {
    const entry = createRequire(join(root, "apps/e2e/package.json")).resolve("@sparticuz/chromium");
    const { default: chromium } = await import(pathToFileURL(entry).href);
    const path = await chromium.executablePath();
    return runnable(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** The path of a browser that runs here, or undefined. */
export async function findBrowser() {
  const named = process.env.SOUNDINGS_BROWSER;
  if (named) return runnable(named) ? named : undefined;
  return usual.find(runnable) ?? fromDebian() ?? (await fromNpm());
}
