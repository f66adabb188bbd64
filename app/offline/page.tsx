import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import { DeviceObservations } from "@/components/observations/offline/device-observations";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("observations.device"))("title"), robots: { index: false } };
}

/**
 * The shell of the observation form, which a browser keeps to open it without network: the same for everybody, with nobody's data. What
 * is written comes from the device itself.
 */
export default async function OfflinePage() {
  const t = await getTranslations("observations.device");
  return (
    <main id="main" className="mx-auto w-full max-w-page px-4 py-6 pb-24 sm:px-8 sm:py-10">
      <noscript>{t("needsScripts")}</noscript>
      <NextIntlClientProvider messages={await clientMessages("observations")}>
        <DeviceObservations />
      </NextIntlClientProvider>
    </main>
  );
}
