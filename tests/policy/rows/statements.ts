import { wordStatementAction } from "@/lib/statements/actions";
import { getStatement } from "@/lib/statements/queries/get-statement";
import { listWordings } from "@/lib/statements/queries/list-wordings";
import { everybody } from "../actors";
import type { ActionRow, QueryRow } from "../row";

const admins = ["admin", "foreignAdmin"] as const;

export const actionRows: readonly ActionRow[] = [
  {
    action: wordStatementAction,
    input: async (_world, client) => ({
      name: "privacy",
      locale: "en",
      number: await client.statementWording.count({ where: { name: "privacy", locale: "en" } }),
      lead: "In short.",
      body: "## Who\nWe do.",
    }),
    allowed: admins,
  },
];

export const queryRows: readonly QueryRow[] = [
  {
    query: "statements/queries/get-statement",
    permission: "catalogue.view",
    call: (acting) => getStatement(acting, "accessibility", "da"),
    allowed: everybody,
  },
  {
    query: "statements/queries/list-wordings",
    permission: "installation.manage",
    call: (acting) => listWordings(acting),
    shows: (answer) => Array.isArray(answer),
    allowed: admins,
  },
];
