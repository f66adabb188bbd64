import type { Locale } from "./locales";

/**
 * The languages of the texts. Their keys are not known to the compiler: with some six thousand of them, checking the generic
 * types of next-intl took minutes and gigabytes. tests/architecture/used-messages.ts reads the keys from the sources instead.
 */
declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
  }
}
