import type { ApplicationState } from "../../lib/db/generated/enums.ts";
import { advance } from "./advance.ts";
import { seedSpringAnswers, seedSpringForm, springFormId } from "./application-form.ts";
import { at, idOf, past, type Seed } from "./base.ts";
import { admit, COMMON, crowd, eightDays, openCohort } from "./certified-coming.ts";
import { certifiedTrackId, roomId } from "./certified-programme.ts";
import { applicationFacts, applicationId } from "./enrol.ts";
import type { OrganisationKey } from "./organisations.ts";
import { invent, personId, type Someone, seedPeople } from "./people.ts";

/** Writes the cohorts that one can apply to or could until lately, and the draft of one after them. */
export async function seedOpenCohorts(seed: Seed): Promise<void> {
  await seedSpringCohort(seed);
  await seedNearlyFullCohort(seed);
  await openCohort(seed, {
    ...COMMON,
    slug: "odense-naeste-aar",
    name: "Odense, næste år",
    state: "draft",
    capacity: 30,
    deadline: 330,
    startsOn: 365,
    endsOn: 530,
    city: "Odense",
    facilitators: ["facilitator"],
  });
}

/** Thirty seats of which twenty-six are taken, and an application in every state that staff, managers and applicants see. */
async function seedSpringCohort(seed: Seed): Promise<void> {
  const cohortId = await openCohort(
    seed,
    {
      ...COMMON,
      slug: "odense-foraar",
      name: "Odense, næste hold",
      state: "open",
      capacity: 30,
      deadline: 28,
      startsOn: 63,
      endsOn: 212,
      city: "Odense",
      facilitators: ["facilitator-2", "facilitator-3"],
    },
    eightDays(63, { roomId: roomId(2) }, "facilitator-2"),
  );
  await seedSpringForm(seed, cohortId);
  const admitted = crowd("spring", {
    aadal: 6,
    klitborg: 6,
    soendermark: 5,
    region: 5,
    styrelse: 3,
    fjordby: 1,
  });
  await admit(seed, cohortId, admitted, -14);
  const states: readonly [OrganisationKey, ApplicationState][] = [
    ["fjordby", "draft"],
    ["klitborg", "submitted"],
    ["fjordby", "manager_pending"],
    ["aadal", "manager_pending"],
    ["fjordby", "manager_approved"],
    ["soendermark", "manager_declined"],
    ["region", "under_review"],
    ["styrelse", "under_review"],
    ["aadal", "declined"],
    ["klitborg", "withdrawn"],
  ];
  const applicants = states.map(([at, to], index) => {
    const [person] = invent(`applicant-${index + 1}`, 1, at);
    if (!person) throw new Error("nobody was invented");
    return { person, to, index };
  });
  await seedPeople(
    seed,
    applicants.map(({ person }) => person),
  );
  await seedUndecided(seed, cohortId, applicants);
}

type Applicant = { person: Someone; to: ApplicationState; index: number };

async function seedUndecided(seed: Seed, cohortId: string, applicants: readonly Applicant[]): Promise<void> {
  await seed.db.application.createMany({
    data: applicants.map(({ person, to, index }) => ({
      ...applicationFacts(person, index),
      id: applicationId(cohortId, person.key),
      cohortId,
      formId: springFormId(),
      personId: personId(person.key),
      participantRole: person.level === "none" ? ("consultant" as const) : ("manager" as const),
      trackId: certifiedTrackId(2, person.level === "none" ? 2 : 1),
      accommodation:
        to === "under_review" && index === 6 ? "Jeg hører dårligt og har brug for teleslynge." : "",
      submittedAt: to === "draft" ? null : past(seed, -6 + Math.floor(index / 2), "12:20"),
      createdAt: past(seed, -7 + Math.floor(index / 2), "10:05"),
      ...(to === "declined"
        ? {
            decidedAt: past(seed, -1),
            decidedById: personId("staff"),
            decisionReason:
              "Uddannelsen kræver en praksisopgave i en offentlig organisation i hele perioden.",
          }
        : {}),
    })),
  });
  await seed.db.managerApproval.createMany({
    data: applicants
      .filter(({ to }) => to.startsWith("manager_"))
      .map(({ person, to, index }) => ({
        id: idOf(`approval ${applicationId(cohortId, person.key)}`),
        applicationId: applicationId(cohortId, person.key),
        managerName: "Susanne Fristrup",
        managerEmail: applicationFacts(person, index).managerEmail,
        askedAt: past(seed, -5, "12:21"),
        expiresAt: at(seed, 9, "12:21"),
        answeredAt: to === "manager_pending" ? null : past(seed, -2),
        approved: to === "manager_pending" ? null : to === "manager_approved",
        comment:
          to === "manager_declined"
            ? "Vi har ikke råd til fraværet i foråret. Søg igen til efteråret."
            : null,
      })),
  });
  await seedSpringAnswers(
    seed,
    applicants
      .filter(({ to }) => to !== "draft")
      .map(({ person }) => ({ id: applicationId(cohortId, person.key), leads: person.level !== "none" })),
  );
  await seedForward(seed, cohortId, applicants);
  await advance(
    seed,
    "application",
    "draft",
    applicants.map(({ person, to }) => ({
      id: applicationId(cohortId, person.key),
      to,
      via: to === "withdrawn" ? "submitted" : undefined,
    })),
  );
}

/** One of those who wait for a manager: the first who was asked passed the question on to a deputy. */
async function seedForward(seed: Seed, cohortId: string, applicants: readonly Applicant[]): Promise<void> {
  const [, passed] = applicants.filter(({ to }) => to === "manager_pending");
  if (!passed) throw new Error("nobody waits for a manager");
  await seed.db.approvalForward.create({
    data: {
      id: idOf(`forward ${applicationId(cohortId, passed.person.key)}`),
      applicationId: applicationId(cohortId, passed.person.key),
      fromName: "Torben Elmegaard",
      fromEmail: "torben.elmegaard@aadal.example",
      toName: "Susanne Fristrup",
      toEmail: applicationFacts(passed.person, passed.index).managerEmail,
      note: "Jeg er på orlov; du kender opgaven.",
      forwardedAt: past(seed, -4, "09:10"),
    },
  });
}

/** Twelve seats of which eleven are taken: the next but one who is admitted begins the queue. */
async function seedNearlyFullCohort(seed: Seed): Promise<void> {
  const cohortId = await openCohort(
    seed,
    {
      ...COMMON,
      slug: "aarhus-naesten-fuldt",
      name: "Aarhus, lille hold",
      state: "open",
      capacity: 12,
      deadline: 12,
      startsOn: 40,
      endsOn: 188,
      city: "Aarhus",
      facilitators: ["facilitator-4"],
    },
    eightDays(40, { place: "Gæstekajen 2, Aarhus" }, "facilitator-4"),
  );
  const admitted = crowd("small", { region: 4, styrelse: 3, klitborg: 2, aadal: 2 });
  await admit(seed, cohortId, admitted, -20);
}
