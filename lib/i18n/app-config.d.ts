import type admin from "./messages/da/admin.json";
import type applications from "./messages/da/applications.json";
import type assess from "./messages/da/assess.json";
import type badges from "./messages/da/badges.json";
import type calendar from "./messages/da/calendar.json";
import type billing from "./messages/da/billing.json";
import type certificates from "./messages/da/certificates.json";
import type certification from "./messages/da/certification.json";
import type certify from "./messages/da/certify.json";
import type cohorts from "./messages/da/cohorts.json";
import type enrolments from "./messages/da/enrolments.json";
import type facilitate from "./messages/da/facilitate.json";
import type groupEntries from "./messages/da/group-entries.json";
import type library from "./messages/da/library.json";
import type lists from "./messages/da/lists.json";
import type mail from "./messages/da/mail.json";
import type messages from "./messages/da/messages.json";
import type my from "./messages/da/my.json";
import type observations from "./messages/da/observations.json";
import type organisation from "./messages/da/organisation.json";
import type programmes from "./messages/da/programmes.json";
import type publicArea from "./messages/da/public.json";
import type refusals from "./messages/da/refusals.json";
import type shell from "./messages/da/shell.json";
import type signIn from "./messages/da/sign-in.json";
import type staff from "./messages/da/staff.json";
import type ui from "./messages/da/ui.json";

/** Makes every key of every text known to the compiler: a misspelt or missing key does not compile. */
declare module "next-intl" {
  interface AppConfig {
    Locale: "da" | "sv" | "en";
    Messages: {
      admin: typeof admin;
      applications: typeof applications;
      assess: typeof assess;
      badges: typeof badges;
      calendar: typeof calendar;
      billing: typeof billing;
      certificates: typeof certificates;
      certification: typeof certification;
      certify: typeof certify;
      cohorts: typeof cohorts;
      enrolments: typeof enrolments;
      facilitate: typeof facilitate;
      "group-entries": typeof groupEntries;
      library: typeof library;
      lists: typeof lists;
      mail: typeof mail;
      messages: typeof messages;
      my: typeof my;
      observations: typeof observations;
      organisation: typeof organisation;
      programmes: typeof programmes;
      public: typeof publicArea;
      refusals: typeof refusals;
      shell: typeof shell;
      "sign-in": typeof signIn;
      staff: typeof staff;
      ui: typeof ui;
    };
  }
}
