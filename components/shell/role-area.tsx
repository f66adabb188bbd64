import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type Actor, rolesOf } from "@/lib/auth/acting";
import { type Area, areasFor } from "@/lib/auth/sign-in/rules/areas";
import { AreaShell } from "./area-shell";
import type { NavItem } from "./nav-types";
import { shellContext } from "./shell-context";

type RoleAreaProps = {
  area: Area["key"];
  /** Whoever is signed in; the layout has made sure that they may be here. */
  actor: Actor;
  items: NavItem[];
  children: ReactNode;
};

/** A role's area in its frame, with the way to the person's other areas. For the layouts of app/<area>. */
export async function RoleArea({ area, actor, items, children }: RoleAreaProps) {
  const t = await getTranslations("shell");
  const areas = areasFor(rolesOf(actor));
  return (
    <AreaShell
      area={t(`areas.${area}`)}
      home={areas.find((each) => each.key === area)?.href ?? "/"}
      items={items}
      person={{ id: actor.personId ?? "", name: actor.name, email: actor.email }}
      areas={areas.map((each) => ({
        href: each.href,
        label: t(`areas.${each.key}`),
        current: each.key === area,
      }))}
      signOut="/api/auth/sign-out"
      {...(await shellContext())}
      paletteSource="/api/search"
    >
      {children}
    </AreaShell>
  );
}
