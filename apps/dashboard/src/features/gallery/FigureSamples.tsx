import { FigureView } from "../../charts/figure/FigureView.tsx";
import classes from "./gallery.module.css";
import { SAMPLE_FIGURES } from "./sample-figures.ts";

/** Every plot of program outcomes, in light and in dark, drawn by what draws the pages. */
export function FigureSamples() {
  return (
    <section className={classes.family} aria-label="Plots of program outcomes">
      <h2>Plots of program outcomes</h2>
      {SAMPLE_FIGURES.map(({ figure, name, meaning }) => (
        <section key={name} className={classes.plot} aria-label={name}>
          <h3>{name}</h3>
          <p className={classes.lead}>{meaning}</p>
          <div className={classes.sides}>
            {(["light", "dark"] as const).map((scheme) => (
              <div key={scheme} className={classes.side} data-mantine-color-scheme={scheme}>
                <FigureView figure={figure} label={`${name}, ${scheme}`} />
              </div>
            ))}
          </div>
        </section>
      ))}
    </section>
  );
}
