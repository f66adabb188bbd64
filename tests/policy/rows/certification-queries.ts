import { countCases } from "@/lib/certification/queries/count-cases";
import { countRepresentations } from "@/lib/certification/queries/count-representations";
import { getCase } from "@/lib/certification/queries/get-case";
import { getCaseFile } from "@/lib/certification/queries/get-case-file";
import { getComplaintSheet } from "@/lib/certification/queries/get-complaint-sheet";
import { getRecommendable } from "@/lib/certification/queries/get-recommendable";
import { getRegister } from "@/lib/certification/queries/get-register";
import { getRegisterSheet } from "@/lib/certification/queries/get-register-sheet";
import { getTies } from "@/lib/certification/queries/get-ties";
import { listAssessorLoad } from "@/lib/certification/queries/list-assessor-load";
import { listCases } from "@/lib/certification/queries/list-cases";
import { listComplaints } from "@/lib/certification/queries/list-complaints";
import { listMyCases } from "@/lib/certification/queries/list-my-cases";
import { listOwnBodies } from "@/lib/certification/queries/list-own-bodies";
import { listRepresentedCases } from "@/lib/certification/queries/list-represented-cases";
import { written } from "../../setup/written";
import type { ActorName } from "../actors";
import type { QueryRow } from "../row";

const certifiers: readonly ActorName[] = ["certifier", "colleagueCertifier"];

export const queryRows: readonly QueryRow[] = [
  {
    query: "certification/queries/list-own-bodies",
    permission: "case.sample",
    call: (acting) => listOwnBodies(acting, new Date()),
    shows: (answer, { own }) => JSON.stringify(answer).includes(own.body.id),
    allowed: certifiers,
  },
  {
    query: "certification/queries/list-cases",
    permission: "certification.view",
    call: (acting) => listCases(acting, { phase: "open", page: 1 }, new Date()),
    shows: (answer, { own }) =>
      (answer as Awaited<ReturnType<typeof listCases>>).rows.some(
        (row) => row.id === own.cases.ready.case.id,
      ),
    allowed: certifiers,
  },
  {
    query: "certification/queries/count-cases",
    permission: "certification.view",
    call: (acting) => countCases(acting),
    // A foreign certifier gets numbers too, of their own body: tests/queries/certification counts them.
    allowed: [...certifiers, "foreignCertifier"],
  },
  {
    query: "certification/queries/get-case",
    permission: "certification.view",
    call: (acting, { own }) => getCase(acting, own.cases.decided.case.id, "da", new Date()),
    allowed: certifiers,
  },
  {
    query: "certification/queries/get-case-file",
    permission: "my.view",
    call: (acting, { own }) => getCaseFile(acting, own.cases.hearing.case.id, "da", new Date()),
    subject: ({ own }) => own.cases.hearing.enrolment.personId,
    allowed: ["subject", "stranger"],
  },
  {
    query: "certification/queries/get-case-file",
    permission: "certification.view",
    call: (acting, { own }) => getCaseFile(acting, own.cases.hearing.case.id, "da", new Date()),
    allowed: certifiers,
  },
  {
    query: "certification/queries/get-register",
    permission: "certification.view",
    call: (acting) => getRegister(acting, null, 1),
    shows: (answer, { own }) =>
      (answer as Awaited<ReturnType<typeof getRegister>>).decisions.some(
        (each) => each.caseId === own.cases.decided.case.id,
      ),
    allowed: certifiers,
  },
  {
    query: "certification/queries/list-assessor-load",
    permission: "certification.view",
    call: (acting) => listAssessorLoad(acting, null, new Date()),
    shows: (answer, { own }) =>
      (answer as Awaited<ReturnType<typeof listAssessorLoad>>).some(
        (each) => each.personId === own.people.assessor.id,
      ),
    allowed: certifiers,
  },
  {
    query: "certification/queries/get-register-sheet",
    permission: "certification.view",
    call: async (acting) => written(await getRegisterSheet(acting, "da", null)),
    shows: (answer, { own }) =>
      (answer as Awaited<ReturnType<typeof written>>).some(
        ([caseId]) => caseId === own.cases.decided.case.id,
      ),
    allowed: certifiers,
  },
  {
    query: "certification/queries/get-complaint-sheet",
    permission: "certification.view",
    call: async (acting) => written(await getComplaintSheet(acting, "da", null)),
    shows: (answer, { own }) =>
      (answer as Awaited<ReturnType<typeof written>>).some(
        ([caseId]) => caseId === own.cases.decided.case.id,
      ),
    allowed: certifiers,
  },
  {
    query: "certification/queries/list-complaints",
    permission: "certification.view",
    call: (acting) => listComplaints(acting, "open", 1, new Date()),
    shows: (answer, { own }) =>
      (answer as Awaited<ReturnType<typeof listComplaints>>).rows.some(
        (row) => row.caseId === own.cases.decided.case.id,
      ),
    allowed: certifiers,
  },
  {
    query: "certification/queries/list-represented-cases",
    permission: "case.represent",
    call: (acting) => listRepresentedCases(acting, "da", new Date()),
    shows: (answer) => (answer as Awaited<ReturnType<typeof listRepresentedCases>>).cases.length > 0,
    allowed: ["stranger"],
  },
  {
    query: "certification/queries/count-representations",
    permission: "case.represent",
    call: (acting) => countRepresentations(acting),
    allowed: ["stranger"],
  },
  {
    query: "certification/queries/get-recommendable",
    permission: "case.recommend",
    call: (acting, { own }) => getRecommendable(acting, own.cases.ready.enrolment.id, new Date()),
    allowed: ["assessor", ...certifiers],
  },
  {
    query: "certification/queries/get-ties",
    permission: "case.recommend",
    call: (acting, { own }) => getTies(acting, [own.people.participant.id]),
    // It tells of nobody but the asker, who in this world has declared nothing and manages nobody.
    shows: (answer) => {
      const ties = answer as Awaited<ReturnType<typeof getTies>>;
      return ties.declared.size > 0 || ties.managed.size > 0;
    },
    allowed: [],
  },
  {
    query: "certification/queries/list-my-cases",
    permission: "my.view",
    call: (acting) => listMyCases(acting, "da", new Date()),
    shows: (answer, { own }) =>
      (answer as Awaited<ReturnType<typeof listMyCases>>).some((its) => its.id === own.mine.case.id),
    allowed: ["participant"],
  },
];
