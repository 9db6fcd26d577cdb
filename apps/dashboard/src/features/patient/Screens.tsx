import type { ScreenOnTimeline } from "@soundings/clinical";
import type { PatientPage } from "@soundings/contract";
import { datesInWords, dateWords } from "../../ui/dates.ts";
import { BareScreenSign } from "../../ui/marks/index.ts";
import { MarkWord } from "../../ui/marks/MarkWord.tsx";
import { METHOD_MARKS, NO_RESULT } from "../../ui/marks/screens.ts";
import { counted } from "../../ui/numbers.ts";
import { ScreenTable } from "./ScreenTable.tsx";
import {
  footnotes,
  lackingWords,
  type NotableResult,
  notableResults,
  shownSigns,
  statisticsWords,
  unrecognizedWords,
} from "./screen-words.ts";
import classes from "./screens.module.css";
import tables from "./tables.module.css";

/** How many results that are not negative stand open; the earlier ones behind a title. */
const OPEN = 8;

function Statistics({ page }: { page: PatientPage }) {
  return (
    <dl className={classes.counts}>
      {statisticsWords(page.lens.screens, page.asOf, lackingWords(page.picture.screens)).map(
        ([term, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function NotableList({ results, near }: { results: readonly NotableResult[]; near: string }) {
  return (
    <ul className={classes.notable}>
      {results.map(({ screen, result }) => (
        <li key={`${screen.screenId}${result.analyte}${result.method}${result.text}`}>
          <time dateTime={screen.on}>{dateWords(screen.on, near)}</time>
          <BareScreenSign mark={result.mark} />
          <span>{datesInWords(result.text, near)}</span>
        </li>
      ))}
    </ul>
  );
}

interface FoldedProps {
  readonly title: string;
  readonly results: readonly NotableResult[];
  readonly near: string;
}

function Folded({ title, results, near }: FoldedProps) {
  if (results.length === 0) return null;
  return (
    <details className={tables.details}>
      <summary>
        {title} <span className={tables.count}>{counted(results.length, "result")}</span>
      </summary>
      <NotableList results={results} near={near} />
    </details>
  );
}

/** Results that are not negative, in words, beside what no rule knows of the medication. */
function NotableResults({ page }: { page: PatientPage }) {
  const { notable, prescribed } = notableResults(page.picture.screens);
  const unknown = unrecognizedWords(page.lens.unchecked);
  const isPositive = notable.length > 0;
  return (
    <div className={classes.part}>
      <h3>{isPositive ? "Neither negative nor as prescribed" : "No result asks for a second look"}</h3>
      {unknown && isPositive ? <p className={classes.unknown}>{unknown}</p> : null}
      <NotableList results={notable.slice(0, OPEN)} near={page.asOf} />
      <Folded title="Earlier" results={notable.slice(OPEN)} near={page.asOf} />
      <Folded title="Positive as prescribed" results={prescribed} near={page.asOf} />
    </div>
  );
}

function Footnotes({ screens }: { screens: readonly ScreenOnTimeline[] }) {
  const notes = footnotes(screens);
  if (notes.length === 0) return null;
  return (
    <ol className={classes.footnotes} aria-label="What a test may take for something else">
      {notes.map((note, place) => (
        <li key={note}>
          <sup>{place + 1}</sup> {note}
        </li>
      ))}
    </ol>
  );
}

/** The words of the signs above, and of nothing else. */
function Legend({ screens }: { screens: readonly ScreenOnTimeline[] }) {
  const methods = [
    ...new Set(screens.flatMap(({ results }) => results.flatMap(({ method }) => method ?? []))),
  ];
  return (
    <ul className={classes.legend} aria-label="Signs of the table">
      {shownSigns(screens).map((sign) => (
        <li key={sign.id}>
          <span className={classes.legendSign} style={{ color: sign.tone }}>
            {sign.symbol}
          </span>{" "}
          {sign.word}
        </li>
      ))}
      <li>
        <span className={classes.legendSign}>{NO_RESULT.symbol}</span> {NO_RESULT.word}
      </li>
      {methods.map((method) => (
        <li key={method}>
          <MarkWord mark={METHOD_MARKS[method]} />
        </li>
      ))}
    </ul>
  );
}

/** Drug screens: the counts, substances by dates, and what is not negative in words. Nothing is filled in. */
export function Screens({ page }: { page: PatientPage }) {
  const { screens, asOf } = page.picture;
  return (
    <section className={tables.section} aria-labelledby="screens">
      <h2 id="screens" className={tables.title}>
        Drug screens
      </h2>
      {screens.length === 0 ? (
        <p className={tables.empty}>No drug screen is known in this stay. That is not a negative result.</p>
      ) : (
        <>
          <Statistics page={page} />
          <ScreenTable screens={screens} near={asOf} />
          <Footnotes screens={screens} />
          <Legend screens={screens} />
          <NotableResults page={page} />
        </>
      )}
    </section>
  );
}
