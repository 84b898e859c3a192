// Statements as sorted lines of N-Triples, read from each form by a library of its own: n3 reads Turtle and N-Triples, jsonld JSON-LD.
import jsonld from 'jsonld'
import { Parser, Writer } from 'n3'

const writer = new Writer({ format: 'N-Triples' })
const lines = (quads) => [...new Set(quads.map((q) => writer.quadToString(q.subject, q.predicate, q.object)))].sort()

// A context that is to be fetched is a mistake: ours stand in the document.
const documentLoader = async (url) => {
  throw new Error(`the document asks for ${url}`)
}

export const parse = (text, format) => new Parser({ format }).parse(text)
export const fromTurtle = (text) => lines(parse(text, 'Turtle'))
export const fromNTriples = (text) => lines(parse(text, 'N-Triples'))
export async function fromJSONLD(text) {
  const quads = await jsonld.toRDF(JSON.parse(text), { format: 'application/n-quads', documentLoader, safe: true })
  return lines(parse(quads, 'N-Quads'))
}

// embedded is the JSON-LD that a page for people holds.
export function embedded(html) {
  const found = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)]
  if (found.length !== 1) throw new Error(`the page holds ${found.length} data blocks`)
  return found[0][1]
}

// difference says in what two lists of lines differ, '' where they are equal.
export function difference(a, b) {
  const missing = a.filter((x) => !b.includes(x))
  const more = b.filter((x) => !a.includes(x))
  return [...missing.map((x) => `- ${x}`), ...more.map((x) => `+ ${x}`)].slice(0, 6).join('')
}
