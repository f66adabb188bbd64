import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CohortBilling } from "@/components/billing/cohort-billing";
import { firstParam, type SearchParams } from "@/components/ui/search-params";
import { requireActor } from "@/lib/auth/actor";
import { getAgreementBasis } from "@/lib/billing/queries/get-agreement-basis";
import { getBasis } from "@/lib/billing/queries/get-basis";
import { listInvoices } from "@/lib/billing/queries/list-invoices";
import { isId } from "@/lib/core/ids";
import { listCohortEnrolments } from "@/lib/enrolments/queries/list-cohort-enrolments";

type Props = { params: Promise<{ cohortId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("billing");
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const acting = await requireActor("billing.manage");
  const { cohortId } = await params;
  const now = new Date();
  const basis = isId(cohortId) ? await getBasis(acting, cohortId, now) : null;
  if (!basis) notFound();
  const openId = firstParam(await searchParams, "open") ?? null;
  const [invoices, agreement, enrolments] = await Promise.all([
    listInvoices(acting, { cohortId }),
    basis.agreementId ? getAgreementBasis(acting, basis.agreementId, now) : null,
    openId ? listCohortEnrolments(acting, cohortId, now) : [],
  ]);
  const open = enrolments.find((enrolment) => enrolment.id === openId) ?? null;
  return <CohortBilling basis={basis} agreement={agreement} invoices={invoices} open={open} />;
}
