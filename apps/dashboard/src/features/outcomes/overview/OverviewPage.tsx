import { OutcomesFrame } from "../parts/OutcomesFrame.tsx";

export function OverviewPage() {
  return (
    <OutcomesFrame page="overview" title="Program outcomes">
      {null}
    </OutcomesFrame>
  );
}
