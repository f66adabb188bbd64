import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { RoleArea } from "@/components/shell/role-area";
import { currentActor, requireActor } from "@/lib/auth/actor";

export default async function OrganisationLayout({ children }: { children: ReactNode }) {
  await requireActor("organisation.view");
  const t = await getTranslations("organisation.nav");
  return (
    <RoleArea
      area="organisation"
      actor={await currentActor()}
      items={[
        { href: "/organisation", label: t("home"), icon: "home", exact: true },
        { href: "/organisation/apply", label: t("apply"), icon: "file" },
        { href: "/organisation/seats", label: t("seats"), icon: "check" },
        { href: "/organisation/people", label: t("people"), icon: "people" },
      ]}
    >
      {children}
    </RoleArea>
  );
}
