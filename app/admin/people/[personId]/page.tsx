import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AccountState } from "@/components/people/account-state";
import { GrantForm } from "@/components/people/grant-form";
import { PersonFacts } from "@/components/people/person-facts";
import { RoleHistory } from "@/components/people/role-history";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { listOrganisationOptions } from "@/lib/organisations/queries/list-organisation-options";
import { getPerson } from "@/lib/people/queries/get-person";

type Props = { params: Promise<{ personId: string }> };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function load({ params }: Props) {
  const acting = await requireActor("role.manage");
  const { personId } = await params;
  const now = new Date();
  const person = UUID.test(personId) ? await getPerson(acting, personId, now) : null;
  if (!person) notFound();
  return { acting, person, now };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { person } = await load(props);
  return { title: person.name };
}

export default async function PersonPage(props: Props) {
  const { acting, person, now } = await load(props);
  const [organisations, t] = await Promise.all([
    listOrganisationOptions(acting, now),
    getTranslations("admin.people"),
  ]);
  return (
    <>
      <PageHeader
        title={person.name}
        crumbs={[{ href: "/admin/people", label: t("title") }, { label: person.name }]}
        actions={
          <>
            <LinkButton
              href={`/admin/audit?stream=person:${person.id}`}
              tone="secondary"
              size="small"
              icon="list"
            >
              {t("trail")}
            </LinkButton>
            <LinkButton href={`/admin/audit?actor=${person.id}`} tone="secondary" size="small" icon="person">
              {t("did")}
            </LinkButton>
          </>
        }
      />
      <RoleHistory person={person} now={new Date()} />
      <GrantForm personId={person.id} organisations={organisations} />
      <PersonFacts person={person} />
      <AccountState person={person} />
    </>
  );
}
