/** The parts of the overview in their order. */
export const SECTIONS = [
  { id: "five", title: "Five figures, and the year before" },
  { id: "flow", title: "From discharged to analyzed" },
  { id: "measures", title: "Outcomes" },
  { id: "change", title: "Change of scores" },
  { id: "retention", title: "Retention" },
  { id: "ended", title: "How stays ended" },
  { id: "attendance", title: "Attendance" },
  { id: "screens", title: "Drug screens" },
  { id: "weeks", title: "Measurement by week of stay" },
  { id: "context", title: "National context" },
] as const;
export type SectionId = (typeof SECTIONS)[number]["id"];

export function titleOf(id: SectionId): string {
  return SECTIONS.find((section) => section.id === id)?.title ?? "";
}
