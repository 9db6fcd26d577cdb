import type { CaseloadFilter } from "@soundings/contract";
import { useNavigate } from "@tanstack/react-router";
import { ChoiceField } from "../../ui/fields.tsx";
import { COLUMNS } from "./columns/index.ts";
import classes from "./Filters.module.css";
import { listAt, withChoice } from "./search.ts";

const SORTS = COLUMNS.flatMap((column) => column.sorts);
const CHOICES = SORTS.filter(({ key }) => key !== "urgency").map(({ key, name }) => ({
  value: key,
  label: `By ${name}`,
}));

/** Where rows are blocks there are no headings to sort by. */
export function SortField({ filter }: { filter: CaseloadFilter }) {
  const navigate = useNavigate();
  const choose = (key: string | undefined) => {
    const sort = SORTS.find((one) => one.key === key);
    const next = withChoice(filter, { sort: sort?.key, dir: sort?.first });
    navigate({ ...listAt(next), replace: true });
  };
  return (
    <div className={classes.onlyNarrow}>
      <ChoiceField
        label="Order"
        all="By urgency"
        value={filter.sort}
        groups={[{ choices: CHOICES }]}
        onChoose={choose}
      />
    </div>
  );
}
