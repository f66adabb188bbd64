"use server";
import { action } from "@/lib/auth/action";
import { mayAdministrate } from "@/lib/auth/policy/people";
import { mayActForProvider } from "@/lib/auth/policy/providers";
import { loadCohort } from "@/lib/cohorts/facts/load-cohort";
import { importPeople } from "./commands/import-people";
import { importSessions } from "./commands/import-sessions";
import { importPeopleInput, importSessionsInput } from "./import-schema";
import { replyOf } from "./rules/import-reply";

/** Looks at a file of sessions, or takes it in. */
export const importSessionsAction = action({
  name: "session.import",
  permission: "list.import",
  input: importSessionsInput,
  load: (work, { cohortId }) => loadCohort(work, cohortId),
  policy: mayActForProvider,
  run: async (work, cohort, { file, intent }) =>
    replyOf(
      await importSessions(work, cohort, file, intent === "import"),
      `/staff/cohorts/${cohort.id}/sessions`,
    ),
});

/** Looks at a file of people, or takes it in. */
export const importPeopleAction = action({
  name: "person.import",
  permission: "role.manage",
  input: importPeopleInput,
  load: async () => ({}),
  policy: mayAdministrate,
  run: async (work, _none, { file, intent }) =>
    replyOf(await importPeople(work, file, intent === "import"), "/admin/people"),
});
