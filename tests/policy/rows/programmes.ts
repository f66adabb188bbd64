import { listAgreementChoices } from "@/lib/agreements/queries/list-agreement-choices";
import { type Db, database } from "@/lib/db/client";
import {
  addTrackAction,
  createProgrammeAction,
  editTrackAction,
  moveTrackAction,
  publishVersionAction,
  removeTrackAction,
  retireVersionAction,
  saveDraftAction,
  startDraftAction,
} from "@/lib/programmes/actions";
import { getProgramme } from "@/lib/programmes/queries/get-programme";
import { getPublicProgramme } from "@/lib/programmes/queries/get-public-programme";
import { getVersion } from "@/lib/programmes/queries/get-version";
import { listFrameworkChoices } from "@/lib/programmes/queries/list-framework-choices";
import { listOwnProviders } from "@/lib/programmes/queries/list-own-providers";
import { listProgrammes } from "@/lib/programmes/queries/list-programmes";
import { listPublicProgrammes } from "@/lib/programmes/queries/list-public-programmes";
import { listPublishedVersions } from "@/lib/programmes/queries/list-published-versions";
import { unique } from "../../factories/unique";
import type { World } from "../../factories/world";
import { everybody } from "../actors";
import type { ActionRow, QueryRow } from "../row";

const staff = ["staff", "colleagueStaff"] as const;

async function seen(db: Db, versionId: string) {
  const { version } = await db.programmeVersion.findUniqueOrThrow({ where: { id: versionId } });
  return { versionId, version: String(version) };
}

const draft = ({ own }: World) => own.draftProgramme.versionId;
const published = ({ own }: World) => own.programme.versionId;
const track = { audience: "network", name: "Netværk", description: "" };

export const actionRows: readonly ActionRow[] = [
  {
    action: createProgrammeAction,
    input: ({ own }) => ({
      providerId: own.provider.id,
      title: "Ny uddannelse",
      slug: unique("ny"),
      language: "da",
    }),
    allowed: staff,
  },
  {
    action: saveDraftAction,
    input: async (world, db) => ({
      ...(await seen(db, draft(world))),
      language: "da",
      title: "Kladde",
      summary: "",
      audience: "",
      aims: "",
      description: "",
      attendanceMinimumPercent: "80",
      price: "",
      currency: "DKK",
      priceCovers: "",
      frameworkVersionId: "",
    }),
    allowed: staff,
  },
  { action: publishVersionAction, input: (world, db) => seen(db, draft(world)), allowed: staff },
  { action: retireVersionAction, input: (world, db) => seen(db, published(world)), allowed: staff },
  { action: startDraftAction, input: ({ own }) => ({ programmeId: own.programme.id }), allowed: staff },
  { action: addTrackAction, input: (world) => ({ versionId: draft(world), ...track }), allowed: staff },
  {
    action: editTrackAction,
    input: (world) => ({
      versionId: draft(world),
      trackId: world.own.draftProgramme.tracks[0]?.id,
      ...track,
    }),
    allowed: staff,
  },
  {
    action: moveTrackAction,
    input: (world) => ({
      versionId: draft(world),
      trackId: world.own.draftProgramme.tracks[0]?.id,
      direction: "down",
    }),
    allowed: staff,
  },
  {
    action: removeTrackAction,
    input: (world) => ({ versionId: draft(world), trackId: world.own.draftProgramme.tracks[0]?.id }),
    allowed: staff,
  },
];

const hasId = (id: (world: World) => string) => (answer: unknown, world: World) =>
  Array.isArray(answer) && answer.some((row) => row.id === id(world));

export const queryRows: readonly QueryRow[] = [
  {
    query: "programmes/queries/list-programmes",
    permission: "programme.manage",
    call: (acting) => listProgrammes(acting),
    allowed: staff,
    shows: hasId(({ own }) => own.programme.id),
  },
  {
    query: "programmes/queries/get-programme",
    permission: "programme.manage",
    call: (acting, { own }) => getProgramme(acting, own.programme.id),
    allowed: staff,
  },
  {
    query: "programmes/queries/get-version",
    permission: "programme.manage",
    call: (acting, world) => getVersion(acting, draft(world)),
    allowed: staff,
  },
  {
    query: "programmes/queries/list-published-versions",
    permission: "cohort.manage",
    call: (acting) => listPublishedVersions(acting),
    allowed: staff,
    shows: hasId(published),
  },
  {
    query: "programmes/queries/list-own-providers",
    permission: "programme.manage",
    call: (acting) => listOwnProviders(acting, new Date()),
    allowed: staff,
    shows: hasId(({ own }) => own.provider.id),
  },
  {
    // What a body certifies on is public; staff of every provider may build on it.
    query: "programmes/queries/list-framework-choices",
    permission: "programme.manage",
    call: (acting) => listFrameworkChoices(acting, "da", new Date()),
    allowed: [...staff, "foreignStaff"],
  },
  {
    query: "programmes/queries/get-public-programme",
    permission: "catalogue.view",
    call: (acting, { own }) => getPublicProgramme(acting, own.programme.slug, new Date()),
    allowed: everybody,
  },
  {
    query: "programmes/queries/list-public-programmes",
    permission: "catalogue.view",
    call: (acting) => listPublicProgrammes(acting, new Date()),
    allowed: everybody,
  },
  {
    query: "agreements/queries/list-agreement-choices",
    permission: "cohort.manage",
    call: async (acting, { own }) => {
      const title = "Aftale i prøven";
      const there = await database().agreement.count({ where: { providerId: own.provider.id, title } });
      if (there === 0)
        await database().agreement.create({
          data: { kind: "academy", title, providerId: own.provider.id, validFrom: new Date("2020-01-01") },
        });
      return listAgreementChoices(acting);
    },
    allowed: staff,
  },
];
