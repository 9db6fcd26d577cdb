/** Something that is not as it must be. `where` is a table, or an opaque id; never a name or a value. */
export interface VerifyProblem {
  readonly code:
    | "damaged"
    | "schema_differs"
    | "setting_wrong"
    | "broken_reference"
    | "record_unreadable"
    | "record_wrong"
    | "zone_differs"
    | "screen_without_row"
    | "summary_differs"
    | "findings_differ"
    | "summary_missing"
    | "summary_left_over"
    | "findings_left_over"
    | "outcomes_differ"
    | "revision_gap"
    | "revision_unreadable"
    | "import_unreadable"
    | "unfinished_import"
    | "audit_changed"
    | "audit_missing"
    | "audit_added"
    | "audit_reordered"
    | "audit_list_differs"
    | "audit_head_differs"
    | "audited_row_missing"
    | "audited_row_changed";
  readonly where: string;
  readonly message: string;
}
