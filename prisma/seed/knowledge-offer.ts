import type { EnquiryState, PublicationKind } from "../../lib/db/generated/enums.ts";
import { advance } from "./advance.ts";
import { at, dateOf, day, idOf, past, type Seed } from "./base.ts";
import { criterionId } from "./framework.ts";
import { publications } from "./library-texts.ts";
import { organisationId } from "./organisations.ts";
import { personId } from "./people.ts";

/** Writes what CO-PI offers administrative leaders (source 2): things to read and hear, cafés, and sparring when asked. */
export async function seedKnowledgeOffer(seed: Seed): Promise<void> {
  await seedLibrary(seed);
  await seedCafes(seed);
  await seedEnquiries(seed);
}

async function seedLibrary(seed: Seed): Promise<void> {
  await seed.db.publication.createMany({
    data: publications.map(({ slug, kind, title, summary, body, on }) => ({
      id: idOf(`publication ${slug}`),
      slug,
      kind: kind satisfies PublicationKind,
      organisationId: organisationId("copi"),
      title,
      summary,
      body,
      publishedOn: dateOf(day(seed, on)),
    })),
  });
  await seed.db.publicationCriterion.createMany({
    data: publications.flatMap(({ slug, criteria }) =>
      criteria.map((position) => ({
        publicationId: idOf(`publication ${slug}`),
        criterionId: criterionId(2, position),
      })),
    ),
  });
}

async function seedCafes(seed: Seed): Promise<void> {
  // biome-ignore format: one café a line
  const cafes = [
    ["cafe-at-laere-af-fejl", "Innovationscafé: at lære af fejl", "To chefer fortæller om et forsøg, der ikke gik, og hvad det ændrede i måden at lede på.", 13, "Biblioteket, Fjordby", null],
    ["cafe-borgere-med-ved-bordet", "Innovationscafé: borgere med ved bordet", "Hvornår gør inddragelse en forskel, og hvornår er den pynt? Tre korte eksempler og tid til samtale.", 34, "Onlinemøde", "https://moede.copi.example/cafe"],
    ["cafe-spredning", "Innovationscafé: når det skal leve andre steder", "Om at give en løsning fra sig, så andre kan ændre den.", 62, "Havnehuset, Aadal", null],
    ["cafe-politisk-ledelse", "Innovationscafé: mellem politik og forsøg", "Om at omsætte en politisk hensigt til noget, der må prøves af.", -26, "Havnehuset, Aadal", null],
  ] as const;
  await seed.db.event.createMany({
    data: cafes.map(([slug, title, summary, on, place, link]) => ({
      id: idOf(`event ${slug}`),
      slug,
      organisationId: organisationId("copi"),
      title,
      summary,
      startsAt: at(seed, on, "15:00"),
      endsAt: at(seed, on, "16:30"),
      place,
      link,
    })),
  });
}

type Asked = {
  readonly name: string;
  readonly email: string;
  readonly from: "fjordby" | "aadal" | "klitborg" | null;
  readonly question: string;
  readonly state: EnquiryState;
  readonly on: number;
  readonly to?: string;
  readonly answer?: string;
  /** The body that is asked; the certifying one where nothing is said. */
  readonly of?: "komponent";
};

const ENQUIRIES: readonly Asked[] = [
  {
    name: "Asger Lindeskov",
    email: "asger.lindeskov@klitborg.example",
    from: "klitborg",
    of: "komponent",
    question:
      "Vi vil gerne have vores ledere med på et samlet innovationsakademi. Hvornår kan I holde et første møde hos os?",
    state: "new",
    on: -2,
  },
  {
    name: "Dagmar Voldsted",
    email: "dagmar.voldsted@fjordby.example",
    from: "fjordby",
    question:
      "Vi skal i gang med et tværgående projekt om tidlig indsats. Kan vi få en times sparring om, hvordan vi får medarbejderne med fra begyndelsen?",
    state: "new",
    on: -1,
  },
  {
    name: "Kaj Rosendahl",
    email: "kaj.rosendahl@aadal.example",
    from: "aadal",
    question: "Har I et oplæg om prototyper, som passer til et chefseminar på halvanden time?",
    state: "assigned",
    on: -3,
    to: "certifier-2",
  },
  {
    name: "Minna Lerche",
    email: "minna.lerche@klitborg.example",
    from: "klitborg",
    question:
      "Vi overvejer et innovationsakademi sammen med to nabokommuner. Hvem skal vi tale med, og hvad skal vi have tænkt over først?",
    state: "answered",
    on: -12,
    to: "assessor",
    answer:
      "Tak for jeres henvendelse. Tal med Komponent om rammen. Tænk over, hvem der er nøglepersoner hos jer, og hvilken opgave I vil kunne løse bedre om et år. Vi kommer gerne til det første møde.",
  },
  {
    name: "Troels Ibsager",
    email: "troels.ibsager@forening.example",
    from: null,
    question: "Kan en selvejende institution deltage i den certificerede uddannelse?",
    state: "closed",
    on: -40,
    to: "certifier-2",
    answer: "Ja, når I løser en offentlig opgave, og du har en praksis, vi kan besøge.",
  },
];

async function seedEnquiries(seed: Seed): Promise<void> {
  const rows = ENQUIRIES.map(({ state, on, to, answer, from, of, ...asked }) => ({
    ...asked,
    id: idOf(`enquiry ${asked.email}`),
    toOrganisationId: organisationId(of ?? "copi"),
    organisationId: from && organisationId(from),
    assignedToId: to ? personId(to) : null,
    answer: answer ?? "",
    answeredAt: answer ? past(seed, on + 3) : null,
    createdAt: past(seed, on, "09:45"),
    answerDueAt: at(seed, on + 5, "16:00"),
  }));
  await seed.db.enquiry.createMany({ data: rows });
  await advance(
    seed,
    "enquiry",
    "new",
    ENQUIRIES.map(({ state }, index) => ({
      id: rows[index]?.id ?? "",
      to: state,
      via: state === "closed" ? "answered" : undefined,
    })),
  );
}
