// The terms of the vocabularies, from the vocabularies' own files.
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from './quads.mjs'

// Popolo has no package: these are the terms of its contexts and examples (popolo-project/popolo-spec) that are used.
const opengov = 'http://www.w3.org/ns/opengov#'
const popolo = ['Motion', 'VoteEvent', 'Vote', 'YesCount', 'NoCount', 'AbstainCount', 'AbsentCount', 'Pass', 'Fail', 'voteEvent', 'motion', 'result', 'count', 'vote', 'onBehalfOf']

// defined are all IRIs that the vocabularies define: subjects within their namespaces. own is our vocabulary, as quads.
export function defined(own) {
  const out = new Set(popolo.map((name) => opengov + name))
  const folder = new URL('node_modules/@vocabulary/', import.meta.url)
  for (const name of readdirSync(folder)) {
    for (const file of readdirSync(new URL(`${name}/`, folder)).filter((f) => f.endsWith('.nq'))) {
      for (const q of parse(readFileSync(new URL(`${name}/${file}`, folder), 'utf8'), 'N-Quads')) out.add(q.subject.value)
    }
  }
  for (const q of own) out.add(q.subject.value)
  return out
}

const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const xsd = 'http://www.w3.org/2001/XMLSchema#'
const known = new Set(['string', 'boolean', 'integer', 'decimal', 'date', 'dateTime'].map((n) => xsd + n).concat('http://www.w3.org/1999/02/22-rdf-syntax-ns#langString'))

// used are the terms that statements use: properties, classes, datatypes, and things that a vocabulary names.
export function used(quads, vocabularies) {
  const out = new Set()
  for (const q of quads) {
    out.add(q.predicate.value)
    if (q.object.termType === 'Literal') {
      if (!known.has(q.object.datatype.value)) out.add(q.object.datatype.value)
    } else if (q.predicate.value === type || vocabularies.some((v) => q.object.value.startsWith(v) && q.object.value !== v)) out.add(q.object.value)
  }
  return out
}
