import type { ReactNode } from "react";
import type { Mark } from "../../ui/marks/mark.ts";
import classes from "./gallery.module.css";

export interface MarkSample {
  readonly mark: Mark;
  /** Drawn by the very component that the pages use. */
  readonly drawn: ReactNode;
}

interface MarkTableProps {
  readonly title: string;
  readonly samples: readonly MarkSample[];
}

const SCHEMES = ["light", "dark"] as const;

function Side({ scheme, title, samples }: MarkTableProps & { scheme: (typeof SCHEMES)[number] }) {
  return (
    <div className={classes.side} data-mantine-color-scheme={scheme}>
      <table className={classes.table}>
        <caption className="visually-hidden">{`${title}, ${scheme}`}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Mark</th>
            <th scope="col">Word</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {samples.map(({ mark, drawn }) => (
            <tr key={mark.id}>
              <td className={classes.drawn}>{drawn}</td>
              <th scope="row">{mark.word}</th>
              <td className={classes.meaning}>{mark.meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One family of marks, in light and in dark. */
export function MarkTable({ title, samples }: MarkTableProps) {
  return (
    <section className={classes.family} aria-label={title}>
      <h2>{title}</h2>
      <div className={classes.sides}>
        {SCHEMES.map((scheme) => (
          <Side key={scheme} scheme={scheme} title={title} samples={samples} />
        ))}
      </div>
    </section>
  );
}
