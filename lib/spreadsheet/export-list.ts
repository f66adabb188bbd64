import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { onBehalfOf } from "@/lib/auth/system";
import { getComplaintSheet } from "@/lib/certification/queries/get-complaint-sheet";
import { getAssessorSheet, getRegisterSheet } from "@/lib/certification/queries/get-register-sheet";
import { sinceOf } from "@/lib/certification/rules/register";
import { cohortListFilter } from "@/lib/cohorts/rules/list-filter";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { holidayYear } from "@/lib/holidays/rules/school-holidays";
import { translatorFor } from "@/lib/i18n/translator";
import { noteExport } from "@/lib/lists/commands/note-export";
import { getAgreementSheet } from "@/lib/lists/queries/get-agreement-sheet";
import { getApplicationSheet } from "@/lib/lists/queries/get-application-sheet";
import { getAssessmentQueueSheet } from "@/lib/lists/queries/get-assessment-queue-sheet";
import { getAttendanceSheet } from "@/lib/lists/queries/get-attendance-sheet";
import { getAuditSheet } from "@/lib/lists/queries/get-audit-sheet";
import { getAuthorisationSheet } from "@/lib/lists/queries/get-authorisation-sheet";
import { getCalibrationSheet } from "@/lib/lists/queries/get-calibration-sheet";
import { getCaseSheet } from "@/lib/lists/queries/get-case-sheet";
import { getCertificateSheet } from "@/lib/lists/queries/get-certificate-sheet";
import { getCohortSheet } from "@/lib/lists/queries/get-cohort-sheet";
import { getEnquirySheet } from "@/lib/lists/queries/get-enquiry-sheet";
import { getEnteredApplicationSheet } from "@/lib/lists/queries/get-entered-application-sheet";
import { getFrameworkSheet } from "@/lib/lists/queries/get-framework-sheet";
import { getGroupEntrySheet } from "@/lib/lists/queries/get-group-entry-sheet";
import { getJobSheet } from "@/lib/lists/queries/get-job-sheet";
import { getKeptSeatSheet } from "@/lib/lists/queries/get-kept-seat-sheet";
import { getMessageSheet } from "@/lib/lists/queries/get-message-sheet";
import { getObservationSheet } from "@/lib/lists/queries/get-observation-sheet";
import { getOrganisationSheet } from "@/lib/lists/queries/get-organisation-sheet";
import { getOutboxSheet } from "@/lib/lists/queries/get-outbox-sheet";
import { getOwnPeopleSheet } from "@/lib/lists/queries/get-own-people-sheet";
import { getParticipantSheet } from "@/lib/lists/queries/get-participant-sheet";
import { getPeopleSheet } from "@/lib/lists/queries/get-people-sheet";
import { getProgrammeSheet } from "@/lib/lists/queries/get-programme-sheet";
import { getPublicHolidaySheet } from "@/lib/lists/queries/get-public-holiday-sheet";
import { getQueueSheet } from "@/lib/lists/queries/get-queue-sheet";
import { getRoomSheet } from "@/lib/lists/queries/get-room-sheet";
import { getSampleSheet } from "@/lib/lists/queries/get-sample-sheet";
import { getSchoolHolidaySheet } from "@/lib/lists/queries/get-school-holiday-sheet";
import { getSessionSheet } from "@/lib/lists/queries/get-session-sheet";
import { getTaughtCohortSheet } from "@/lib/lists/queries/get-taught-cohort-sheet";
import { getTaughtSessionSheet } from "@/lib/lists/queries/get-taught-session-sheet";
import { getTemplateSheet } from "@/lib/lists/queries/get-template-sheet";
import { getVisitSheet } from "@/lib/lists/queries/get-visit-sheet";
import {
  casePhase,
  certificateFilter,
  organisationFilter,
  outboxFilter,
  personFilter,
} from "@/lib/lists/rules/export-filters";
import type { ExportListName } from "@/lib/lists/rules/export-lists";
import { getReviewSheet } from "@/lib/sampling/queries/get-review-sheet";
import type { LongSheet, Sheet, SheetFormat } from "./sheet";
import { longSheetResponse, sheetResponse } from "./sheet-response";
import { MOST_XLSX_ROWS } from "./write-xlsx";

/** What is asked for. */
export type ExportRequest = {
  readonly list: ExportListName;
  /** Empty for a list of the whole installation. */
  readonly cohortId: string;
  readonly format: SheetFormat;
  readonly locale: Locale;
  /** What the list on the screen is narrowed to, where it can be (`filters` of the list). */
  readonly filter: Readonly<Record<string, string>>;
};

