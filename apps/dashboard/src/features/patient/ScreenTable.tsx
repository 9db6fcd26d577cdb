import {
  analyteName,
  type CalendarDate,
  type ScreenOnTimeline,
  type ScreenResultMark,
  type SpecimenFact,
} from "@soundings/clinical";
import { useRecordActions } from "../../lib/record-actions.ts";
import { datesInWords, dateWords } from "../../ui/dates.ts";
import { Glyph } from "../../ui/marks/Glyph.tsx";
import { BareScreenSign } from "../../ui/marks/index.ts";
import { METHOD_MARKS, NO_RESULT, signOfScreen } from "../../ui/marks/screens.ts";
import { ScrollBox } from "../../ui/ScrollBox.tsx";
import { correctFrom } from "./correct-from.ts";
import { moveInGrid } from "./grid-keys.ts";
import { cutoffWords, factNames, factUnit, footnotes, noResultWord, screenWords } from "./screen-words.ts";
import classes from "./screens.module.css";

/** Analytes in the order in which the screens name them, each once. */
function analytesOf(screens: readonly ScreenOnTimeline[]): string[] {
  return [...new Set(screens.flatMap(({ results }) => results.map(({ analyte }) => analyte)))];
}

const cell = { tabIndex: -1, "data-cell": true } as const;

function SignOfResult({ result, notes }: { result: ScreenResultMark; notes: readonly string[] }) {
  const note = result.interference === null ? 0 : notes.indexOf(result.interference) + 1;
  return (
    <span className={classes.sign}>
      <span>
        <BareScreenSign mark={result.mark} />
        {note > 0 ? <sup>{note}</sup> : null}
      </span>
      {result.method ? <Glyph mark={METHOD_MARKS[result.method]} size={14} /> : null}
    </span>
  );
}

interface ResultCellProps {
  readonly screen: ScreenOnTimeline;
  readonly analyte: string;
  readonly notes: readonly string[];
}

function ResultCell({ screen, analyte, notes }: ResultCellProps) {
  const results = screen.results.filter((result) => result.analyte === analyte);
  const [first] = results;
  if (!first) {
    const words = `${dateWords(screen.on)}, ${analyteName(analyte)}: ${NO_RESULT.word}, this screen does not report it`;
    return (
      <td {...cell} className={classes.untested} data-hint={words}>
        <span aria-hidden="true">{NO_RESULT.symbol}</span>
        <span className="visually-hidden">{words}</span>
      </td>
    );
  }
  const words = results
    .flatMap(({ text, interference }) => (interference === null ? [text] : [text, interference]))
    .map((text) => datesInWords(text, screen.on))
    .join("\n");
  return (
    <td
      {...cell}
      data-hint={`${dateWords(screen.on)}\n${words}`}
      data-correct={`${screen.screenId}/${analyte}/${first.method ?? ""}`}
    >
      <span aria-hidden="true" className={classes.signs}>
        {results.map((result) => (
          <SignOfResult key={`${result.method}${result.text}`} result={result} notes={notes} />
        ))}
      </span>
      <span className="visually-hidden">{words}</span>
    </td>
  );
}

interface RowsProps {
  readonly screens: readonly ScreenOnTimeline[];
  readonly notes: readonly string[];
}

/** Screens without any result leave one empty place with the reason, down all rows. */
function AnalyteRows({ screens, notes }: RowsProps) {
  const analytes = analytesOf(screens);
  return analytes.map((analyte, place) => {
    const cutoff = cutoffWords(screens, analyte);
    return (
      <tr key={analyte}>
        <th scope="row">
          {analyteName(analyte)}
          {cutoff ? <span className={classes.cutoff}> {cutoff}</span> : null}
        </th>
        {screens.map((screen) => {
          const none = noResultWord(screen);
          if (none === null) {
            return <ResultCell key={screen.screenId} screen={screen} analyte={analyte} notes={notes} />;
          }
          return place === 0 ? (
            <td
              {...cell}
              key={screen.screenId}
              rowSpan={analytes.length}
              className={classes.hole}
              data-hint={screenWords(screen)}
            >
              <span>{none}</span>
            </td>
          ) : null;
        })}
      </tr>
    );
  });
}

/** The value with its unit; the unit is only heard where it stands at the head of the row. */
function FactValue({ fact: { value, unit }, isBare }: { fact: SpecimenFact; isBare: boolean }) {
  if (unit === null) return value;
  return (
    <>
      {value} <span className={isBare ? "visually-hidden" : undefined}>{unit}</span>
    </>
  );
}

function FactRows({ screens }: { screens: readonly ScreenOnTimeline[] }) {
  return factNames(screens).map((name) => (
    <tr key={name}>
      <th scope="row">
        {name} <span className={classes.cutoff}>{factUnit(screens, name)}</span>
      </th>
      {screens.map(({ screenId, specimenFacts, on }) => {
        const fact = specimenFacts.find((one) => one.name === name);
        const words = fact
          ? [fact.value, fact.unit].filter((part) => part !== null).join(" ")
          : "not reported";
        return (
          <td
            {...cell}
            key={screenId}
            className={fact ? undefined : classes.untested}
            data-hint={`${dateWords(on)}, ${name}: ${words}`}
          >
            {fact ? <FactValue fact={fact} isBare={factUnit(screens, name) !== null} /> : null}
            {fact ? null : <span aria-hidden="true">{NO_RESULT.symbol}</span>}
            {fact ? null : <span className="visually-hidden">{words}</span>}
          </td>
        );
      })}
    </tr>
  ));
}

/** Substances by dates; every cell has its words on focus, and an empty one says why. */
export function ScreenTable({ screens, near }: { screens: readonly ScreenOnTimeline[]; near: CalendarDate }) {
  const { correct } = useRecordActions();
  const notes = footnotes(screens);
  const latest = screens.at(-1);
  const correctScreen = correctFrom(correct, "screen");
  const correctResult = correctFrom(correct, "screen_result");
  return (
    <ScrollBox label="Results by analyte and date" byTime>
      <table className={classes.matrix} onKeyDown={moveInGrid}>
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
        <tbody
          onDoubleClick={correctScreen}
          onKeyDown={(event) => event.key === "Enter" && correctScreen(event)}
        >
          <tr className={classes.whole}>
            <th scope="row">Screen</th>
            {screens.map((screen) => (
              <td
                key={screen.screenId}
                tabIndex={screen === latest ? 0 : -1}
                data-cell
                data-hint={screenWords(screen)}
                data-correct={screen.screenId}
              >
                <BareScreenSign mark={signOfScreen(screen)} />
                <span className="visually-hidden">{datesInWords(screen.text, screen.on)}</span>
              </td>
            ))}
          </tr>
        </tbody>
        <tbody
          onDoubleClick={correctResult}
          onKeyDown={(event) => event.key === "Enter" && correctResult(event)}
        >
          <AnalyteRows screens={screens} notes={notes} />
        </tbody>
        <tbody className={classes.facts}>
          <FactRows screens={screens} />
        </tbody>
      </table>
    </ScrollBox>
  );
}
