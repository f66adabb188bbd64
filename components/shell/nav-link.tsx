"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type NavLinkProps = {
  href: string;
  exact?: boolean;
  below?: readonly string[];
  className?: string;
  currentClassName?: string;
  otherClassName?: string;
  children: ReactNode;
};

/** A link that says when it leads to where one is (`aria-current`). */
export function NavLink({
  href,
  exact,
  below = [],
  className,
  currentClassName,
  otherClassName,
  children,
}: NavLinkProps) {
  const path = usePathname();
  const within = exact ? below : [href, ...below];
  const current = path === href || within.some((place) => path === place || path.startsWith(`${place}/`));
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
