import { useTranslations } from "next-intl";

/** The first stop of the keyboard: past the navigation, to the content. */
export function SkipLink() {
  const t = useTranslations("shell");
  return (
    <a
      href="#main"
      className="fixed start-4 top-3 z-50 -translate-y-24 rounded bg-accent px-4 py-2.5 font-medium text-on-accent focus:shadow-overlay focus:translate-y-0 hover:text-on-accent"
    >
      {t("skip")}
    </a>
  );
}
