// Asks a running server all audits of graphql-http: `node audit.mjs http://127.0.0.1:8080/graphql`.
// Fails where one does not pass, of whatever weight: MUST, SHOULD or MAY.
import { auditServer } from 'graphql-http'

const url = process.argv[2]
if (!url) {
  console.error('usage: node audit.mjs ADDRESS')
  process.exit(2)
}
const results = await auditServer({ url, fetchFn: fetch })
const failed = results.filter((r) => r.status !== 'ok')
for (const r of failed) console.error(`${r.status} ${r.id} ${r.name}: ${r.reason}`)
console.log(`${results.length - failed.length} of ${results.length} audits pass`)
process.exit(failed.length === 0 && results.length >= 61 ? 0 : 1)
