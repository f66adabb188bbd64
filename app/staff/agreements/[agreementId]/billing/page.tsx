import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AgreementBill } from "@/components/billing/agreement-bill";
import { PageHeader } from "@/components/ui/page-header";
import { firstParam, type SearchParams } from "@/components/ui/search-params";
import { requireActor } from "@/lib/auth/actor";
import { getAgreementBasis } from "@/lib/billing/queries/get-agreement-basis";
import { listAgreementPayers } from "@/lib/billing/queries/list-agreement-payers";
import { listInvoices } from "@/lib/billing/queries/list-invoices";
import { isId } from "@/lib/core/ids";

type Props = { params: Promise<{ agreementId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("billing");
  return { title: t("agreement.title") };
}

export default async function Page({ params, searchParams }: Props) {
  const acting = await requireActor("billing.manage");
  const { agreementId } = await params;
  const now = new Date();
  const basis = isId(agreementId) ? await getAgreementBasis(acting, agreementId, now) : null;
  if (!basis) notFound();
  const t = await getTranslations("billing");
  const agreements = await getTranslations("agreements");
  const [invoices, payers] = await Promise.all([
    listInvoices(acting, { agreementId }),
    listAgreementPayers(acting, agreementId, now),
  ]);
  const open = firstParam(await searchParams, "open") ?? null;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: agreements("title"), href: "/staff/agreements" },
          { label: basis.title, href: `/staff/agreements/${agreementId}` },
        ]}
        title={t("agreement.title")}
      />
      <AgreementBill basis={basis} invoices={invoices} payers={payers} open={open} />
    </>
  );
}
