export { type DemoOptions, type DemoTables, demoClinic } from "./clinic.ts";
export type { DemoLife } from "./life/types.ts";
export { STORIES } from "./stories/stories.ts";
export type { Story } from "./stories/story.ts";
export { writeDemoClinic } from "./write.ts";
