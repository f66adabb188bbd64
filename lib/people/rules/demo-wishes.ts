/**
 * What one may want to try in the demo, and whose account shows it: a short way in, by purpose. The accounts themselves are the
 * seed's (prisma/seed); a wish whose account is not there is not offered.
 */
export const demoWishes = [
  {
    group: "takePart",
    wishes: [
      { key: "apply", email: "newcomer@aadal.example" },
      { key: "offer", email: "offered@soendermark.example" },
      { key: "follow", email: "participant@fjordby.example" },
      { key: "hearing", email: "hearing@klitborg.example" },
      { key: "certified", email: "certified@aadal.example" },
    ],
  },
  {
    group: "train",
    wishes: [
      { key: "staff", email: "staff@komponent.example" },
      { key: "facilitator", email: "facilitator@komponent.example" },
    ],
  },
  {
    group: "certify",
    wishes: [
      { key: "assessor", email: "assessor@copi.example" },
      { key: "certifier", email: "certifier@copi.example" },
      { key: "certifier2", email: "certifier2@copi.example" },
    ],
  },
  {
    group: "lookAfter",
    wishes: [
      { key: "coordinator", email: "coordinator@fjordby.example" },
      { key: "admin", email: "admin@praksis.example" },
    ],
  },
] as const;

/** Accounts by what one may try with them, in the order of `demoWishes`, and those that no wish names. */
export function byWish<Account extends { readonly email: string }>(accounts: readonly Account[]) {
  const named = new Set<string>();
  const groups = demoWishes
    .map(({ group, wishes }) => ({
      group,
      wishes: wishes.flatMap(({ key, email }) => {
        const account = accounts.find((each) => each.email === email);
        if (account) named.add(email);
        return account ? [{ key, account }] : [];
      }),
    }))
    .filter(({ wishes }) => wishes.length > 0);
  return { groups, others: accounts.filter(({ email }) => !named.has(email)) };
}
