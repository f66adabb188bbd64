import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { RoleArea } from "@/components/shell/role-area";
import { currentActor, requireActor } from "@/lib/auth/actor";

export default async function AdminLayout({ children }: { children: ReactNode }) {
  await requireActor("installation.view");
  const t = await getTranslations("admin.nav");
  return (
    <RoleArea
      area="admin"
      actor={await currentActor()}
      items={[
        { href: "/admin", label: t("home"), icon: "home", exact: true },
        { href: "/admin/people", label: t("people"), icon: "people" },
        { href: "/admin/organisations", label: t("organisations"), icon: "building" },
        { href: "/admin/audit", label: t("audit"), icon: "list" },
        { href: "/admin/jobs", label: t("jobs"), icon: "mail" },
        { href: "/admin/statements", label: t("statements"), icon: "file" },
        { href: "/admin/sign-in", label: t("signIn"), icon: "lock" },
      ]}
    >
      {children}
    </RoleArea>
  );
}
