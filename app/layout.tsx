import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { connection } from "next/server";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AnsweredWithoutScripts } from "@/components/shell/answered-without-scripts";
import { ConnectionNotice } from "@/components/ui/connection-notice";
import { ToastRegion } from "@/components/ui/toast-region";
import { clientMessages } from "@/lib/i18n/client-messages";
import { themeCookie } from "@/lib/i18n/theme";
import { plex, plexExt } from "./fonts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return {
    title: { default: "Praksis", template: "%s · Praksis" },
    description: t("tagline"),
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f8f8f5" },
    { media: "(prefers-color-scheme: dark)", color: "#101514" },
  ],
};

/** The document: language, theme, font, and what belongs to every page. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page rendered beforehand would have no nonce, and its scripts would be refused (see proxy.ts).
  await connection();
  const locale = await getLocale();
  const theme = (await cookies()).get(themeCookie)?.value;
  return (
    <html
      lang={locale}
      data-theme={theme === "light" || theme === "dark" ? theme : undefined}
      className={`${plex.variable} ${plexExt.variable}`}
      suppressHydrationWarning
    >
      <body>
        <NextIntlClientProvider messages={await clientMessages()}>
          <ConnectionNotice />
          <AnsweredWithoutScripts />
          {children}
          <ToastRegion />
          {/* React Aria adds a style element unless one with this id is there; the policy would refuse it. The rule is in globals.css. */}
          <template id="react-aria-pressable-style" />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
