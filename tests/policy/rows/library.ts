import { type Db, database } from "@/lib/db/client";
import {
  answerEnquiryAction,
  assignEnquiryAction,
  closeEnquiryAction,
  sendEnquiryAction,
} from "@/lib/enquiries/actions";
import { countOpenEnquiries } from "@/lib/enquiries/queries/count-open-enquiries";
import { getEnquiry } from "@/lib/enquiries/queries/get-enquiry";
import { listAddressees } from "@/lib/enquiries/queries/list-addressees";
import { listEnquiries } from "@/lib/enquiries/queries/list-enquiries";
import { getEvent } from "@/lib/library/queries/get-event";
import { getPublication } from "@/lib/library/queries/get-publication";
import { listEvents } from "@/lib/library/queries/list-events";
import { listPublications } from "@/lib/library/queries/list-publications";
import { getEnquirySheet } from "@/lib/lists/queries/get-enquiry-sheet";
import { inDays } from "../../factories/unique";
import type { World } from "../../factories/world";
import { written } from "../../setup/written";
import { everybody } from "../actors";
import type { ActionRow, QueryRow } from "../row";

const staff = ["staff", "colleagueStaff"] as const;

/** An enquiry to the own side's provider, assigned where somebody is named. */
async function enquiry({ own }: World, db: Db, assignedToId: string | null = null) {
  const made = await db.enquiry.create({
    data: {
      toOrganisationId: own.provider.id,
      name: "Karin Ek",
      email: "karin.ek@factory.example",
      question: "Kan I holde et akademi hos os?",
      answerDueAt: inDays(5),
      assignedToId,
      ...(assignedToId ? { state: "assigned" as const } : {}),
    },
    select: { id: true, version: true },
  });
  return { enquiryId: made.id, version: String(made.version) };
}

const article = "artikel-i-proeven";
const cafe = "cafe-i-proeven";
async function library({ own }: World) {
  const organisationId = own.body.id;
  await database().publication.createMany({
    data: [
      {
        slug: article,
        kind: "publication",
        organisationId,
        title: "Artikel",
        summary: "Kort",
        publishedOn: new Date("2020-01-01"),
      },
    ],
    skipDuplicates: true,
  });
  await database().event.createMany({
    data: [
      {
        slug: cafe,
        organisationId,
        title: "Café",
        summary: "Kort",
        startsAt: inDays(3),
        endsAt: inDays(4),
        place: "Odense",
      },
    ],
    skipDuplicates: true,
  });
}

export const actionRows: readonly ActionRow[] = [
  {
    action: sendEnquiryAction,
    input: ({ own }) => ({
      locale: "da",
      toOrganisationId: own.provider.id,
      name: "Karin Ek",
      email: "karin.ek@factory.example",
      question: "Kan I holde et akademi hos os?",
    }),
    allowed: everybody,
  },
  {
    action: assignEnquiryAction,
    input: async (world, db) => ({ ...(await enquiry(world, db)), personId: world.own.people.staff.id }),
    allowed: staff,
  },
  {
    action: answerEnquiryAction,
    input: async (world, db) => ({ ...(await enquiry(world, db, world.own.people.staff.id)), answer: "Ja." }),
    allowed: ["staff"],
    refusedAs: { colleagueStaff: "enquiry.notYours" },
  },
  { action: closeEnquiryAction, input: (world, db) => enquiry(world, db), allowed: staff },
];

const names = (slug: string) => (answer: unknown) => JSON.stringify(answer ?? null).includes(`"${slug}"`);

export const queryRows: readonly QueryRow[] = [
  {
    query: "enquiries/queries/list-enquiries",
    permission: "enquiry.answer",
    call: async (acting, world) => {
      await enquiry(world, database());
      return listEnquiries(acting, "open", 1, new Date());
    },
    allowed: staff,
    shows: names("Karin Ek"),
  },
  {
    query: "lists/queries/get-enquiry-sheet",
    permission: "enquiry.answer",
    call: async (acting, world) => {
      await enquiry(world, database());
      return written(await getEnquirySheet(acting, "da", "open", new Date()));
    },
    allowed: staff,
    shows: names("Karin Ek"),
  },
  {
    query: "enquiries/queries/count-open-enquiries",
    permission: "enquiry.answer",
    call: async (acting, world) => {
      await enquiry(world, database());
      return countOpenEnquiries(acting);
    },
    allowed: staff,
  },
  {
    query: "enquiries/queries/get-enquiry",
    permission: "enquiry.answer",
    call: async (acting, world) =>
      getEnquiry(acting, (await enquiry(world, database())).enquiryId, new Date()),
    allowed: staff,
  },
  {
    query: "enquiries/queries/list-addressees",
    permission: "enquiry.send",
    call: (acting) => listAddressees(acting, new Date()),
    allowed: everybody,
    shows: (answer, { own }) => JSON.stringify(answer ?? null).includes(own.provider.id),
  },
  {
    query: "library/queries/list-publications",
    permission: "catalogue.view",
    call: async (acting, world) => {
      await library(world);
      return listPublications(acting, {}, 1, new Date());
    },
    allowed: everybody,
    shows: names(article),
  },
  {
    query: "library/queries/get-publication",
    permission: "catalogue.view",
    call: async (acting, world) => {
      await library(world);
      return getPublication(acting, article, "da", new Date());
    },
    allowed: everybody,
  },
  {
    query: "library/queries/list-events",
    permission: "catalogue.view",
    call: async (acting, world) => {
      await library(world);
      return listEvents(acting, new Date());
    },
    allowed: everybody,
    shows: names(cafe),
  },
  {
    query: "library/queries/get-event",
    permission: "catalogue.view",
    call: async (acting, world) => {
      await library(world);
      return getEvent(acting, cafe, new Date());
    },
    allowed: everybody,
  },
];
