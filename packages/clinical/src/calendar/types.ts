declare const brand: unique symbol;

/** A civil date of the site, `YYYY-MM-DD`, valid in the proleptic Gregorian calendar, years 0001 to 9999. Compares as text. */
export type CalendarDate = string & { readonly [brand]: "CalendarDate" };

/**
 * A moment in UTC, `YYYY-MM-DDTHH:MM:SSZ`, with `.sss` before the `Z` only when the milliseconds are not zero. Compared by
 * `instantToMs`: as text, `…05.500Z` would stand before `…05Z`.
 */
export type Instant = string & { readonly [brand]: "Instant" };

/** The name of an IANA time zone that the runtime knows, such as `America/Los_Angeles`. */
export type ZoneName = string & { readonly [brand]: "ZoneName" };
