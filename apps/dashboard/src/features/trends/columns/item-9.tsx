import { dateWords } from "../../../ui/dates.ts";
import { NoDataText } from "../../../ui/marks/index.ts";
import classes from "../trends.module.css";
import { answerWords } from "../words.ts";
import type { TrendColumn } from "./column.ts";

export const item9Column: TrendColumn = {
  id: "item9",
  label: "Item 9",
  sort: null,
  track: "minmax(84px, 0.6fr)",
  cell: ({ item9, reasons }, { asOf }) => {
    if (item9 === null) return <NoDataText missing="no PHQ-9" />;
    return (
      <span className={classes.since}>
        {item9.answer === null ? (
          <NoDataText missing="not answered" />
        ) : (
          <span data-said={item9.answer > 0 || undefined} className={classes.answer}>
            {answerWords(item9.answer)}
          </span>
        )}
        <span className={classes.detail}>{dateWords(item9.on, asOf)}</span>
        {item9.answer === null && reasons.includes("item_9") ? (
          <span className={classes.detail}>the last known answer is positive</span>
        ) : null}
      </span>
    );
  },
};
