import { OutcomesFrame } from "../parts/OutcomesFrame.tsx";
import { QuestionBar } from "../parts/QuestionBar.tsx";

export function OverviewPage() {
  return (
    <OutcomesFrame page="overview" title="Program outcomes" question={<QuestionBar compares />}>
      {null}
    </OutcomesFrame>
  );
}
