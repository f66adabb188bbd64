import { day, type Seed } from "./base.ts";
import { type Someone, seedPeople } from "./people.ts";

/** Those who run things: the accounts that a visitor of the demo signs in with. Administrators come first, they grant. */
// biome-ignore format: one account a line
function accounts(seed: Seed): Someone[] {
  return [
    { key: "admin", name: "Gro Vindinggaard", email: "admin@praksis.example", at: "praksis", title: "Systemansvarlig", roles: ["admin"] },
    { key: "staff", name: "Signe Aagreen", email: "staff@komponent.example", at: "komponent", title: "Uddannelseskoordinator", roles: ["staff"] },
    { key: "staff-2", name: "Henrik Skovbo", email: "staff2@komponent.example", at: "komponent", title: "Uddannelseschef", level: "department", roles: ["staff"] },
    { key: "facilitator", name: "Jonas Brandtoft", email: "facilitator@komponent.example", at: "komponent", title: "Chefkonsulent", roles: ["facilitator"] },
    { key: "facilitator-2", name: "Helle Rønnow", email: "facilitator2@komponent.example", at: "komponent", title: "Seniorkonsulent", roles: ["facilitator"] },
    { key: "facilitator-3", name: "Thea Lundborg", email: "facilitator3@komponent.example", at: "komponent", title: "Konsulent", roles: ["facilitator", "staff"] },
    { key: "facilitator-4", name: "Anders Vejlegaard", email: "facilitator4@komponent.example", at: "komponent", title: "Konsulent", roles: ["facilitator"] },
    { key: "facilitator-5", name: "Sanne Oddershede", email: "facilitator5@komponent.example", at: "komponent", title: "Seniorkonsulent", roles: ["facilitator"] },
    { key: "assessor", name: "Mia Strandgren", email: "assessor@copi.example", at: "copi", title: "Seniorkonsulent", roles: ["assessor"] },
    { key: "assessor-2", name: "Tobias Engholm", email: "assessor2@copi.example", at: "copi", title: "Seniorkonsulent", roles: ["assessor"] },
    // Came from Fjordby Kommune half a year ago: barred from everybody there until two years have passed.
    {
      key: "assessor-3", name: "Rikke Faldborg", email: "assessor3@copi.example", at: "copi", title: "Konsulent", roles: ["assessor"],
      before: { at: "fjordby", title: "Udviklingschef", from: day(seed, -2600), to: day(seed, -190) },
    },
    { key: "assessor-certifier", name: "Kirstine Hvidberg", email: "assessor-certifier@copi.example", at: "copi", title: "Chefkonsulent", roles: ["assessor", "certifier"] },
    { key: "certifier", name: "Poul Erik Damgren", email: "certifier@copi.example", at: "copi", title: "Certificeringsansvarlig", level: "department", roles: ["certifier"] },
    { key: "certifier-2", name: "Amina Yildirim", email: "certifier2@copi.example", at: "copi", title: "Chefkonsulent", roles: ["certifier"] },
    { key: "certifier-3", name: "Lone Birkemose", email: "certifier3@copi.example", at: "copi", title: "Vicecenterchef", level: "department", roles: ["certifier"] },
    { key: "coordinator", name: "Charlotte Nygreen", email: "coordinator@fjordby.example", at: "fjordby", title: "HR-konsulent", roles: ["coordinator"] },
    { key: "coordinator-2", name: "Ole Kragelund", email: "coordinator@aadal.example", at: "aadal", title: "HR-partner", roles: ["coordinator"] },
    { key: "coordinator-3", name: "Merete Sandbæk", email: "coordinator@klitborg.example", at: "klitborg", title: "Udviklingskonsulent", roles: ["coordinator"] },
    { key: "coordinator-4", name: "Jannik Hostrup", email: "coordinator@soendermark.example", at: "soendermark", title: "HR-chef", level: "department", roles: ["coordinator"] },
    { key: "staff-fou", name: "Agneta Stenmark", email: "staff@fou-sormland.example", at: "fou", title: "Utbildningssamordnare", locale: "sv", roles: ["staff"] },
    { key: "facilitator-fou", name: "Joakim Hedlind", email: "facilitator@fou-sormland.example", at: "fou", title: "Processledare", locale: "sv", roles: ["facilitator"] },
    // No role at all: can look around, apply, and see their own.
    { key: "newcomer", name: "Line Thorndal", email: "newcomer@aadal.example", at: "aadal", title: "Skoleleder", level: "unit" },
  ];
}

/** Writes the accounts with their roles. */
export async function seedAccounts(seed: Seed): Promise<void> {
  await seedPeople(seed, accounts(seed));
}
