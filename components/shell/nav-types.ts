import type { IconName } from "@/components/ui/icon";

/** A place in an area's navigation. Labels come translated: the shell knows no area's words. */
export type NavItem = {
  href: string;
  label: string;
  icon: IconName;
  /** Something waits there: how many. */
  count?: number;
  /** Current only at this very address, not below it: an area's home. */
  exact?: boolean;
  /** Places of other addresses that belong to it: a case to the list of cases. */
  below?: readonly string[];
};

/** An area a person may enter. */
export type AreaLink = { href: string; label: string; current?: boolean };

/** Who is signed in, as far as the shell shows it. */
export type ShellPerson = { id: string; name: string; email: string };
