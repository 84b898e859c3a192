// Follows a running server with the client of graphql-sse: `node stream.mjs http://127.0.0.1:8080/graphql`.
// Says "open" once the streams are open, and then wants to see what another process takes in: resolutions
// with the fields asked for, and changes of one kind only. Fails where they do not come within a minute.
import { createClient } from 'graphql-sse'

const url = process.argv[2]
if (!url) {
  console.error('usage: node stream.mjs ADDRESS')
  process.exit(2)
}
let connected = 0
const client = createClient({
  url,
  retryAttempts: 0,
  onMessage: () => {},
  fetchFn: async (...request) => {
    const response = await fetch(...request)
    if (++connected === 2) console.log('open')
    return response
  },
})
const events = (query, wanted) =>
  new Promise((resolve, reject) => {
    const seen = []
    const stop = client.subscribe(
      { query },
      {
        next: (event) => {
          if (event.errors) reject(new Error(JSON.stringify(event.errors)))
          seen.push(event.data)
          if (seen.length === wanted) {
            stop()
            resolve(seen)
          }
        },
        error: reject,
        complete: () => reject(new Error(`complete after ${seen.length} events`)),
      },
    )
  })
const late = setTimeout(() => {
  console.error('the events do not come')
  process.exit(1)
}, 60_000)
try {
  const [resolutions, people] = await Promise.all([
    events('subscription { resolutionPublished { text council { slug } agendaItem { title } } }', 5),
    events('subscription { changes(types: ["Person"]) { nodeType action nodeURI } }', 5),
  ])
  if (!resolutions.every((e) => e.resolutionPublished.text && e.resolutionPublished.council.slug && e.resolutionPublished.agendaItem.title)) {
    throw new Error(JSON.stringify(resolutions))
  }
  if (!people.every((e) => e.changes.nodeType === 'Person' && e.changes.action === 'CREATED')) {
    throw new Error(JSON.stringify(people))
  }
  console.log('graphql-sse sees resolutions and changes that another process takes in')
} catch (e) {
  console.error('the streams fail:', e)
  process.exitCode = 1
}
clearTimeout(late)
client.dispose()
