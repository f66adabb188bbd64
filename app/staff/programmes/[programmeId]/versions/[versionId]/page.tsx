import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { VersionPage } from "@/components/programmes/version-page";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { getVersion } from "@/lib/programmes/queries/get-version";
import { listFrameworkChoices } from "@/lib/programmes/queries/list-framework-choices";

type Props = { params: Promise<{ versionId: string }> };

const load = cache(async (versionId: string) => {
  const acting = await requireActor("programme.manage");
  const version = isId(versionId) ? await getVersion(acting, versionId) : null;
  return { acting, version };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { version } = await load((await params).versionId);
  return version ? { title: `${version.title} (${version.number})` } : {};
}

export default async function StaffVersionPage({ params }: Props) {
  const { acting, version } = await load((await params).versionId);
  if (!version) notFound();
  const frameworks =
    version.state === "draft" ? await listFrameworkChoices(acting, await getLocale(), new Date()) : [];
  return <VersionPage version={version} frameworks={frameworks} />;
}
