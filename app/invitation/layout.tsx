import type { ReactNode } from "react";
import { PublicShell } from "@/components/shell/public-shell";
import { shellContext } from "@/components/shell/shell-context";

/** Whoever holds the link needs no account; who they are otherwise makes no difference here. */
export default async function InvitationLayout({ children }: { children: ReactNode }) {
  return <PublicShell {...(await shellContext())}>{children}</PublicShell>;
}
