import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { cohortsToApplyTo } from "@/lib/auth/scope";
import { decideTakingApplications, seatsLeft } from "@/lib/cohorts/rules/phase";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { freeKeptSeats, freeSeatsSelect } from "@/lib/enrolments/facts/kept-seats";
import { namesSelect } from "@/lib/organisations/facts/names";
import { type NamePeriod, nameAt } from "@/lib/organisations/rules/name-at";
import { answersSelect, asAnswers } from "../facts/read-answers";
import { formSelect, newestForm } from "../facts/read-form";
import { writtenSelect } from "../facts/written";

export type ApplicationForm = NonNullable<Awaited<ReturnType<typeof getApplicationForm>>>;
export type ApplicationFormCohort = ApplicationForm["cohorts"][number];

const CLOSED = ["declined", "withdrawn", "manager_declined"] as const;
/** The programme at an address below /programmes, which may be its own or that of one of its cohorts. */
function programmeAt(slug: string): Prisma.ProgrammeWhereInput {
  return { OR: [{ slug }, { versions: { some: { cohorts: { some: { slug } } } } }] };
}

function readCohorts(acting: Acting, slug: string, now: Date) {
  return database().cohort.findMany({
    where: {
      AND: [
        { programmeVersion: { programme: programmeAt(slug) }, state: "open" },
        cohortsToApplyTo(acting, now),
      ],
    },
    orderBy: [{ startsOn: "asc" }, { name: "asc" }],
    select: {
      ...freeSeatsSelect,
      id: true,
      slug: true,
      name: true,
      city: true,
      state: true,
      startsOn: true,
      endsOn: true,
      timeZone: true,
      capacity: true,
      applicationDeadline: true,
      admissionCriteria: true,
      forms: newestForm,
      agreement: { select: { kind: true, title: true } },
      programmeVersion: {
        select: {
          title: true,
          programme: { select: { slug: true } },
          priceMinor: true,
          currency: true,
          tracks: { select: { id: true, name: true, description: true }, orderBy: { position: "asc" } },
        },
      },
      _count: { select: { seats: true, waitlist: { where: { state: "waiting" } } } },
      applications: {
        where: { personId: personOf(acting), state: { notIn: [...CLOSED] } },
        select: { id: true, state: true },
      },
    },
  });
}

function readDraft(acting: Acting, cohortId: string) {
  return database().application.findFirst({
    where: { cohortId, personId: personOf(acting), state: "draft" },
    select: {
      version: true,
      updatedAt: true,
      ...writtenSelect,
      trackId: true,
      organisationId: true,
      form: { select: formSelect },
      answers: answersSelect,
    },
  });
}

/** What is known of the applicant: where they work, and what they wrote the last time. */
function readPerson(acting: Acting, now: Date) {
  return database().person.findUniqueOrThrow({
    where: { id: personOf(acting) },
    select: {
      name: true,
      email: true,
      affiliations: {
        where: { validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] },
        orderBy: { validFrom: "desc" },
        take: 1,
        select: { title: true, organisation: { select: { id: true, gln: true } } },
      },
      applications: {
        where: { state: { not: "draft" } },
        orderBy: { submittedAt: { sort: "desc", nulls: "last" } },
        take: 1,
        select: { organisationId: true, managerName: true, managerEmail: true, payerGln: true },
      },
    },
  });
}

type Known = Awaited<ReturnType<typeof readPerson>>;
type Draft = NonNullable<Awaited<ReturnType<typeof readDraft>>>;

/** What the form begins with: the draft, else what is known. */
function startValues(draft: Draft | null, known: Known) {
  if (draft) {
    const { updatedAt, version, form, answers, ...values } = draft;
    return {
      ...values,
      answers: Object.fromEntries(answers.map(({ question, value }) => [question.key, value])),
    };
  }
  const [affiliation] = known.affiliations;
  const [last] = known.applications;
  // Managers and invoices belong to a workplace: those of an earlier one are not proposed.
  const same = last && affiliation && last.organisationId === affiliation.organisation.id ? last : null;
  return {
    organisationId: affiliation?.organisation.id ?? null,
    title: affiliation?.title ?? "",
    managerName: same?.managerName ?? "",
    managerEmail: same?.managerEmail ?? "",
    payerGln: same?.payerGln || affiliation?.organisation.gln || "",
  };
}

