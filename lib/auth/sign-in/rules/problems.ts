/** The refusals that the sign-in page explains, where a redirect brought somebody to it: their codes, and nothing else. */
const problems = [
  "origin",
  "signIn.linkSpent",
  "signIn.closed",
  "signIn.providerFailed",
  "signIn.linkFirst",
  "signIn.emailUnverified",
  "signIn.otherPerson",
  "signIn.notAskedAgain",
  "signIn.accountTaken",
  "signIn.linkSessionGone",
] as const;

export type SignInProblem = (typeof problems)[number];

/** Whether what an address says is one of them. */
export function isSignInProblem(given: string | undefined): given is SignInProblem {
  return problems.some((problem) => problem === given);
}
