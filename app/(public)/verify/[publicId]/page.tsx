import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SlowDown } from "@/components/certificates/slow-down";
import { VerifiedCertificateView } from "@/components/certificates/verified-certificate";
import { requireActor } from "@/lib/auth/actor";
import { allowCheck, MISS } from "@/lib/certificates/queries/allow-check";
import { getPublicCertificate } from "@/lib/certificates/queries/get-public-certificate";
import { FILE_COOKIE } from "@/lib/certificates/rules/uploaded";

type Props = { params: Promise<{ publicId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("certificates.verify");
  // A holder's name belongs in no search engine, and in no title that a browser keeps.
  return { title: t("metaTitle"), robots: { index: false, follow: false } };
}

export default async function VerifyPage({ params }: Props) {
  const acting = await requireActor("certificate.verify");
  const { publicId } = await params;
  const wait = await allowCheck(acting);
  if (wait !== null) return <SlowDown minutes={wait} />;
  const now = new Date();
  const certificate = await getPublicCertificate(acting, publicId, now);
  if (!certificate) {
    await allowCheck(acting, MISS);
    notFound();
  }
  const fileChecked = (await cookies()).get(FILE_COOKIE)?.value === publicId;
  return <VerifiedCertificateView certificate={certificate} fileChecked={fileChecked} now={now} />;
}
