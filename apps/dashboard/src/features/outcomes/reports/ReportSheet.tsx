import type { OutcomesReport, ReportBlock, ReportCell } from "@soundings/clinical";
import { FigureView } from "../../../charts/figure/FigureView.tsx";
import { ScrollBox } from "../../../ui/ScrollBox.tsx";
import classes from "./sheet.module.css";

type Table = Extract<ReportBlock, { kind: "table" }>;

function Cell({ cell: { text, withheld } }: { cell: ReportCell }) {
  return <span data-withheld={withheld || undefined}>{text}</span>;
}

/** Places of a table that never moves: a row is named by where it stands. */
function placed<One>(all: readonly One[]): readonly { readonly key: string; readonly one: One }[] {
  return all.map((one, place) => ({ key: String(place), one }));
}

function TableBlock({ table: { caption, columns, rows } }: { table: Table }) {
  return (
    <ScrollBox label={`${caption}, table`}>
      <table className={classes.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {placed(columns).map(({ key, one }) =>
              one === "" ? (
                <td key={key} />
              ) : (
                <th key={key} scope="col">
                  {one}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {placed(rows).map(({ key, one: [head, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{head ? <Cell cell={head} /> : null}</th>
              {placed(cells).map((cell) => (
                <td key={cell.key}>
                  <Cell cell={cell.one} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Block({ block }: { block: ReportBlock }) {
  switch (block.kind) {
    case "subheading":
      return <h4>{block.text}</h4>;
    case "paragraph":
      return <p>{block.text}</p>;
    case "note":
      return <p className={classes.note}>{block.text}</p>;
    case "list":
      return (
        <ul>
          {block.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      );
    case "table":
      return <TableBlock table={block} />;
    case "figure":
      return (
        <div className={classes.figure}>
          <FigureView figure={block.figure} label={block.caption} />
          <p className={classes.note}>{block.caption}</p>
        </div>
      );
  }
}

/** A report exactly as it was kept and as its PDF says it. Paper is light, whatever the screen is. */
export function ReportSheet({ report }: { report: OutcomesReport }) {
  return (
    <article className={classes.sheet} data-mantine-color-scheme="light" aria-label={report.title}>
      <h2>{report.title}</h2>
      {report.synthetic ? <p className={classes.synthetic}>Synthetic data: no real patients.</p> : null}
      <dl className={classes.about}>
        {report.about.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {report.sections.map(({ id, heading, blocks }) => (
        <section key={id} aria-labelledby={`report-${id}`}>
          <h3 id={`report-${id}`}>{heading}</h3>
          {placed(blocks).map(({ key, one }) => (
            <Block key={key} block={one} />
          ))}
        </section>
      ))}
    </article>
  );
}
