"use client";

import { failureWords } from "@/components/shell/failure-words";

/**
 * When even the layout has failed: no texts, no styles, no theme can be relied on. Three languages in one page, so that it needs
 * nothing; style attributes, because the policy allows them and nothing else is loaded.
 */
export default function GlobalError() {
  return (
    <html lang="da" style={{ colorScheme: "light dark" }}>
      <body style={{ margin: 0, fontFamily: "system-ui, sans-serif", lineHeight: 1.6 }}>
        <title>Praksis</title>
        <main style={{ maxWidth: "40rem", margin: "0 auto", padding: "4rem 1.5rem" }}>
          {failureWords.map(({ lang, title, text }, index) => {
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
