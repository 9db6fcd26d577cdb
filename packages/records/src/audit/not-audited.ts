/** What was to be shown or done could not be entered in the audit, so it was not; the cause says why. */
export class NotAudited extends Error {
  override readonly name = "NotAudited";
}
