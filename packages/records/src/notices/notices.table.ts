import type { Instant } from "@soundings/clinical";
import type { RoleHeld } from "../people/people.types.ts";

/** What a notice says beside whom it is about. Nothing of a patient: that stands in the opening. */
export interface NoticeDetail {
  /** Who did it, as the audit names them. */
  readonly by?: string;
  readonly roles?: readonly RoleHeld[];
}

export interface NoticeTable {
  notice_id: string;
  /** Who is told. */
  person_id: string;
  kind: "opened_outside" | "role_given" | "link_made" | "second_factor_removed";
  /** Whom it is about. */
  about_person_id: string;
  /** Of `opened_outside` only. */
  opening_id: string | null;
  /** JSON. */
  detail: string;
  at: Instant;
  seen_at: Instant | null;
}
