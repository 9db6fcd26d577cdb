const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** `2026-03-14` as `Mar 14`, with the year when it is not that of `near`; text that is no date stays as it is. */
export function dateWords(date: string, near?: string): string {
  const [year, month, day] = date.split("-");
  const name = MONTHS[Number(month) - 1];
  if (!year || !name || !day) return date;
  const short = `${name} ${Number(day)}`;
  return near?.startsWith(year) ? short : `${short}, ${year}`;
}

/** A sentence with its civil dates in words, as the rest of a page has them. */
export function datesInWords(sentence: string, near?: string): string {
  return sentence.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => dateWords(date, near));
}
