import {
  changeAgreementStateAction,
  createAgreementAction,
  editAgreementAction,
  removeSeatsAction,
  setSeatsAction,
} from "@/lib/agreements/actions";
import { getAgreement } from "@/lib/agreements/queries/get-agreement";
import { listAgreementParties } from "@/lib/agreements/queries/list-agreement-parties";
import { listAgreements } from "@/lib/agreements/queries/list-agreements";
import { listOwnTracks } from "@/lib/agreements/queries/list-own-tracks";
import { type Db, database } from "@/lib/db/client";
import { unique } from "../../factories/unique";
import type { World } from "../../factories/world";
import type { ActionRow, QueryRow } from "../row";

const staff = ["staff", "colleagueStaff"] as const;
const terms = (world: World) => ({
  kind: "academy",
  title: "Akademi",
  validFrom: "2031-01-01",
  validTo: "",
  funderId: "",
  diaryNumber: "",
  amount: "",
  currency: "DKK",
  coordinatorId: "",
  partnerIds: [world.own.municipality.id],
});

/** An agreement of its own for each call, with seats for its partner. */
async function agreementOfItsOwn(db: Db, { own }: World) {
  const organisationId = own.municipality.id;
  return db.agreement.create({
    data: {
      kind: "academy",
      state: "negotiated",
      title: `Aftale ${unique("aftale")}`,
      providerId: own.provider.id,
      validFrom: new Date("2031-01-01"),
      partners: { create: { organisationId } },
      seatAllocations: { create: { organisationId, seats: 3 } },
    },
    select: { id: true, version: true, seatAllocations: { select: { id: true } } },
  });
}

async function seenAgreement(db: Db, world: World) {
  const { id, version } = await agreementOfItsOwn(db, world);
  return { agreementId: id, version: String(version) };
}

const mentions = (answer: unknown, id: string) => JSON.stringify(answer ?? null).includes(id);

export const actionRows: readonly ActionRow[] = [
  {
    action: createAgreementAction,
    input: (world) => ({ providerId: world.own.provider.id, ...terms(world) }),
    allowed: staff,
  },
  {
    action: editAgreementAction,
    input: async (world, db) => ({ ...(await seenAgreement(db, world)), ...terms(world) }),
    allowed: staff,
  },
  {
    action: changeAgreementStateAction,
    input: async (world, db) => ({ ...(await seenAgreement(db, world)), state: "active" }),
    allowed: staff,
  },
  {
    action: setSeatsAction,
    input: async (world, db) => ({
      agreementId: (await seenAgreement(db, world)).agreementId,
      organisationId: world.own.municipality.id,
      trackId: "",
      seats: "5",
    }),
    allowed: staff,
  },
  {
    action: removeSeatsAction,
    input: async (world, db) => {
      const { id, seatAllocations } = await agreementOfItsOwn(db, world);
      return { agreementId: id, allocationId: seatAllocations[0]?.id };
    },
    allowed: staff,
  },
];

export const queryRows: readonly QueryRow[] = [
  {
    query: "agreements/queries/list-agreements",
    permission: "agreement.manage",
    call: async (acting, world) => {
      await agreementOfItsOwn(database(), world);
      return listAgreements(acting, new Date());
    },
    allowed: staff,
    shows: (answer, { own }) => Array.isArray(answer) && answer.length > 0 && !mentions(answer, own.body.id),
  },
  {
    query: "agreements/queries/get-agreement",
    permission: "agreement.manage",
    call: async (acting, world) =>
      getAgreement(acting, (await agreementOfItsOwn(database(), world)).id, new Date()),
    allowed: staff,
  },
  {
    query: "agreements/queries/list-agreement-parties",
    permission: "agreement.manage",
    call: (acting) => listAgreementParties(acting, new Date()),
    // Organisations' names are public; staff of any provider need them to make agreements.
    allowed: [...staff, "foreignStaff"],
  },
  {
    query: "agreements/queries/list-own-tracks",
    permission: "agreement.manage",
    call: (acting) => listOwnTracks(acting),
    allowed: staff,
    shows: (answer, { own }) => own.programme.tracks.some(({ id }) => mentions(answer, id)),
  },
];
