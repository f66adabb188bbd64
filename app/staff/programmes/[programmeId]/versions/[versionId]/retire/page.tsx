import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RetirePage } from "@/components/programmes/version-change-page";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { getVersion } from "@/lib/programmes/queries/get-version";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("programmes"))("retire.submit") };
}

export default async function Page({ params }: { params: Promise<{ versionId: string }> }) {
  const acting = await requireActor("programme.manage");
  const { versionId } = await params;
  const version = isId(versionId) ? await getVersion(acting, versionId) : null;
  if (version?.state !== "published") notFound();
  return <RetirePage version={version} />;
}
