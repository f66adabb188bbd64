"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Icon } from "./icon";

/** The refusals that a sign-in mends. */
const MENDED = ["signIn.needed", "signIn.again"];

/**
 * The way to sign in for whoever a form refused because they are not, or not recently, signed in. In a window of its own: what was
 * typed stays where it is, and is sent again afterwards.
 */
export function SignInLink({ code }: { code?: string }) {
  const t = useTranslations("shell");
  const [path, setPath] = useState("/my");
  useEffect(() => setPath(window.location.pathname + window.location.search), []);
  if (!code || !MENDED.includes(code)) return null;
  return (
    <a
      href={`/sign-in?again=1&callbackUrl=${encodeURIComponent(path)}`}
      target="_blank"
      rel="noopener"
      className="mt-2 inline-flex items-center gap-1.5 font-medium"
    >
      {t("nav.signIn")}
      <Icon name="external" />
    </a>
  );
}
