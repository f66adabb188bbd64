import { readFileSync } from "node:fs";
import {
  addLogoAction,
  addOrganisationNameAction,
  createOrganisationAction,
  mergeOrganisationAction,
  updateOrganisationNumbersAction,
} from "@/lib/organisations/actions";
import { getOrganisation } from "@/lib/organisations/queries/get-organisation";
import { listOrganisationOptions } from "@/lib/organisations/queries/list-organisation-options";
import { listOrganisations } from "@/lib/organisations/queries/list-organisations";
import { previewMerge } from "@/lib/organisations/queries/preview-merge";
import type { ActionRow, QueryRow } from "../row";

const admins = ["admin", "foreignAdmin"] as const;

export const actionRows: readonly ActionRow[] = [
  {
    action: addLogoAction,
    input: ({ own }) => ({
      organisationId: own.provider.id,
      logo: new File([readFileSync("prisma/seed/logos/copi.png")], "logo.png", { type: "image/png" }),
    }),
    allowed: admins,
  },
  {
    action: createOrganisationAction,
    input: () => ({
      kind: "municipality",
      country: "DK",
      registrationNumber: "13585628",
      gln: "5798009811578",
      name: "Ny Kommune",
      shortName: "Ny",
      validFrom: "2020-01-01",
    }),
    allowed: admins,
  },
  {
    action: addOrganisationNameAction,
    input: ({ own }) => ({
      organisationId: own.provider.id,
      name: "Et andet navn",
      shortName: "EAN",
      validFrom: "2026-01-01",
    }),
    allowed: admins,
  },
  {
    action: updateOrganisationNumbersAction,
    input: ({ own }) => ({
      organisationId: own.provider.id,
      country: "SE",
      registrationNumber: "202100-5489",
      gln: "",
    }),
    allowed: admins,
  },
  {
    action: mergeOrganisationAction,
    input: async ({ own }, client) => {
      const second = await client.organisation.create({
        data: {
          kind: "municipality",
          names: { create: { name: "Dublet", shortName: "Dublet", validFrom: new Date("2020-01-01") } },
        },
        select: { id: true },
      });
      return { organisationId: second.id, keptId: own.municipality.id };
    },
    allowed: admins,
  },
];

export const queryRows: readonly QueryRow[] = [
  {
    query: "organisations/queries/preview-merge",
    permission: "organisation.manage",
    call: (acting, { own, foreign }) =>
      previewMerge(acting, own.municipality.id, foreign.municipality.id, new Date()),
    allowed: admins,
  },
  {
    query: "organisations/queries/list-organisations",
    permission: "organisation.manage",
    call: (acting) => listOrganisations(acting, {}, 1, new Date()),
    allowed: admins,
    shows: (answer) => (answer as { total: number }).total > 0,
  },
  {
    query: "organisations/queries/list-organisation-options",
    permission: "organisation.manage",
    call: (acting) => listOrganisationOptions(acting, new Date()),
    allowed: admins,
  },
  {
    query: "organisations/queries/get-organisation",
    permission: "organisation.manage",
    call: (acting, { own }) => getOrganisation(acting, own.municipality.id),
    allowed: admins,
  },
];
