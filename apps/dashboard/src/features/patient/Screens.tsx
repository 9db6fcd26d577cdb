import {
  analyteName,
  type CalendarDate,
  type EpisodePicture,
  type ScreenOnTimeline,
} from "@soundings/clinical";
import { datesInWords, dateWords } from "../../ui/dates.ts";
import { ScreenSymbol } from "../../ui/marks/index.ts";
import { NO_RESULT } from "../../ui/marks/screens.ts";
import { ScrollBox } from "./ScrollBox.tsx";
import classes from "./tables.module.css";

/** Analytes in the order in which the screens name them, each once. */
function analytesOf(screens: readonly ScreenOnTimeline[]): string[] {
  return [...new Set(screens.flatMap(({ results }) => results.map(({ analyte }) => analyte)))];
}

interface CellProps {
  readonly screen: ScreenOnTimeline;
  readonly analyte: string;
}

function ResultCell({ screen, analyte }: CellProps) {
  const results = screen.results.filter((result) => result.analyte === analyte);
  return (
    <td>
      {results.length === 0 ? (
        <span className={classes.untested} data-hint={NO_RESULT.word}>
          {NO_RESULT.symbol}
          <span className="visually-hidden">{NO_RESULT.word}</span>
        </span>
      ) : null}
      {results.map((result) => (
        <ScreenSymbol
          key={`${result.method}${result.text}`}
          mark={result.mark}
          text={datesInWords(result.text, screen.on)}
          focusable
        />
      ))}
    </td>
  );
}

function ScreenGrid({ screens, near }: { screens: readonly ScreenOnTimeline[]; near: CalendarDate }) {
  return (
    <ScrollBox label="Results by analyte and date" byTime>
      <table className={classes.matrix}>
        <caption className="visually-hidden">Drug screen results by analyte and date</caption>
        <thead>
          <tr>
            <th scope="col">Date</th>
            {screens.map((screen) => (
              <th key={screen.screenId} scope="col">
                {dateWords(screen.on, near)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Screen</th>
            {screens.map((screen) => (
              <td key={screen.screenId}>
                <ScreenSymbol mark={screen.mark} text={datesInWords(screen.text, screen.on)} focusable />
              </td>
            ))}
          </tr>
          {analytesOf(screens).map((analyte) => (
            <tr key={analyte}>
              <th scope="row">{analyteName(analyte)}</th>
              {screens.map((screen) => (
                <ResultCell key={screen.screenId} screen={screen} analyte={analyte} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** Drug screens as analytes by dates. */
export function Screens({ picture }: { picture: EpisodePicture }) {
  const { screens, asOf } = picture;
  return (
    <section className={classes.section} aria-labelledby="screens">
      <h2 id="screens" className={classes.title}>
        Drug screens
      </h2>
      {screens.length === 0 ? (
        <p className={classes.empty}>No drug screen is known in this stay. That is not a negative result.</p>
      ) : (
        <ScreenGrid screens={screens} near={asOf} />
      )}
    </section>
  );
}
