// Writes pages that were made up for the tests of reading into a folder, with a manifest: node prepare.mjs FOLDER. Together with the
// sample they hold things of every kind.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2]
const names = ['decision-officer', 'decision-list-rows', 'members-index', 'votes-counts', 'declarations', 'meeting-attendance', 'list-motion-amendment', 'issue-two-meetings']
mkdirSync(folder, { recursive: true })
const lines = names.map((name) => {
  const [first, ...rest] = readFileSync(new URL(`../../ingest/format/testdata/${name}/page.txt`, import.meta.url), 'utf8').split('\n')
  if (!first.startsWith('URL: ')) throw new Error(`${name} does not begin with its address`)
  writeFileSync(join(folder, `${name}.txt`), rest.join('\n'))
  return JSON.stringify({ file: `${name}.txt`, council: 'E09000006', url: first.slice(5).trim(), fetchedAt: '2026-11-20T10:00:00Z' })
})
writeFileSync(join(folder, 'manifest.jsonl'), lines.join('\n') + '\n')
