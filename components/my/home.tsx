import { useTranslations } from "next-intl";
import { MyApplicationList } from "@/components/applications/my-application-list";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import type { MyApplicationRow } from "@/lib/applications/queries/list-my-applications";
import type { MyAttendance } from "@/lib/attendance/queries/list-my-attendance";
import type { OwnCertificate } from "@/lib/certificates/queries/list-my-certificates";
import type { OwnCase } from "@/lib/certification/rules/own-case";
import type { ObservationItem } from "@/lib/observations/queries/list-observations";
import type { VisitItem } from "@/lib/observations/queries/list-visits";
import type { MyProject } from "@/lib/portfolio/queries/list-my-projects";
import { AttendanceStatus } from "./attendance-status";
import { CertificateCard } from "./certificate-card";
import { CertificationStatus } from "./certification-status";
import { NextSession, nextSessionOf } from "./next-session";
import { SharedObservations } from "./shared-observations";
import { TodoList } from "./todo-list";
import { todosOf } from "./todos";

/** Everything about the person themself that their home shows. */
export type HomeFacts = {
  readonly attendance: readonly MyAttendance[];
  readonly cases: readonly OwnCase[];
  readonly observations: readonly ObservationItem[];
  readonly visits: readonly VisitItem[];
  readonly projects: readonly MyProject[];
  readonly certificates: readonly OwnCertificate[];
  readonly applications: MyApplicationRow[];
};

/** The home of somebody who takes part, or took part: what is next, what is asked, what is still missing, what is theirs. */
export function Home({ facts, now }: { facts: HomeFacts; now: Date }) {
  const t = useTranslations("my");
  const { attendance, cases, observations, applications } = facts;
  const current = attendance.filter(({ state }) => state !== "completed" && state !== "not_completed");
  // Whoever was admitted sees the programme itself here; the application is kept under its own heading.
  const open = applications.filter(({ state }) => state !== "admitted");
  return (
    <>
      <div className="grid gap-8 lg:grid-cols-2">
        {current.length > 0 ? (
          <div>
            <Section title={t("next.title")}>
              <NextSession next={nextSessionOf(attendance, now)} />
            </Section>
          </div>
        ) : null}
        <div>
          <Section title={t("todo.title")}>
            <TodoList todos={todosOf(facts)} />
          </Section>
        </div>
      </div>
      <Certified facts={facts} />
      {current.map((of) => (
        <Section
          key={of.enrolmentId}
          title={t("attendance.title")}
          lead={t("attendance.of", { programme: of.programme, cohort: of.cohort })}
        >
          <AttendanceStatus of={of} now={now} />
        </Section>
      ))}
      {cases.length > 0 ? <Observations observations={observations} /> : null}
      {open.length > 0 ? (
        <Section title={t("applications.title")}>
          <MyApplicationList rows={open} />
        </Section>
      ) : null}
    </>
  );
}

/** The newest case as long as there is something to follow in it: once certified, what counts is the certificate, whatever became of it. */
export function openCaseOf({
  cases,
  certificates,
}: Pick<HomeFacts, "cases" | "certificates">): OwnCase | null {
  const [latest] = cases;
  const isOver = latest?.certificate || (latest?.state === "released" && certificates.length > 0);
  return latest && !isOver ? latest : null;
}

/** The certificates, and what is still to be followed. */
function Certified({ facts }: { facts: HomeFacts }) {
  const t = useTranslations("my");
  const { certificates } = facts;
  const open = openCaseOf(facts);
  return (
    <>
      {certificates.length > 0 ? (
        <Section title={t("certificate.title")}>
          {certificates.map((certificate) => (
            <CertificateCard key={certificate.id} certificate={certificate} />
          ))}
        </Section>
      ) : null}
      {open ? (
        <Section id="certification" title={t("certification.title")} lead={open.programme}>
          <CertificationStatus own={open} />
        </Section>
      ) : null}
    </>
  );
}

function Observations({ observations }: { observations: readonly ObservationItem[] }) {
  const t = useTranslations("my.observations");
  return (
    <Section
      title={t("title")}
      lead={t("lead")}
      actions={
        <LinkButton href="/my/observations" tone="quiet">
          {t("all")}
        </LinkButton>
      }
    >
      <SharedObservations observations={observations} />
    </Section>
  );
}
