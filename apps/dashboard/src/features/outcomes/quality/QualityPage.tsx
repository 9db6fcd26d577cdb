import { OutcomesFrame } from "../parts/OutcomesFrame.tsx";

export function QualityPage() {
  return (
    <OutcomesFrame page="quality" title="Data quality">
      {null}
    </OutcomesFrame>
  );
}
