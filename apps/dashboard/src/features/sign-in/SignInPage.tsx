import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { auth } from "../../lib/auth.ts";
import { Notice } from "../../ui/Notice.tsx";
import { PageFrame } from "../../ui/PageFrame.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { DemoAccounts } from "./DemoAccounts.tsx";
import { ProviderProblem } from "./ProviderProblem.tsx";
import { SignInForm } from "./SignInForm.tsx";
import classes from "./sign-in.module.css";
import { useSignIn } from "./useSignIn.ts";

const route = getRouteApi("/sign-in");

/** Nobody can sign in yet: how the first person comes to an account. */
function NobodyYet() {
  return (
    <Notice kind="empty" title="Nobody has an account here yet.">
      On the machine that runs Soundings, make the first administrator:{" "}
      <code>soundings user add --role administrator --email ada@clinic.example --name "Ada Example"</code>. It
      prints a link with which a password is chosen. Then reload this page.
    </Notice>
  );
}

/** On to where one wanted to go, with nothing left of whoever was signed in before. */
function useEnter(): () => Promise<void> {
  const router = useRouter();
  const queryClient = useQueryClient();
  return async () => {
    queryClient.getQueryCache().clear();
    await router.navigate({ to: "/", replace: true });
  };
}

export function SignInPage() {
  const { problem, step } = route.useSearch();
  const way = useSignIn(useEnter(), step === "second-factor" ? "second_factor" : "password");
  const query = useQuery({ queryKey: ["auth", "page"], queryFn: auth.page });
  const page = query.data;
  return (
    <div className={classes.page}>
      <PageFrame title="Sign in">
        <QueryProblem error={query.error} onRetry={query.refetch} />
        {problem === "provider" && way.isFresh ? <ProviderProblem name={page?.provider?.name} /> : null}
        {page?.empty ? <NobodyYet /> : <SignInForm page={page} way={way} />}
        <p className={classes.quiet}>
          {way.step === "password"
            ? "No account, or a lost password? An administrator of your clinic gives you a link to choose one."
            : "Neither the app nor a recovery code at hand? An administrator of your clinic can take the second factor off your account."}
        </p>
        {page ? <DemoAccounts accounts={page.demoAccounts} way={way} /> : null}
      </PageFrame>
    </div>
  );
}
