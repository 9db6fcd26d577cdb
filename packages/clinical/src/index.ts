export type { CalendarDate, Instant, ZoneName } from "./calendar/types.ts";
export * from "./records/codes.ts";
export type * from "./records/types.ts";
export * from "./findings/types.ts";
export * from "./step-down/types.ts";
export * from "./summary/types.ts";
export * from "./records/incoming.ts";
export * from "./picture/types.ts";