function optionOf(organisation: { id: string; country: string; names: NamePeriod[] }, today: string) {
  const name = nameAt(organisation.names, today)?.name ?? "";
  const former = organisation.names.map((period) => period.name).filter((each) => each !== name);
  return { id: organisation.id, name, former: [...new Set(former)], country: organisation.country };
}

/** A cohort with the seats that anybody may have, and those that are kept for the applicant's workplace. */
function seatsShown<Cohort extends Parameters<typeof freeKeptSeats>[0] & { readonly capacity: number }>(
  { seats, keptSeats, ...cohort }: Cohort,
  taken: number,
  workplace: string | undefined,
  now: Date,
) {
  const kept = freeKeptSeats({ seats, keptSeats }, now);
  return {
    ...cohort,
    seatsLeft: seatsLeft(cohort.capacity, taken, kept.length),
    keptForWorkplace: kept.filter(
      ({ seatClass }) => workplace !== undefined && seatClass.organisationId === workplace,
    ).length,
  };
}

/**
 * What the form for applying to a programme shows to the acting person: the cohorts that take their applications, the one chosen by
 * `cohortSlug` (or the only one), their draft or what is known of them, and the organisations with present and former names.
 * `applied` is the application they have handed in to the chosen cohort. Null where the programme has no cohort for them.
 */
export async function getApplicationForm(
  acting: Acting,
  slug: string,
  cohortSlug: string | undefined,
  now: Date,
) {
  const cohorts = await readCohorts(acting, slug, now);
  const [first] = cohorts;
  if (!first) return null;
  const named = cohorts.find((cohort) => cohort.slug === (cohortSlug ?? slug));
  const chosen = named ?? (cohortSlug === undefined && cohorts.length === 1 ? first : undefined);
  const [draft, known, organisations] = await Promise.all([
    chosen ? readDraft(acting, chosen.id) : null,
    readPerson(acting, now),
    database().organisation.findMany({ select: { id: true, country: true, names: namesSelect } }),
  ]);
  const today = civilDay(now);
  const workplace = known.affiliations[0]?.organisation.id;
  return {
    programme: { slug: first.programmeVersion.programme.slug, title: first.programmeVersion.title },
    applicant: { name: known.name, email: known.email ?? "" },
    chosenId: chosen?.id ?? null,
    applied: chosen?.applications.find((application) => application.state !== "draft") ?? null,
    draft: draft ? { version: draft.version, savedAt: draft.updatedAt } : null,
    values: startValues(draft, known),
    questions: (draft?.form ?? chosen?.forms[0])?.questions ?? [],
    /** The files of the draft, by the questions' keys. */
    files: Object.fromEntries(
      asAnswers(draft?.answers ?? []).flatMap(({ key, file }) => (file ? [[key, file.name]] : [])),
    ) as Record<string, string>,
    organisations: organisations
      .map((organisation) => optionOf(organisation, today))
      .filter((option) => option.name !== "")
      .sort((a, b) => a.name.localeCompare(b.name, "da")),
    cohorts: cohorts.map(({ programmeVersion, _count, agreement, applications, forms, ...cohort }) => ({
      ...seatsShown(cohort, _count.seats, workplace, now),
      tracks: programmeVersion.tracks,
      price: programmeVersion.priceMinor,
      currency: programmeVersion.currency,
      agreementTitle: agreement && agreement.kind !== "open" ? agreement.title : null,
      waiting: _count.waitlist,
      takesApplications: decideTakingApplications(cohort, now).ok,
      applied: applications.some((application) => application.state !== "draft"),
    })),
  };
}
