import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CheckedCertificate } from "@/components/certificates/checked-certificate";
import { SlowDown } from "@/components/certificates/slow-down";
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

/** The check for whoever is signed in, in their frame. A stranger's is sent without React: app/api/checks (next.config.ts). */
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
  return <CheckedCertificate checked={{ certificate, fileChecked, now }} locale={await getLocale()} />;
}
