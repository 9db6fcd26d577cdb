import { OutcomesFrame } from "../parts/OutcomesFrame.tsx";

export function ReportPage() {
  return (
    <OutcomesFrame page="reports" title="Report">
      {null}
    </OutcomesFrame>
  );
}
