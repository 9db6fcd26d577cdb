// Holds the table of who may import whom. Says so when it could read nothing: a check that reads no file must not pass.
import { cruise, format } from "dependency-cruiser";
import configuration from "../.dependency-cruiser.mjs";

const { forbidden, options } = configuration;
const { output } = await cruise(["apps", "packages"], { ruleSet: { forbidden }, validate: true, ...options });
const sources = output.modules.filter(({ source }) => /^(apps|packages)\/[^/]+\/src\/.+\.tsx?$/.test(source));
const withImports = sources.filter(({ dependencies }) => dependencies.length > 0);
if (withImports.length < 100) {
  console.error(
    `Only ${withImports.length} sources with imports could be read: the parser does not understand them.`,
  );
  process.exit(1);
}
const report = await format(output, { outputType: "err" });
console.log(String(report.output).trim());
process.exit(report.exitCode === 0 ? 0 : 1);
