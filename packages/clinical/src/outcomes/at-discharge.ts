/** A PHQ-9 counts as one of the discharge from this many days before it to this many after it. */
export const AT_DISCHARGE = { daysBefore: 13, daysAfter: 7 } as const;
