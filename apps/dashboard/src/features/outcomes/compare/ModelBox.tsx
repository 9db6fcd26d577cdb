import type { SeverityModel } from "@soundings/clinical";
import { Definition } from "../parts/Definition.tsx";
import { fixed, percentWords } from "../parts/number-words.ts";
import { PlainTable } from "../parts/PlainTable.tsx";
import classes from "./compare.module.css";
import { ADJUSTED_MEANS, modelWords, termWords, unfittedWords } from "./words.ts";

/** By what the groups were adjusted and how well it fits, or why they were not; alone it has the width of the page. */
export function ModelBox({ model, alone }: { readonly model: SeverityModel; readonly alone: boolean }) {
  const exactly = <Definition id="method-adjustment">How it is adjusted</Definition>;
  if (!model.fitted) {
    return (
      <p className={classes.read}>
        {unfittedWords(model)} {exactly}
      </p>
    );
  }
  const { what, fit } = modelWords(model);
  return (
    <div className={alone ? classes.pair : classes.model}>
      <div className={classes.model}>
        <p className={classes.read}>{ADJUSTED_MEANS}</p>
        <p className={classes.read}>
          {what} {fit} {exactly}
        </p>
      </div>
      <div className={classes.tables}>
        <PlainTable
          caption="Covariates"
          showsCaption
          columns={["Covariate", "Coefficient", "Standard error"]}
          rows={model.terms.map(({ term, estimate, standardError }) => ({
            key: term,
            cells: [termWords(term), fixed(estimate, 3), fixed(standardError, 3)],
          }))}
        />
        {model.calibration.length === 0 ? null : (
          <PlainTable
            caption="Calibration: tenths of the stays by what the model expects"
            showsCaption
            columns={["Tenth", "n", "Expected", "Observed"]}
            rows={model.calibration.map(({ n, expected, observed }, place) => ({
              key: String(place),
              cells: [place + 1, n.toLocaleString("en-US"), percentWords(expected), percentWords(observed)],
            }))}
          />
        )}
      </div>
    </div>
  );
}
