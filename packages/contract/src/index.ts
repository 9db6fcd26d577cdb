export * from "./caseload.ts";
export * from "./dates.ts";
export * from "./errors.ts";
export * from "./events.ts";
export * from "./imports.ts";
export * from "./patient.ts";
export * from "./rules.ts";
export * from "./site.ts";
