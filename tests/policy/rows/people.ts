import { randomUUID } from "node:crypto";
import { endAllSessionsAction, endSessionAction } from "@/lib/auth/sign-in/actions";
import {
  chooseLanguageAction,
  closeAccountAction,
  createPersonAction,
  disconnectAccountAction,
  endRoleAction,
  grantRoleAction,
  reopenAccountAction,
  updateAccountAction,
  welcomeAction,
} from "@/lib/people/actions";
import { getAccount } from "@/lib/people/queries/get-account";
import { getPerson } from "@/lib/people/queries/get-person";
import { listDemoAccounts } from "@/lib/people/queries/list-demo-accounts";
import { listPeople } from "@/lib/people/queries/list-people";
import { grantRole, makePerson } from "../../factories/people";
import { signIn } from "../../factories/sign-in";
import { everybody, everyPerson } from "../actors";
import type { ActionRow, QueryRow } from "../row";

const admins = ["admin", "foreignAdmin"] as const;

export const actionRows: readonly ActionRow[] = [
  {
    action: welcomeAction,
    input: () => ({ name: "Anna Prøve", locale: "da", callbackUrl: "/my" }),
    allowed: everyPerson,
  },
  {
    action: updateAccountAction,
    input: () => ({ name: "Anna Prøve", phone: "+45 12 34 56 78", locale: "sv" }),
    allowed: everyPerson,
  },
  { action: chooseLanguageAction, input: () => ({ locale: "sv" }), allowed: everyPerson },
  {
    action: endSessionAction,
    input: async ({ own }, client) => {
      await signIn(client, own.people.participant.id);
      const session = await client.signInSession.findFirstOrThrow({
        where: { personId: own.people.participant.id },
      });
      return { sessionId: session.id };
    },
    allowed: ["participant"],
  },
  { action: endAllSessionsAction, input: () => ({}), allowed: everyPerson },
  {
    action: disconnectAccountAction,
    input: async ({ own }, client) => {
      const account = await client.signInAccount.create({
        data: {
          personId: own.people.participant.id,
          issuer: "https://login.example",
          subject: randomUUID(),
        },
      });
      return { accountId: account.id };
    },
    allowed: ["participant"],
  },
  {
    action: createPersonAction,
    input: () => ({ name: "Ny Person", email: `${randomUUID()}@odense.example`, locale: "da" }),
    allowed: admins,
  },
  {
    action: grantRoleAction,
    input: async ({ own }, client) => ({
      personId: (await makePerson(client)).id,
      role: "staff",
      organisationId: own.provider.id,
      validFrom: "",
      validTo: "",
    }),
    allowed: admins,
  },
  {
    action: endRoleAction,
    input: async ({ own }, client) => {
      const { id } = await makePerson(client);
      return { grantId: await grantRole(client, id, "staff", own.provider.id) };
    },
    allowed: admins,
  },
  {
    action: closeAccountAction,
    input: async (_world, client) => ({ personId: (await makePerson(client)).id }),
    allowed: admins,
  },
  {
    action: reopenAccountAction,
    input: async (_world, client) => ({ personId: (await makePerson(client, { closedAt: new Date() })).id }),
    allowed: admins,
  },
];

export const queryRows: readonly QueryRow[] = [
  {
    query: "people/queries/list-people",
    permission: "role.manage",
    call: (acting) => listPeople(acting, {}, 1, new Date()),
    allowed: admins,
    shows: (answer) => (answer as { total: number }).total > 0,
  },
  {
    query: "people/queries/get-person",
    permission: "role.manage",
    call: (acting, { own }) => getPerson(acting, own.people.participant.id, new Date()),
    allowed: admins,
  },
  {
    query: "people/queries/get-account",
    permission: "account.manage",
    call: (acting) => getAccount(acting, new Date()),
    allowed: everyPerson,
  },
  {
    // Only in the demo, as which the tests run.
    query: "people/queries/list-demo-accounts",
    permission: "signIn.request",
    call: (acting) => listDemoAccounts(acting, new Date()),
    allowed: everybody,
  },
];
