"use server";
import { action } from "@/lib/auth/action";
import { mayAdministrate } from "@/lib/auth/policy/people";
import { addLogo } from "./commands/add-logo";
import {
  addOrganisationName,
  createOrganisation,
  loadOrganisation,
  updateOrganisationNumbers,
} from "./commands/manage-organisation";
import { loadMerge, mergeOrganisation } from "./commands/merge-organisation";
import {
  mergeInput,
  organisationInput,
  organisationLogoInput,
  organisationNameInput,
  organisationNumbersInput,
} from "./schema";

/** An administrator registers an organisation. */
export const createOrganisationAction = action({
  name: "organisation.create",
  permission: "organisation.manage",
  input: organisationInput,
  load: async () => ({}),
  policy: mayAdministrate,
  run: async (work, _none, details) => ({
    message: "admin.organisations.created",
    redirectTo: `/admin/organisations/${await createOrganisation(work, details)}`,
  }),
});

/** An administrator gives an organisation a new name from a day on. */
export const addOrganisationNameAction = action({
  name: "organisation.rename",
  permission: "organisation.manage",
  input: organisationNameInput,
  load: (work, { organisationId }) => loadOrganisation(work, organisationId),
  policy: mayAdministrate,
  run: async (work, organisation, name) => {
    await addOrganisationName(work, organisation, name);
    return { message: "admin.organisations.renamed" };
  },
});

/** An administrator writes an organisation's numbers. */
export const updateOrganisationNumbersAction = action({
  name: "organisation.updateNumbers",
  permission: "organisation.manage",
  input: organisationNumbersInput,
  load: (work, { organisationId }) => loadOrganisation(work, organisationId),
  policy: mayAdministrate,
  run: async (work, organisation, numbers) => {
    await updateOrganisationNumbers(work, organisation.id, numbers);
    return { message: "admin.organisations.saved" };
  },
});

/** An administrator gives an organisation a logo. */
export const addLogoAction = action({
  name: "organisation.addLogo",
  permission: "organisation.manage",
  input: organisationLogoInput,
  load: (work, { organisationId }) => loadOrganisation(work, organisationId),
  policy: mayAdministrate,
  run: async (work, organisation, { logo }) => {
    await addLogo(work, organisation.id, new Uint8Array(await logo.arrayBuffer()));
    return { message: "admin.organisations.logo.saved" };
  },
});

/** An administrator merges two records of one organisation. */
export const mergeOrganisationAction = action({
  name: "organisation.merge",
  permission: "organisation.manage",
  recentSignIn: true,
  input: mergeInput,
  load: (work, { organisationId, keptId }) => loadMerge(work, organisationId, keptId),
  policy: mayAdministrate,
  run: async (work, sides, { keptId }) => {
    await mergeOrganisation(work, sides);
    return { message: "admin.organisations.merge.done", redirectTo: `/admin/organisations/${keptId}` };
  },
});
