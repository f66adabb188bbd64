"use server";
import { action } from "@/lib/auth/action";
import { mayAdministrate } from "@/lib/auth/policy/people";
import { wordStatement } from "./commands/word-statement";
import { wordingInput } from "./schema";

/** An administrator words a statement anew. */
export const wordStatementAction = action({
  name: "statement.word",
  permission: "installation.manage",
  input: wordingInput,
  load: async () => ({}),
  policy: mayAdministrate,
  run: async (work, _none, wording) => {
    await wordStatement(work, wording);
    return { message: "admin.statements.saved" };
  },
});
