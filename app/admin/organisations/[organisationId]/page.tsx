import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LogoForm } from "@/components/organisations/logo-form";
import { NameHistory } from "@/components/organisations/name-history";
import { NumbersForm } from "@/components/organisations/numbers-form";
import { RolesHere } from "@/components/organisations/roles-here";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { dayOf } from "@/lib/core/dates";
import { getOrganisation } from "@/lib/organisations/queries/get-organisation";
import { nameAt } from "@/lib/organisations/rules/name-at";

type Props = { params: Promise<{ organisationId: string }> };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function load({ params }: Props) {
  const acting = await requireActor("organisation.manage");
  const { organisationId } = await params;
  const organisation = UUID.test(organisationId) ? await getOrganisation(acting, organisationId) : null;
  if (!organisation) notFound();
  const name = nameAt(organisation.names, dayOf(new Date(), "Europe/Copenhagen"))?.name ?? "";
  return { organisation, name };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).name };
}

export default async function OrganisationPage(props: Props) {
  const { organisation, name } = await load(props);
  const t = await getTranslations("admin.organisations");
  return (
    <>
      <PageHeader
        title={name}
        kicker={t(`kinds.${organisation.kind}`)}
        crumbs={[{ href: "/admin/organisations", label: t("title") }, { label: name }]}
      />
      <NameHistory organisation={organisation} />
      <NumbersForm organisation={organisation} />
      <LogoForm organisation={organisation} />
      <RolesHere organisation={organisation} />
    </>
  );
}
