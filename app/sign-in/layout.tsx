import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PublicShell } from "@/components/shell/public-shell";
import { shellContext } from "@/components/shell/shell-context";
import { rolesOf } from "@/lib/auth/acting";
import { currentActor } from "@/lib/auth/actor";
import { areasFor } from "@/lib/auth/sign-in/rules/areas";

export default async function SignInLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  const context = await shellContext();
  if (actor.personId === null) return <PublicShell {...context}>{children}</PublicShell>;
  const t = await getTranslations("shell");
  return (
    <PublicShell
      {...context}
      person={{ id: actor.personId, name: actor.name, email: actor.email }}
      areas={areasFor(rolesOf(actor)).map(({ key, href }) => ({ href, label: t(`areas.${key}`) }))}
      signOut="/api/auth/sign-out"
    >
      {children}
    </PublicShell>
  );
}
