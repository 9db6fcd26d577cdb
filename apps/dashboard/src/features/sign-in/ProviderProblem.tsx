import { Notice } from "../../ui/Notice.tsx";

/** A single sign-on that came back without anybody: the same words for every reason, as they reach whoever tries. */
export function ProviderProblem({ name = "Single sign-on" }: { name?: string | undefined }) {
  return (
    <Notice kind="problem" title={`${name} did not sign anybody in.`}>
      It was stopped there, took too long, or is not tied to an account of this clinic. Nothing was changed.
      Try again, or sign in by password. If it happens again, ask an administrator of your clinic.
    </Notice>
  );
}
