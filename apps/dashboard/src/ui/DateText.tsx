import { dateWords } from "./dates.ts";

/** A civil date in words; the year is left out when it is that of `near`. */
export function DateText({ date, near }: { date: string; near?: string }) {
  return <time dateTime={date}>{dateWords(date, near)}</time>;
}
