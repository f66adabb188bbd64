import type { ReactNode } from "react";
import { classNames } from "./class-names";

type Block = { kind: "text" | "bullets" | "numbers"; lines: string[] };

const bullet = /^\s*[-–•*]\s+/;
const number = /^\s*\d{1,2}[.)]\s+/;

function kindOf(line: string): Block["kind"] {
  return bullet.test(line) ? "bullets" : number.test(line) ? "numbers" : "text";
}

/** Plain text in paragraphs and lists: an empty line parts paragraphs, lines that begin with `-` or `1.` make lists. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  for (const line of text.replace(/\r\n?/g, "\n").split("\n")) {
    if (line.trim() === "") {
      open = undefined;
      continue;
    }
    const kind = kindOf(line);
    if (open?.kind !== kind) {
      open = { kind, lines: [] };
      blocks.push(open);
    }
    open.lines.push(line.replace(kind === "bullets" ? bullet : kind === "numbers" ? number : "", "").trim());
  }
  return blocks;
}

function withKeys(lines: string[]): { key: string; line: string }[] {
  return lines.map((line, index) => ({ key: `${index}:${line.slice(0, 24)}`, line }));
}

/** What a person wrote, as they meant it, and nothing that could run: it is rendered as text, never as HTML. */
export function ProseText({ text, className }: { text: string; className?: string }) {
  const blocks = blocksOf(text).map((block, index) => ({ ...block, key: `${index}:${block.kind}` }));
  return (
    <Prose className={className}>
      {blocks.map(({ key, kind, lines }) => {
        if (kind === "text")
          return (
            <p key={key} className="whitespace-pre-line">
              {lines.join("\n")}
            </p>
          );
        const items = withKeys(lines).map((item) => <li key={item.key}>{item.line}</li>);
        return kind === "bullets" ? <ul key={key}>{items}</ul> : <ol key={key}>{items}</ol>;
      })}
    </Prose>
  );
}

/** The setting of running text: measure, rhythm and lists. For pages that write their own elements. */
function Prose({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div
      className={classNames(
        "grid max-w-prose gap-4 [&_h2]:mt-4 [&_h2]:text-xl [&_h3]:mt-2 [&_h3]:text-lg [&_ol]:list-decimal [&_ol]:ps-6 [&_ul]:list-disc [&_ul]:ps-5 [&_li]:ps-1 [&_li+li]:mt-1",
        className,
      )}
    >
      {children}
    </div>
  );
}
