import { OutcomesFrame } from "../parts/OutcomesFrame.tsx";

export function ComparePage() {
  return (
    <OutcomesFrame page="compare" title="Groups compared">
      {null}
    </OutcomesFrame>
  );
}
