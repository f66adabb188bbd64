import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { TextField } from "@/components/ui/text-field";

type VerifySearchProps = {
  /** What was asked for, as it was typed. */
  serial: string;
  name: string;
  problem: "notFound" | "incomplete" | null;
};

/** The search of the public check: an ordinary GET form, which works without scripts and can be bookmarked. */
export function VerifySearch({ serial, name, problem }: VerifySearchProps) {
  const t = useTranslations("certificates.search");
  return (
    <div className="grid gap-8">
      {problem === "notFound" ? (
        <Callout tone="warning" icon="search" title={t("notFound")}>
          {t("notFoundHint")}
        </Callout>
      ) : null}
      {problem === "incomplete" ? <Callout tone="danger" title={t("incomplete")} /> : null}
      <form action="/verify" method="get" className="grid max-w-xl gap-6">
        <TextField
          name="serial"
          label={t("serial")}
          hint={t("serialHint")}
          defaultValue={serial}
          maxLength={40}
          autoComplete="off"
          spellCheck={false}
          size="medium"
        />
        <TextField name="name" label={t("name")} defaultValue={name} maxLength={200} autoComplete="off" />
        <div>
          <Button type="submit" icon="shield">
            {t("submit")}
          </Button>
        </div>
      </form>
      <details className="max-w-prose">
        <summary className="inline-flex min-h-target items-center text-accent underline underline-offset-2">
          {t("why")}
        </summary>
        <p>{t("whyText")}</p>
      </details>
    </div>
  );
}
