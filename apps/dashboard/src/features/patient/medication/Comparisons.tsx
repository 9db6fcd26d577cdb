import type { ComparedValue, Comparison } from "@soundings/clinical";
import { datesInWords, dateWords } from "../../../ui/dates.ts";
import { ComparedText, NoDataText } from "../../../ui/marks/index.ts";
import { ScrollBox } from "../../../ui/ScrollBox.tsx";
import { changesWords, daysWords, fromTo, missingChange } from "../../../ui/since-words.ts";
import classes from "./medication.module.css";

function Value({ value, asOf }: { value: ComparedValue; asOf: string }) {
  const numbers = fromTo(value);
  if (numbers === null) return <NoDataText missing={`no ${value.name}`} />;
  return (
    <span className={classes.since}>
      <span className={classes.numbers}>{numbers}</span>
      {value.change === null ? (
        <NoDataText missing={missingChange(value)} />
      ) : (
        <ComparedText change={value.change} reliable={value.reliable} values={value.n} />
      )}
      <span className={classes.detail}>{daysWords(value, asOf)}</span>
    </span>
  );
}

function headOf({ since, on, text }: Comparison, asOf: string): string {
  if (since === "admission") return `Since admission, ${dateWords(on, asOf)}`;
  return `Since ${dateWords(on, asOf)}: ${text === null ? "medication change" : datesInWords(changesWords(text), asOf)}`;
}

interface ComparisonsProps {
  readonly comparisons: readonly Comparison[];
  readonly asOf: string;
}

/** The scores and clusters since the last change and since admission. It says when, not why. */
export function Comparisons({ comparisons, asOf }: ComparisonsProps) {
  const rows = comparisons[0]?.values ?? [];
  if (rows.length === 0) return <p className={classes.none}>No data to compare.</p>;
  return (
    <ScrollBox label="Scores and clusters since the last medication change and since admission">
      <table className={classes.table}>
        <caption className="visually-hidden">
          Scores and clusters since the last medication change and since admission
        </caption>
        <thead>
          <tr>
            <td />
            {comparisons.map((comparison) => (
              <th key={comparison.since} scope="col">
                {headOf(comparison, asOf)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, max }) => (
            <tr key={id}>
              <th scope="row">
                {name} <span className={classes.detail}>of {max}</span>
              </th>
              {comparisons.map((comparison) => {
                const value = comparison.values.find((one) => one.id === id);
                return (
                  <td key={comparison.since}>
                    {value === undefined ? <NoDataText /> : <Value value={value} asOf={asOf} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
