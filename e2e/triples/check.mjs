// Looks at the linked data of a server: node check.mjs http://HOST. Each form of a document says the same, triple by triple; the
// documents keep to the shapes; each term is defined by its vocabulary. It fails where anything is otherwise.
import { defined, used } from './terms.mjs'
import { difference, embedded, fromJSONLD, fromNTriples, fromTurtle, parse } from './quads.mjs'
import { Shapes } from './shapes.mjs'

const base = process.argv[2]
const faults = []
const fault = (words) => faults.push(words)

async function get(path, accept, status = 200) {
  const res = await fetch(base + path, { headers: { accept } })
  if (res.status !== status) throw new Error(`${path} as ${accept}: ${res.status} ${await res.text()}`)
  return res.text()
}

// addresses are those of all things of a kind that has a list, at most so many.
async function addresses(list, most) {
  const query = `{ ${list}(first: ${most}) { nodes { uri } } }`
  const res = await fetch(`${base}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) })
  const { data, errors } = await res.json()
  if (errors) throw new Error(JSON.stringify(errors))
  return data[list].nodes.map((n) => n.uri)
}

// same compares the forms of one document and gives its statements.
async function same(path, html) {
  const turtle = await get(path, 'text/turtle')
  const want = fromTurtle(turtle)
  const forms = {
    'N-Triples': fromNTriples(await get(path, 'application/n-triples')),
    'JSON-LD': await fromJSONLD(await get(path, 'application/ld+json')),
    'Turtle by suffix': fromTurtle(await get(`${path}.ttl`, '*/*')),
  }
  if (html) forms['JSON-LD in the page'] = await fromJSONLD(embedded(await get(path, 'text/html')))
  for (const [form, got] of Object.entries(forms)) {
    const d = difference(want, got)
    if (d) fault(`${path}: ${form} (+) says something else than Turtle (-):\n${d}`)
  }
  if (want.length === 0) fault(`${path} says nothing`)
  return parse(turtle, 'Turtle')
}

const shapes = new Shapes(await get('/def/shapes.ttl', 'text/turtle'))
const own = await same('/def/council', false)
const terms = defined(own)
const vocabularies = [`${base}/def/council#`, 'http://xmlns.com/foaf/0.1/', 'http://schema.org/', 'http://purl.org/dc/terms/', 'http://www.w3.org/2004/02/skos/core#', 'http://www.w3.org/2006/time#', 'http://rdfs.org/ns/void#',
  ...['org', 'prov', 'dcat', 'oa', 'opengov'].map((n) => `http://www.w3.org/ns/${n}#`)]
const classes = new Set()
let documents = 0
let statements = 0

async function look(path, html) {
  const quads = await same(path, html)
  for (const q of quads) if (q.predicate.value.endsWith('#type')) classes.add(q.object.value)
  for (const term of used(quads, vocabularies)) if (!terms.has(term)) fault(`${path} uses ${term}, which its vocabulary does not define`)
  for (const words of await shapes.broken(quads)) fault(`${path} breaks a shape: ${words}`)
  documents++
  statements += quads.length
  return quads
}

for (const list of ['councils', 'committees', 'people', 'meetings', 'agendaItems', 'resolutions', 'decisions', 'issues', 'sources']) {
  const found = await addresses(list, list === 'councils' ? 100 : 40)
  if (found.length === 0) fault(`there are no ${list} to look at`)
  const some = list === 'councils' ? found.filter((uri) => /bromley|haringey|armagh/.test(uri)) : found
  for (const uri of some) await look(uri.replace('/id/', '/doc/'), true)
}
await look('/data', false)
await look('/.well-known/void', false)
for (const term of used(own, vocabularies)) if (!terms.has(term)) fault(`/def/council uses ${term}, which its vocabulary does not define`)

const wanted = ['org#FormalOrganization', 'org#OrganizationalUnit', 'org#Membership', 'org#Post', 'foaf/0.1/Person', 'schema.org/AdministrativeArea', '#Party', '#Term', 'schema.org/Event', '#Attendance',
  '#Declaration', '#AgendaItem', '#Resolution', '#Participation', '#Reference', 'schema.org/MonetaryAmount', 'opengov#Motion', 'opengov#VoteEvent', 'opengov#Vote', '#Decision', '#Issue', '#Source', '#Evidence',
  'schema.org/DigitalDocument', 'dcat#Dataset', 'void#Dataset', 'dcat#DataService']
for (const end of wanted) if (![...classes].some((c) => c.endsWith(end))) fault(`nothing of the class ...${end} was there to look at`)

// What must fail does: a form that lost a statement, a term that is in no vocabulary, a document that breaks three shapes.
const example = await get('/doc/bromley/composed-example-committee/2024-02-07/5', 'text/turtle')
const right = parse(example, 'Turtle')
if (!difference(fromTurtle(example), fromTurtle(example).slice(1))) fault('a lost statement was not noticed')
if (terms.has('http://schema.org/agenda')) fault('a term that is in no vocabulary was not noticed')
const wrong = right.filter((q) => !q.predicate.value.endsWith('/terms/title') && !q.predicate.value.endsWith('#truncated') && !q.predicate.value.endsWith('#attendanceStatus') && !q.predicate.value.endsWith('#part'))
if ((await shapes.broken(wrong)).length < 3) fault('a document that breaks shapes was not noticed')

if (faults.length) {
  console.error(`${faults.length} faults in ${documents} documents:\n${faults.slice(0, 40).join('\n')}`)
  process.exit(1)
}
console.log(`${documents} documents with ${statements} statements say the same in each form, keep to the shapes, and use only terms that are defined`)
