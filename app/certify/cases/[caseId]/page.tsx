import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CasePage } from "@/components/certify/case-page";
import { CaseStateTag } from "@/components/certify/case-state-tag";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { getCase } from "@/lib/certification/queries/get-case";
import { partOf } from "@/lib/certification/rules/next-step";
import { isId } from "@/lib/core/ids";

type Props = { params: Promise<{ caseId: string }> };

async function load({ params }: Props, now: Date) {
  const acting = await requireActor("certification.view");
  const { caseId } = await params;
  if (!isId(caseId)) notFound();
  const its = (await getCase(acting, caseId, await getLocale(), now)) ?? notFound();
  return { its };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props, new Date())).its.participant };
}

export default async function CertificationCasePage(props: Props) {
  const now = new Date();
  const { its } = await load(props, now);
  const t = await getTranslations("certify");
  const part = partOf(its.step);
  const mine = part !== null && its.bars[part] === null;
  return (
    <>
      <PageHeader
        title={its.participant}
        kicker={t("case.kicker")}
        lead={[its.title, its.organisation].filter(Boolean).join(", ")}
        crumbs={[{ label: t("case.crumb"), href: "/certify" }]}
        actions={
          mine ? (
            <LinkButton href="#next" icon="arrowRight">
              {t(`step.${its.step}`)}
            </LinkButton>
          ) : null
        }
        meta={
          <>
            <CaseStateTag state={its.state} />
            <span>{its.cohort}</span>
            {its.round > 1 ? <span>{t("row.round", { round: its.round })}</span> : null}
          </>
        }
      />
      <CasePage its={its} body={its.certifyingBody} now={now} />
    </>
  );
}
