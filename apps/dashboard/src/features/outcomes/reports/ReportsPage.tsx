import { OutcomesFrame } from "../parts/OutcomesFrame.tsx";

export function ReportsPage() {
  return (
    <OutcomesFrame page="reports" title="Reports">
      {null}
    </OutcomesFrame>
  );
}
