"use server";
import { personOf } from "@/lib/auth/acting";
import { action } from "@/lib/auth/action";
import {
  mayAdministrate,
  mayCloseAccount,
  mayEndRole,
  mayGrantRole,
  mayManageOwnAccount,
  mayReopenAccount,
} from "@/lib/auth/policy/people";
import { closeAccount, createPerson, loadCloseFacts, reopenAccount } from "./commands/manage-person";
import { endRole, grantRole, loadEndFacts, loadGrantFacts } from "./commands/manage-role";
import { chooseLanguage, disconnectAccount, updateOwnAccount, welcomePerson } from "./commands/own-account";
import {
  accountInput,
  accountStateInput,
  endRoleInput,
  languageInput,
  personInput,
  roleInput,
  signInAccountInput,
  welcomeInput,
} from "./schema";

/** Answers the first sign-in's question for a name. */
export const welcomeAction = action({
  name: "person.welcome",
  permission: "account.manage",
  input: welcomeInput,
  load: async ({ acting }) => ({ personId: personOf(acting) }),
  policy: mayManageOwnAccount,
  run: async (work, _own, { name, locale, callbackUrl }) => {
    return { redirectTo: await welcomePerson(work, { name, locale }, callbackUrl), locale };
  },
});

/** Somebody changes their own account. */
export const updateAccountAction = action({
  name: "person.updateOwn",
  permission: "account.manage",
  input: accountInput,
  load: async ({ acting }) => ({ personId: personOf(acting) }),
  policy: mayManageOwnAccount,
  run: async (work, _own, details) => {
    await updateOwnAccount(work, details);
    return { message: "sign-in.account.saved", locale: details.locale };
  },
});

/** The language switch of every page, for whoever is signed in (app/preferences). */
export const chooseLanguageAction = action({
  name: "person.chooseLanguage",
  permission: "account.manage",
  input: languageInput,
  load: async ({ acting }) => ({ personId: personOf(acting) }),
  policy: mayManageOwnAccount,
  run: async (work, _own, { locale }) => {
    await chooseLanguage(work, locale);
    return { locale };
  },
});

/** Somebody disconnects a sign-in provider from their own account. */
export const disconnectAccountAction = action({
  name: "signIn.disconnectAccount",
  permission: "account.manage",
  recentSignIn: true,
  input: signInAccountInput,
  load: ({ tx, acting }, { accountId }) =>
    tx.signInAccount.findFirst({
      where: { id: accountId, personId: personOf(acting) },
      select: { id: true, personId: true },
    }),
  policy: mayManageOwnAccount,
  run: async (work, account) => {
    await disconnectAccount(work, account.id);
    return { message: "sign-in.account.disconnected" };
  },
});

/** An administrator adds a person. */
export const createPersonAction = action({
  name: "person.create",
  permission: "role.manage",
  input: personInput,
  load: async () => ({}),
  policy: mayAdministrate,
  run: async (work, _none, details) => ({
    message: "admin.people.created",
    redirectTo: `/admin/people/${await createPerson(work, details)}`,
  }),
});

/** An administrator gives somebody a role. */
export const grantRoleAction = action({
  name: "role.grant",
  permission: "role.manage",
  recentSignIn: true,
  input: roleInput,
  load: loadGrantFacts,
  policy: mayGrantRole,
  run: async (work, _facts, request) => {
    await grantRole(work, request);
    return { message: "admin.people.granted" };
  },
});

/** An administrator ends somebody's role. */
export const endRoleAction = action({
  name: "role.end",
  permission: "role.manage",
  recentSignIn: true,
  input: endRoleInput,
  load: (work, { grantId }) => loadEndFacts(work, grantId),
  policy: mayEndRole,
  run: async (work, facts) => {
    await endRole(work, facts);
    return { message: "admin.people.ended" };
  },
});

const loadPerson = async (
  { tx }: { tx: Parameters<typeof loadEndFacts>[0]["tx"] },
  { personId }: { personId: string },
) => {
  const person = await tx.person.findUnique({ where: { id: personId }, select: { id: true } });
  return person && { personId: person.id };
};

/** An administrator closes somebody's account. */
export const closeAccountAction = action({
  name: "person.close",
  permission: "role.manage",
  recentSignIn: true,
  input: accountStateInput,
  load: (work, { personId }) => loadCloseFacts(work, personId),
  policy: mayCloseAccount,
  run: async (work, { personId }) => {
    await closeAccount(work, personId);
    return { message: "admin.people.closed" };
  },
});

/** An administrator opens a closed account again. */
export const reopenAccountAction = action({
  name: "person.reopen",
  permission: "role.manage",
  recentSignIn: true,
  input: accountStateInput,
  load: loadPerson,
  policy: mayReopenAccount,
  run: async (work, { personId }) => {
    await reopenAccount(work, personId);
    return { message: "admin.people.reopened" };
  },
});
