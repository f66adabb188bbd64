import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CertificateDetail } from "@/components/certificates/certificate-detail";
import { StandingTag } from "@/components/certificates/standing-tag";
import { PageHeader } from "@/components/ui/page-header";
import { personOf } from "@/lib/auth/acting";
import { requireActor } from "@/lib/auth/actor";
import { getCertificate } from "@/lib/certificates/queries/get-certificate";
import { hashOf } from "@/lib/core/hash";
import { isId } from "@/lib/core/ids";

type Props = { params: Promise<{ certificateId: string }> };

async function load({ params }: Props) {
  const acting = await requireActor("certification.view");
  const { certificateId } = await params;
  if (!isId(certificateId)) notFound();
  const certificate = (await getCertificate(acting, certificateId, new Date())) ?? notFound();
  return { certificate, readerId: personOf(acting) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).certificate.payload.serialNumber };
}

export default async function CertificatePage(props: Props) {
  const { certificate, readerId } = await load(props);
  const t = await getTranslations("certificates.register");
  const { holder, serialNumber } = certificate.payload;
  return (
    <>
      <PageHeader
        title={serialNumber}
        lead={holder.name}
        crumbs={[{ label: t("title"), href: "/certify/certificates" }]}
        meta={<StandingTag standing={certificate.standing} />}
      />
      <CertificateDetail
        certificate={certificate}
        seen={hashOf(certificate.differences)}
        readerId={readerId}
      />
    </>
  );
}
