import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundContent } from "@/components/shell/not-found-content";
import { PublicShell } from "@/components/shell/public-shell";
import { shellContext } from "@/components/shell/shell-context";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return { title: t("notFound.title"), robots: { index: false } };
}

/** No page at an address, or none for whoever lacks the role: in the public frame, since no area's frame is theirs. */
export default async function NotFound() {
  return (
    <PublicShell {...(await shellContext())}>
      <NotFoundContent />
    </PublicShell>
  );
}
