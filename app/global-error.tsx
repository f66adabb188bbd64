"use client";

/**
 * When even the layout has failed: no texts, no styles, no theme can be relied on. Three languages in one page, so that it needs
 * nothing; style attributes, because the policy allows them and nothing else is loaded.
 */
export default function GlobalError() {
  const sentences = [
    {
      lang: "da",
      title: "Noget gik galt hos os",
      text: "Det er ikke noget, du har gjort. Prøv igen om lidt.",
    },
    {
      lang: "sv",
      title: "Något gick fel hos oss",
      text: "Det är inget du har gjort. Försök igen om en stund.",
    },
    {
      lang: "en",
      title: "Something went wrong at our end",
      text: "It is nothing you did. Try again in a moment.",
    },
  ];
  return (
    <html lang="da" style={{ colorScheme: "light dark" }}>
      <body style={{ margin: 0, fontFamily: "system-ui, sans-serif", lineHeight: 1.6 }}>
        <title>Praksis</title>
        <main style={{ maxWidth: "40rem", margin: "0 auto", padding: "4rem 1.5rem" }}>
          {sentences.map(({ lang, title, text }, index) => {
            const Heading = index === 0 ? "h1" : "h2";
            return (
              <section key={lang} lang={lang}>
                <Heading style={{ fontSize: index === 0 ? "1.75rem" : "1.25rem", marginBottom: 0 }}>
                  {title}
                </Heading>
                <p>{text}</p>
              </section>
            );
          })}
          <p>
            <a href="/" style={{ color: "LinkText" }}>
              Praksis
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}
