// npm test: install everything, then every check: types, lint, boundaries, dead code, versions, unit, database, api, browser.
// The last line adds up what all runners counted: "N passed, N failed". A check that is no test runner counts as one.
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./browser.mjs";
import { environment, install, node24, root, run } from "./project.mjs";

await install();

const total = { passed: 0, failed: 0 };
const broken = [];

function count(name, passed, failed) {
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) broken.push(`${name}: ${failed} failed`);
}

async function check(name, command, args) {
  console.log(`\n== ${name}`);
  count(name, ...((await run(command, args)) === 0 ? [1, 0] : [0, 1]));
}

const workspaces = ["apps", "packages"].flatMap((group) =>
  readdirSync(join(root, group)).map((name) => join(group, name)),
);

function forget(file) {
  for (const workspace of workspaces) rmSync(join(root, workspace, "test-results", file), { force: true });
}

/** Adds the counts of every report of that name; a runner that stopped without a failed test counts as one failure. */
function collect(name, file, status, read) {
  let passed = 0;
  let failed = 0;
  for (const workspace of workspaces) {
    const report = join(root, workspace, "test-results", file);
    if (!existsSync(report)) continue;
    const counted = read(JSON.parse(readFileSync(report, "utf8")));
    passed += counted.passed;
    failed += counted.failed;
  }
  if (failed === 0 && (status !== 0 || passed === 0)) failed = 1;
  count(name, passed, failed);
}

await check("types", "turbo", ["run", "types", "--output-logs=errors-only"]);
await check("lint and format", "biome", ["check", "--error-on-warnings", "."]);
await check("boundaries", node24, ["scripts/boundaries.mjs"]);
await check("dead code", "knip", ["--treat-config-hints-as-errors"]);
await check("versions", "sherif", []);
await check("docs", node24, ["scripts/docs.mjs", "--check"]);
await check("build", "turbo", ["run", "build", "--output-logs=errors-only"]);

console.log("\n== unit, database, api");
forget("vitest.json");
const unit = await run("turbo", [
  "run",
  "test",
  "--force",
  "--continue",
  "--concurrency=2",
  "--output-logs=new-only",
  "--",
  "--reporter=dot",
  "--reporter=json",
  "--outputFile.json=test-results/vitest.json",
]);
collect("unit, database, api", "vitest.json", unit, (report) => ({
  passed: report.numPassedTests,
  failed:
    report.numFailedTests +
    report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0)
      .length,
}));

console.log("\n== browser");
const browser = await findBrowser();
if (browser === undefined) {
  console.error(
    "No browser: install Chromium or Chrome, or name one with SOUNDINGS_BROWSER, then run npm test again.",
  );
  count("browser", 0, 1);
} else {
  forget("playwright.json");
  const status = await run("turbo", ["run", "browser", "--force"], {
    env: { ...environment, SOUNDINGS_BROWSER: browser },
  });
  collect("browser", "playwright.json", status, (report) => {
    const { expected, flaky, unexpected, skipped } = report.stats;
    if (flaky > 0) console.log(`browser: ${flaky} passed on the second try only; they are named above`);
    return { passed: expected + flaky, failed: unexpected + skipped };
  });
}

console.log("");
for (const line of broken) console.log(line);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