function read(acting: Acting, { list, cohortId, locale, filter }: ExportRequest, now: Date) {
  const since = sinceOf(filter.period, now);
  const readers: Record<ExportListName, () => Promise<Sheet | LongSheet | null>> = {
    participants: () => getParticipantSheet(acting, cohortId, locale),
    applications: () => getApplicationSheet(acting, cohortId, locale, now),
    sessions: () => getSessionSheet(acting, cohortId, locale),
    queue: () => getQueueSheet(acting, cohortId, locale),
    attendance: () => getAttendanceSheet(acting, cohortId, locale),
    audit: () => getAuditSheet(acting, locale, filter),
    messages: () => getMessageSheet(acting, cohortId, locale),
    templates: () => getTemplateSheet(acting, cohortId, locale),
    keptSeats: () => getKeptSeatSheet(acting, cohortId, locale, now),
    cohorts: () => getCohortSheet(acting, locale, cohortListFilter(filter)),
    programmes: () => getProgrammeSheet(acting, locale),
    rooms: () => getRoomSheet(acting, locale, now),
    schoolHolidays: () => getSchoolHolidaySheet(acting, locale, holidayYear(filter.year, civilDay(now)), now),
    publicHolidays: () => getPublicHolidaySheet(acting, locale, holidayYear(filter.year, civilDay(now)), now),
    agreements: () => getAgreementSheet(acting, locale, now),
    enquiries: () => getEnquirySheet(acting, locale, filter.show === "ended" ? "ended" : "open", now),
    ownPeople: () => getOwnPeopleSheet(acting, locale),
    enteredApplications: () => getEnteredApplicationSheet(acting, locale),
    groupEntry: () => getGroupEntrySheet(acting, filter.entry ?? "", locale, now),
    organisations: () => getOrganisationSheet(acting, locale, organisationFilter(filter), now),
    people: () => getPeopleSheet(acting, locale, personFilter(filter), now),
    cases: () => getCaseSheet(acting, locale, casePhase(filter), now),
    authorisations: () => getAuthorisationSheet(acting, locale, now),
    frameworks: () => getFrameworkSheet(acting, locale),
    calibrations: () => getCalibrationSheet(acting, locale, false),
    ratedCalibrations: () => getCalibrationSheet(acting, locale, true),
    observations: () => getObservationSheet(acting, locale),
    visits: () => getVisitSheet(acting, locale, filter.view === "behind" ? "behind" : "ahead"),
    assessmentQueue: () => getAssessmentQueueSheet(acting, locale, now),
    taughtSessions: () =>
      getTaughtSessionSheet(acting, locale, filter.view === "unfinished" ? "unfinished" : "ahead", now),
    taughtCohorts: () => getTaughtCohortSheet(acting, locale),
    outbox: () => getOutboxSheet(acting, locale, outboxFilter(filter)),
    jobs: () => getJobSheet(acting, locale),
    decisions: () => getRegisterSheet(acting, locale, since),
    assessors: () => getAssessorSheet(acting, locale, since, now),
    complaints: () => getComplaintSheet(acting, locale, since),
    samples: () => getSampleSheet(acting, locale),
    reviews: () => getReviewSheet(acting, locale, since),
    certificates: () => getCertificateSheet(acting, locale, certificateFilter(filter), now),
  };
  return readers[list]();
}

/** A workbook cannot hold it; a text file can. */
async function tooLong(locale: Locale): Promise<Response> {
  const t = await translatorFor(locale, "lists");
  const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "private, no-store" };
  return new Response(t("export.tooLong", { most: MOST_XLSX_ROWS }), { status: 422, headers });
}

/**
 * A list as a file for whoever asks, through the same scopes as on the screen, and the event that it was taken out: without the one
 * there is not the other. Null where there is no such list for them.
 */
export async function exportList(acting: Acting, wanted: ExportRequest, now: Date): Promise<Response | null> {
  const sheet = await read(acting, wanted, now);
  if (!sheet) return null;
  const { list, format, filter } = wanted;
  const cohortId = wanted.cohortId || null;
  const rows = "rows" in sheet ? sheet.rows.length : sheet.count;
  if (format === "xlsx" && rows > MOST_XLSX_ROWS) return tooLong(wanted.locale);
  await onBehalfOf(database(), acting, now, (work) =>
    noteExport(work, { list, cohortId, rows, format, filters: Object.keys(filter).sort() }),
  );
  const fileName = `praksis-${sheet.name}-${civilDay(now)}`;
  return "rows" in sheet
    ? sheetResponse(format, fileName, sheet)
    : longSheetResponse(format, fileName, sheet);
}
