import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LogoForm } from "@/components/organisations/logo-form";
import { MergePanel } from "@/components/organisations/merge-panel";
import { NameHistory } from "@/components/organisations/name-history";
import { NumbersForm } from "@/components/organisations/numbers-form";
import { RolesHere } from "@/components/organisations/roles-here";
import { PageHeader } from "@/components/ui/page-header";
import { firstParam, type SearchParams } from "@/components/ui/search-params";
import type { Acting } from "@/lib/auth/acting";
import { requireActor } from "@/lib/auth/actor";
import { civilDay } from "@/lib/core/dates";
import { getOrganisation } from "@/lib/organisations/queries/get-organisation";
import { listOrganisationOptions } from "@/lib/organisations/queries/list-organisation-options";
import { previewMerge } from "@/lib/organisations/queries/preview-merge";
import { nameAt } from "@/lib/organisations/rules/name-at";

type Props = { params: Promise<{ organisationId: string }>; searchParams: Promise<SearchParams> };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function load({ params }: Props) {
  const acting = await requireActor("organisation.manage");
  const { organisationId } = await params;
  const organisation = UUID.test(organisationId) ? await getOrganisation(acting, organisationId) : null;
  if (!organisation) notFound();
  if (organisation.mergedIntoId) redirect(`/admin/organisations/${organisation.mergedIntoId}`);
  const name = nameAt(organisation.names, civilDay(new Date()))?.name ?? "";
  return { acting, organisation, name };
}

/** The other records to merge this one into, and what that would move, where one is chosen in the address. */
async function loadMerge({ searchParams }: Props, acting: Acting, organisationId: string) {
  const now = new Date();
  const into = firstParam(await searchParams, "into") ?? "";
  const [options, preview] = await Promise.all([
    listOrganisationOptions(acting, now),
    UUID.test(into) ? previewMerge(acting, organisationId, into, now) : null,
  ]);
  return { organisationId, options, preview };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).name };
}

export default async function OrganisationPage(props: Props) {
  const { acting, organisation, name } = await load(props);
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
      <MergePanel {...(await loadMerge(props, acting, organisation.id))} />
    </>
  );
}
