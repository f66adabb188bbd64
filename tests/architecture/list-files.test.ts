import { describe, expect, it } from "vitest";
import { type ExportListName, exportLists } from "@/lib/lists/rules/export-lists";
import { importsOf } from "./imports";
import { allSources, type Source, sourceOf } from "./sources";

/** Which list a table shows: a page that shows the table offers the file of one of them. */
const listsOf: Readonly<Record<string, readonly ExportListName[]>> = {
  "components/admin/audit-table.tsx": ["audit"],
  "components/admin/jobs-table.tsx": ["jobs"],
  "components/agreements/agreement-table.tsx": ["agreements"],
  "components/assess/queue-table.tsx": ["assessmentQueue"],
  "components/calibration/round-table.tsx": ["calibrations", "ratedCalibrations"],
  "components/certificates/register-table.tsx": ["certificates"],
  "components/certify/assessor-table.tsx": ["authorisations"],
  "components/certify/case-table.tsx": ["cases"],
  "components/certify/complaint-table.tsx": ["complaints"],
  "components/certify/register-tables.tsx": ["decisions"],
  "components/cohorts/cohort-table.tsx": ["cohorts"],
  "components/enquiries/enquiry-table.tsx": ["enquiries"],
  "components/enrolments/kept-seats.tsx": ["keptSeats"],
  "components/enrolments/participants.tsx": ["participants"],
  "components/enrolments/waitlist.tsx": ["queue"],
  "components/frameworks/framework-list.tsx": ["frameworks"],
  "components/group-entries/entered-applications.tsx": ["enteredApplications"],
  "components/group-entries/entry-rows.tsx": ["groupEntry"],
  "components/mail/outbox-table.tsx": ["outbox"],
  "components/messages/message-log.tsx": ["messages"],
  "components/messages/template-table.tsx": ["templates"],
  "components/observations/observation-table.tsx": ["observations"],
  "components/organisation/people-table.tsx": ["ownPeople"],
  "components/organisations/organisations-table.tsx": ["organisations"],
  "components/people/people-table.tsx": ["people"],
  "components/programmes/programme-table.tsx": ["programmes"],
  "components/sampling/sample-table.tsx": ["samples"],
  "components/sessions/session-table.tsx": ["sessions"],
};

/** Tables that are no list to take out, and what they are. */
const noList: Readonly<Record<string, string>> = {
  "components/applications/my-application-list.tsx": "what is one's own",
  "components/badges/transparency-page.tsx": "public, and JSON at addresses of its own",
  "components/billing/agreement-sums.tsx": "the sums of one agreement; its basis is /api/invoices/agreements",
  "components/billing/cohort-billing.tsx": "the basis of one cohort's invoices: /api/invoices/cohorts",
  "components/billing/invoices.tsx": "documents, each a file of its own",
  "components/calendar/my-calendar-list.tsx": "what is one's own; its file is the calendar",
  "components/calendar/session-answers.tsx": "who answered one invitation",
  "components/certificates/check-report.tsx": "the findings of one check",
  "components/certificates/issuing-runs.tsx":
    "the newest runs of a machine; what they issued is in the register",
  "components/certificates/listed-table.tsx":
    "public by consent, a page at a time: nobody takes all of it at once",
  "components/certify/grounds.tsx": "the grounds of one case, which is a file as a whole",
  "components/enrolments/my-places.tsx": "what is one's own",
  "components/enrolments/participant-columns.tsx": "columns",
  "components/facilitate/people-table.tsx":
    "other people's, for the day they are taught: lists are the staff's to take out",
  "components/group-entries/start-entries.tsx": "the lists under way, each a file of its own",
  "components/organisations/roles-here.tsx":
    "the roles in one organisation; people are a file with their roles",
  "components/people/account-sessions.tsx": "what is one's own",
  "components/people/role-history.tsx": "one person's",
  "components/ui-gallery/data-specimens.tsx": "specimens",
};

