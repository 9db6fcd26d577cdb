/**
 * Who may import whom. Each rule says why it stands; ARCHITECTURE.md shows the same as a table.
 * @type {import("dependency-cruiser").IConfiguration}
 */
const room = (name) => `^packages/${name}/`;
const forbid = (name, from, to, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from, pathNot: ["\\.test\\.tsx?$", "/vitest\\.config\\.ts$"] },
  to: { path: to },
});
const part = (...names) => `(^|/)node_modules/(${names.join("|")})(/|$)`;

export default {
  forbidden: [
    {
      name: "no-circular",
      comment: "A cycle means that two files are one room, or that a room has two doors.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-unresolved",
      comment: "Every import must exist in the package that names it.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    forbid(
      "clinical-is-pure",
      room("clinical"),
      "^(packages/(?!clinical/)|apps/)",
      "Clinical knowledge depends on nothing that stores or shows, so that it can be checked alone.",
    ),
    {
      name: "clinical-has-no-machine",
      comment: "No clock, files or randomness of the machine in clinical: date, zone and seed are arguments.",
      severity: "error",
      from: { path: room("clinical"), pathNot: "(\\.test\\.ts|vitest\\.config\\.ts)$" },
      to: { dependencyTypes: ["core"] },
    },
    forbid(
      "contract-knows-only-clinical",
      room("contract"),
      "^(packages/(?!contract/|clinical/)|apps/)",
      "The contract is what browser and server agree on; it may not know how anything is stored.",
    ),
    forbid(
      "records-knows-only-clinical",
      room("records"),
      "^(packages/(?!records/|clinical/)|apps/)",
      "Storage serves every way in and out, so it may know none of them.",
    ),
    forbid(
      "interchange-knows-only-clinical",
      room("interchange"),
      "^(packages/(?!interchange/|clinical/|figures/)|apps/)",
      "A format is read and written without knowing where the records come to rest.",
    ),
    forbid(
      "figures-know-only-clinical",
      room("figures"),
      "^(packages/(?!figures/|clinical/)|apps/)",
      "A plot is drawn the same on every surface, so it may know none of them.",
    ),
    forbid(
      "api-knows-no-app",
      room("api"),
      "^(apps/|packages/(demo-clinic|benchmarks)/)",
      "Procedures serve any host and any page.",
    ),
    forbid(
      "demo-clinic-speaks-the-export",
      room("demo-clinic"),
      "^(packages/(?!demo-clinic/|clinical/|interchange/)|apps/)",
      "The demo clinic enters like any clinic, through the clinic export.",
    ),
    forbid(
      "server-holds-no-clinical-knowledge",
      "^apps/server/",
      "^packages/clinical/",
      "The process hosts; what is known lives in clinical and reaches it through api.",
    ),
    forbid(
      "dashboard-never-stores",
      "^apps/dashboard/",
      "^packages/(records|interchange|demo-clinic|benchmarks)/",
      "The browser reads through the contract only.",
    ),
    {
      name: "dashboard-takes-types-from-api",
      comment: "The router's type crosses to the browser, its code does not.",
      severity: "error",
      from: { path: "^apps/dashboard/" },
      to: { path: room("api"), dependencyTypesNot: ["type-only"] },
    },
    {
      name: "features-do-not-import-features",
      comment: "A feature can be removed by removing its folder.",
      severity: "error",
      from: { path: "^apps/dashboard/src/features/([^/]+)/" },
      to: { path: "^apps/dashboard/src/features/", pathNot: "^apps/dashboard/src/features/$1/" },
    },
    {
      name: "database-only-in-records",
      comment:
        "PostgreSQL is the second home: one package knows the database (benchmarks measure against it).",
      severity: "error",
      from: { pathNot: "^packages/(records|benchmarks)/" },
      to: { path: part("kysely", "better-sqlite3-multiple-ciphers") },
    },
    {
      name: "test-kits-only-in-tests",
      comment: "What sets a test up adds people and signs them in; no program may hold it.",
      severity: "error",
      from: { pathNot: "(\\.(test|fixture)\\.tsx?|/access/matrix\\.[a-z]+\\.ts)$" },
      to: { path: "(\\.fixture\\.tsx?|/access/matrix\\.[a-z]+\\.ts)$" },
    },
    {
      name: "fastify-only-in-server",
      comment: "Procedures must run in a test and in another host.",
      severity: "error",
      from: { pathNot: "^apps/server/" },
      to: { path: part("fastify", "@fastify/[^/]+") },
    },
    {
      name: "sign-in-library-only-in-sign-in",
      comment: "The library can be exchanged by exchanging one folder.",
      severity: "error",
      from: { pathNot: "^apps/server/src/sign-in/" },
      to: { path: part("better-auth", "@better-auth/[^/]+") },
    },
    {
      name: "react-only-in-dashboard",
      comment: "Nothing but the dashboard shows.",
      severity: "error",
      from: { pathNot: "^apps/dashboard/" },
      to: {
        path: part("react", "react-dom", "@types/react", "@types/react-dom", "@mantine/[^/]+", "recharts"),
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|test-results|\\.turbo)/" },
    // swc, because TypeScript 7 has no parser that other programs can call.
    parser: "swc",
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".css"],
    },
  },
};
