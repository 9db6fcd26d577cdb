interface Planned {
  readonly plannedWeeksMin: number | null;
  readonly plannedWeeksMax: number | null;
}

/** `8–12`, `up to 12`, `8 or more`; null where no length is planned. */
export function plannedWeeks({ plannedWeeksMin: min, plannedWeeksMax: max }: Planned): string | null {
  if (min === null) return max === null ? null : `up to ${max}`;
  if (max === null) return `${min} or more`;
  return min === max ? `${max}` : `${min}–${max}`;
}
