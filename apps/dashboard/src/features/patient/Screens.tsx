import type { ScreenOnTimeline } from "@soundings/clinical";
import type { PatientPage } from "@soundings/contract";
import { datesInWords, dateWords } from "../../ui/dates.ts";
import { BareScreenSign } from "../../ui/marks/index.ts";
import { MarkWord } from "../../ui/marks/MarkWord.tsx";
import { METHOD_MARKS, NO_RESULT } from "../../ui/marks/screens.ts";
import { counted } from "../../ui/numbers.ts";
import { ScreenTable } from "./ScreenTable.tsx";
import { footnotes, notableResults, shownSigns, statisticsWords, unrecognizedWords } from "./screen-words.ts";
import classes from "./screens.module.css";
import tables from "./tables.module.css";

/** How many results that are not negative stand open; the earlier ones behind a title. */
const OPEN = 8;

function Statistics({ page }: { page: PatientPage }) {
  return (
    <dl className={classes.counts}>
      {statisticsWords(page.lens.screens, page.asOf).map(([term, words]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

type Notable = ReturnType<typeof notableResults>;

function NotableList({ results, near }: { results: Notable; near: string }) {
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

/** Results that are not negative, in words, beside what no rule knows of the medication. */
function NotableResults({ page }: { page: PatientPage }) {
  const notable = notableResults(page.picture.screens);
  const earlier = notable.slice(OPEN);
  const unknown = unrecognizedWords(page.lens.unrecognized);
  const hasPositive = notable.length > 0;
  return (
    <div className={classes.part}>
      <h3>{hasPositive ? "What is not plainly negative" : "No result is other than negative or pending"}</h3>
      {unknown && hasPositive ? <p className={classes.unknown}>{unknown}</p> : null}
      <NotableList results={notable.slice(0, OPEN)} near={page.asOf} />
      {earlier.length > 0 ? (
        <details className={tables.details}>
          <summary>
            Earlier <span className={tables.count}>{counted(earlier.length, "result")}</span>
          </summary>
          <NotableList results={earlier} near={page.asOf} />
        </details>
      ) : null}
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
