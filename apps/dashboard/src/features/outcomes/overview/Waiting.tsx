import { Bar } from "../../../ui/Skeleton.tsx";
import { Section } from "../parts/Section.tsx";
import classes from "./overview.module.css";
import { SECTIONS } from "./sections.ts";

const WIDTHS = [38, 52, 44, 48] as const;

/** The page as it will stand, without its values. */
export function Waiting() {
  return (
    <div className={classes.waiting} aria-busy="true">
      <div className={classes.answer}>
        <Bar width={64} />
        <Bar width={52} />
      </div>
      {SECTIONS.map(({ id, title }) => (
        <Section key={id} id={id} title={title}>
          {WIDTHS.map((width) => (
            <Bar key={width} width={width} />
          ))}
        </Section>
      ))}
    </div>
  );
}
