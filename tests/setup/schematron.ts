/** Runs a Schematron of XPath 2 over an XML document: somebody else's rules, on somebody else's XPath engine. */
import { readFileSync } from "node:fs";
import {
  evaluateXPath,
  evaluateXPathToBoolean,
  evaluateXPathToNodes,
  type Options,
  registerCustomXPathFunction,
} from "fontoxpath";
import { type Document, type Element, type Node, parseXmlDocument } from "slimdom";

const SCH = "http://purl.oclc.org/dsdl/schematron";
const UTILS = "utils";

type Variables = Record<string, unknown>;
type Frame = { readonly resolve: (prefix: string) => string | null; readonly variables: Variables };

const children = (element: Element | Document, name: string): Element[] =>
  [...element.childNodes].filter(
    (node): node is Element =>
      node.nodeType === 1 && (node as Element).localName === name && (node as Element).namespaceURI === SCH,
  );

/** The check digits that Peppol's own functions compute; the rest of its functions concern countries that nothing here sells from. */
function registerUtils(): void {
  const text = (value: unknown) => String(value ?? "");
  registerCustomXPathFunction(
    { namespaceURI: UTILS, localName: "gln" },
    ["xs:string?"],
    "xs:boolean",
    (_c, value) => {
      const digits = [...text(value)].map(Number).reverse();
      const sum = digits
        .slice(1)
        .reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 3 : 1), 0);
      return (10 - (sum % 10)) % 10 === digits[0];
    },
  );
  registerCustomXPathFunction(
    { namespaceURI: UTILS, localName: "slack" },
    ["xs:double", "xs:double", "xs:double"],
    "xs:boolean",
    (_c, exp, value, slack) => exp + slack >= value && exp - slack <= value,
  );
  for (const localName of [
    "mod11",
    "mod97-0208",
    "checkCodiceIPA",
    "checkCF",
    "checkCF16",
    "checkPIVAseIT",
    "checkSEOrgnr",
    "TinVerification",
    "abn",
  ])
    registerCustomXPathFunction({ namespaceURI: UTILS, localName }, ["xs:string?"], "xs:boolean", () => true);
}
registerUtils();

function lets(element: Element, context: Node, frame: Frame): Frame {
  const variables = { ...frame.variables };
  for (const definition of children(element, "let")) {
    const name = definition.getAttribute("name") ?? "";
    variables[name] = evaluate(definition.getAttribute("value") ?? "", context, { ...frame, variables });
  }
  return { ...frame, variables };
}

const options = (frame: Frame): Options => ({
  namespaceResolver: frame.resolve,
  // Null is what the library takes for "not mine", though its types do not say so.
  functionNameResolver: (({ prefix, localName }) => {
    const namespaceURI = new Map([
      ["u", UTILS],
      ["xs", "http://www.w3.org/2001/XMLSchema"],
      ["", "http://www.w3.org/2005/xpath-functions"],
    ]).get(prefix);
    return namespaceURI === undefined ? null : { namespaceURI, localName };
  }) as NonNullable<Options["functionNameResolver"]>,
});

function evaluate(expression: string, context: Node, frame: Frame): unknown {
  return evaluateXPath(
    expression,
    context,
    null,
    frame.variables as never,
    evaluateXPath.ANY_TYPE,
    options(frame),
  );
}

/** A rule that a document breaks: its name, how bad it is, what it says. */
type Broken = { readonly id: string; readonly flag: string; readonly text: string };

/** What was checked. A run that fires no rule proves nothing. */
export type Report = { readonly broken: Broken[]; readonly fired: number };

/** Checks `xml` against the Schematron in a file. Within a pattern the first rule that fits a node is the one that counts (ISO 19757-3). */
export function checkSchematron(file: string, xml: string): Report {
  const schema = parseXmlDocument(readFileSync(file, "utf8")).documentElement as Element;
  const document = parseXmlDocument(xml);
  const prefixes = new Map(
    children(schema, "ns").map((ns) => [ns.getAttribute("prefix") ?? "", ns.getAttribute("uri") ?? ""]),
  );
  prefixes.set("xs", "http://www.w3.org/2001/XMLSchema");
  const root = lets(schema, document, { resolve: (prefix) => prefixes.get(prefix) ?? null, variables: {} });
  const broken: Broken[] = [];
  let fired = 0;
  for (const pattern of children(schema, "pattern")) {
    const frame = lets(pattern, document, root);
    const done = new Set<Node>();
    for (const rule of children(pattern, "rule")) {
      const context = (rule.getAttribute("context") ?? "")
        .split("|")
        .map((part) => (part.trim().startsWith("/") ? part.trim() : `//${part.trim()}`))
        .join(" | ");
      const nodes = evaluateXPathToNodes(
        context,
        document,
        null,
        frame.variables as never,
        options(frame),
      ) as Node[];
      for (const node of nodes.filter((each) => !done.has(each))) {
        done.add(node);
        const local = lets(rule, node, frame);
        for (const assertion of children(rule, "assert")) {
          fired += 1;
          const test = assertion.getAttribute("test") ?? "";
          if (evaluateXPathToBoolean(test, node, null, local.variables as never, options(local))) continue;
          broken.push({
            id: assertion.getAttribute("id") ?? "",
            flag: assertion.getAttribute("flag") ?? "",
            text: assertion.textContent?.trim() ?? "",
          });
        }
      }
    }
  }
  return { broken, fired };
}
