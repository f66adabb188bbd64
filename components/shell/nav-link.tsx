"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type NavLinkProps = {
  href: string;
  exact?: boolean;
  className?: string;
  currentClassName?: string;
  otherClassName?: string;
  children: ReactNode;
};

/** A link that says when it leads to where one is (`aria-current`). */
export function NavLink({
  href,
  exact,
  className,
  currentClassName,
  otherClassName,
  children,
}: NavLinkProps) {
  const path = usePathname();
  const current = path === href || (!exact && path.startsWith(`${href}/`));
  return (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      className={classNames(className, current ? currentClassName : otherClassName)}
    >
      {children}
    </Link>
  );
}
