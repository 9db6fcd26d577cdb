export function CaseloadPage() {
  return <h1>Caseload</h1>;
}
