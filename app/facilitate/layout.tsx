import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { RoleArea } from "@/components/shell/role-area";
import { currentActor, requireActor } from "@/lib/auth/actor";

export default async function FacilitateLayout({ children }: { children: ReactNode }) {
  await requireActor("facilitation.view");
  const t = await getTranslations("facilitate.nav");
  return (
    <RoleArea
      area="facilitate"
      actor={await currentActor()}
      items={[
        { href: "/facilitate", label: t("home"), icon: "home", exact: true },
        { href: "/facilitate/sessions", label: t("sessions"), icon: "calendar" },
        { href: "/facilitate/cohorts", label: t("cohorts"), icon: "people" },
        { href: "/facilitate/unavailability", label: t("unavailability"), icon: "clock" },
      ]}
    >
      {children}
    </RoleArea>
  );
}
