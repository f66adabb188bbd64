import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SlowDown } from "@/components/certificates/slow-down";
import { fileProblem, VerifyFile } from "@/components/certificates/verify-file";
import { VerifySearch } from "@/components/certificates/verify-search";
import { PageHeader } from "@/components/ui/page-header";
import { firstParam, type SearchParams } from "@/components/ui/search-params";
import { requireActor } from "@/lib/auth/actor";
import { allowCheck, MISS } from "@/lib/certificates/queries/allow-check";
import { findPublicCertificate } from "@/lib/certificates/queries/find-public-certificate";
import { MOST_UPLOADED_BYTES } from "@/lib/certificates/rules/uploaded";
import { searchSchema } from "@/lib/certificates/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("certificates.search");
  return { title: t("title"), description: t("lead") };
}

export default async function VerifySearchPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("certificate.verify");
  const t = await getTranslations("certificates.search");
  const params = await searchParams;
  const serial = firstParam(params, "serial") ?? "";
  const name = firstParam(params, "name") ?? "";
  const asked = serial !== "" || name !== "";
  const given = searchSchema.safeParse({ serial, name });
  // Trying names against a number is what the limit is for: each try counts as a miss before its answer is known.
  const wait = asked ? await allowCheck(acting, MISS) : null;
  if (wait !== null) return <SlowDown minutes={wait} />;
  const found = given.success ? await findPublicCertificate(acting, given.data) : null;
  if (found) redirect(`/verify/${found}`);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <VerifySearch
        serial={serial}
        name={name}
        problem={asked ? (given.success ? "notFound" : "incomplete") : null}
      />
      <VerifyFile
        problem={fileProblem(firstParam(params, "file"))}
        maxMegabytes={MOST_UPLOADED_BYTES / 1024 / 1024}
      />
      <p className="mt-10">
        <Link href="/verify/register">{t("toRegister")}</Link>
      </p>
    </>
  );
}
