export { type DemoOptions, type DemoTables, demoClinic } from "./clinic.ts";
