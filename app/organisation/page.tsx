import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ApprovalsWaiting } from "@/components/organisation/approvals-waiting";
import { PeopleTable } from "@/components/organisation/people-table";
import { SeatUsage } from "@/components/organisation/seat-usage";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { listApprovalsWaiting } from "@/lib/applications/queries/list-approvals-waiting";
import { requireActor } from "@/lib/auth/actor";
import { listOrganisationPeople } from "@/lib/enrolments/queries/list-organisation-people";
import { listSeatUsage } from "@/lib/enrolments/queries/list-seat-usage";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organisation");
  return { title: t("title") };
}

const UNDER_WAY = ["reserved", "active", "paused"];

export default async function Page() {
  const acting = await requireActor("organisation.view");
  const answering = await requireActor("approval.decideAsCoordinator");
  const t = await getTranslations("organisation");
  const [approvals, people, usage] = await Promise.all([
    listApprovalsWaiting(answering),
    listOrganisationPeople(acting),
    listSeatUsage(acting),
  ]);
  const underWay = people.filter((person) => UNDER_WAY.includes(person.state));
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead", { approvals: approvals.length, people: underWay.length })}
      />
      <Section title={t("approvals.title")} lead={t("approvals.lead")}>
        <ApprovalsWaiting approvals={approvals} />
      </Section>
      <Section
        title={t("people.underWay")}
        actions={
          <LinkButton href="/organisation/people" tone="secondary" size="small">
            {t("people.all")}
          </LinkButton>
        }
      >
        <PeopleTable people={underWay} />
      </Section>
      <Section title={t("seats.title")} lead={t("seats.lead")}>
        <SeatUsage usage={usage} />
      </Section>
    </>
  );
}