/** Pages that show the beginning of a list which stands whole elsewhere, what of it concerns one person, or no more than a word of it. */
const excerpts: Readonly<Record<string, readonly string[]>> = {
  "app/admin/page.tsx": ["components/admin/audit-table.tsx"],
  "app/assess/participants/[enrolmentId]/page.tsx": ["components/observations/observation-table.tsx"],
  "app/certify/assessors/[personId]/page.tsx": ["components/certify/assessor-table.tsx"],
  "app/certify/enquiries/[enquiryId]/page.tsx": ["components/enquiries/enquiry-table.tsx"],
  "app/organisation/page.tsx": ["components/organisation/people-table.tsx"],
  "app/staff/enquiries/[enquiryId]/page.tsx": ["components/enquiries/enquiry-table.tsx"],
};

const isTable = ({ path, text }: Source) =>
  path.startsWith("components/") && path !== "components/ui/data-table.tsx" && /<DataTable\b/.test(text);
const offered = ({ text }: Source) =>
  [...text.matchAll(/<(?:ExportLinks|LabelledExport)\s+list="(\w+)"/g)].map(([, list = ""]) => list);

/** What each page shows and offers: every file that it is drawn with. */
function pagesOf(sources: Source[]): { page: string; drawnWith: Source[] }[] {
  const drawn = sources.filter(({ path }) => /^(app|components)\/.*\.tsx$/.test(path));
  const byPath = new Map(drawn.map((source) => [source.path, source]));
  const imports = importsOf(drawn).filter(({ kind }) => kind === "value");
  const next = Map.groupBy(imports, ({ from }) => from);
  return drawn
    .filter(({ path }) => /\/page\.tsx$/.test(path))
    .map(({ path }) => {
      const reached = new Set([path]);
      for (const file of reached) for (const { to } of next.get(file) ?? []) reached.add(to);
      return { page: path, drawnWith: [...reached].flatMap((each) => byPath.get(each) ?? []) };
    });
}

/** Tables of pages that do not offer their list, as `page: table`. */
function withoutFile(sources: Source[], lists = listsOf): string[] {
  return pagesOf(sources).flatMap(({ page, drawnWith }) => {
    const files = new Set(drawnWith.flatMap(offered));
    return drawnWith
      .filter(({ path }) => lists[path] && !lists[path].some((list) => files.has(list)))
      .map(({ path }) => `${page}: ${path}`);
  });
}

describe("lists and their files", () => {
  const sources = allSources();

  it("every table is a list with a file, or says what else it is", () => {
    const known = new Set([...Object.keys(listsOf), ...Object.keys(noList)]);
    const tables = sources.filter(isTable).map(({ path }) => path);
    expect(tables.filter((path) => !known.has(path))).toEqual([]);
    expect([...known].filter((path) => !sources.some((source) => source.path === path))).toEqual([]);
  });

  it("every page that shows a list offers it whole as a file", () => {
    const excused = Object.entries(excerpts).flatMap(([page, tables]) =>
      tables.map((table) => `${page}: ${table}`),
    );
    expect(withoutFile(sources).sort()).toEqual(excused.sort());
  });

  it("every file is offered somewhere", () => {
    const everywhere = new Set(pagesOf(sources).flatMap(({ drawnWith }) => drawnWith.flatMap(offered)));
    expect(Object.keys(exportLists).filter((list) => !everywhere.has(list))).toEqual([]);
  });

  it("a page without its file is found", () => {
    const page = (text: string) => [
      sourceOf("components/rooms/table.tsx", "export const T = () => <DataTable rows={[]} />;"),
      sourceOf("app/rooms/page.tsx", `import { T } from "@/components/rooms/table";\n${text}`),
    ];
    const lists = { "components/rooms/table.tsx": ["rooms"] } as const;
    expect(withoutFile(page("export default () => <T />;"), lists)).toEqual([
      "app/rooms/page.tsx: components/rooms/table.tsx",
    ]);
    const offering = 'export default () => <><ExportLinks list="rooms" /><T /></>;';
    expect(withoutFile(page(offering), lists)).toEqual([]);
  });
});
