import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { NavItem } from "@/components/shell/nav-types";
import { RoleArea } from "@/components/shell/role-area";
import { currentActor, requireActor } from "@/lib/auth/actor";

export default async function MyLayout({ children }: { children: ReactNode }) {
  await requireActor("my.view");
  const actor = await currentActor();
  const t = await getTranslations("my.nav");
  const ofParticipants: NavItem[] = [
    { href: "/my/materials", label: t("materials"), icon: "book" },
    { href: "/my/projects", label: t("projects"), icon: "edit" },
    { href: "/my/observations", label: t("observations"), icon: "eye" },
    { href: "/my/certification", label: t("certification"), icon: "check" },
    { href: "/my/certificates", label: t("certificates"), icon: "award" },
  ];
  return (
    <RoleArea
      area="my"
      actor={actor}
      items={[
        { href: "/my", label: t("home"), icon: "home", exact: true },
        ...(actor.isParticipant ? ofParticipants : []),
        { href: "/my/calendar", label: t("calendar"), icon: "calendar" },
        ...(actor.isParticipant
          ? [{ href: "/my/places", label: t("places"), icon: "people" } satisfies NavItem]
          : []),
        { href: "/my/applications", label: t("applications"), icon: "file" },
        { href: "/my/account", label: t("account"), icon: "person" },
      ]}
    >
      {children}
    </RoleArea>
  );
}
