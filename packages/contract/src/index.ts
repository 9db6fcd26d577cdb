export * from "./caseload.ts";
export * from "./dates.ts";
export * from "./patient.ts";
export * from "./rules.ts";
