import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { type Language, languages, snippet } from '../src/snippet';

// A query with every sign that one of the languages gives a meaning to.
const query = `query Nasty($a: String) {
  # it's "quoted" \\ \`ticked\` \${not} $HOME %s £ 🏛 \\n
  f(a: $a, b: """block "with" quotes""", c: "x\\"y")
}`;
const operation = { query, variables: `{"a": "it's \\"a\\" \`b\` \\\\ \${c} £"}`, operationName: 'Nasty' };

/** What runs a program of each language, given its file. */
const runners: Record<Language, { file: string; command: (file: string) => [string, string[]] }> = {
  curl: { file: 'ask.sh', command: (file) => ['sh', [file]] },
  javascript: { file: 'ask.mjs', command: (file) => [process.execPath, [file]] },
  python: { file: 'ask.py', command: (file) => ['python3', [file]] },
  go: { file: 'ask.go', command: (file) => ['go', ['run', file]] },
};

/** A server that answers each request with what it asked for. */
const server = createServer(async (request, response) => {
  let asked: unknown;
  if (request.method === 'GET') {
    const names = new URL(request.url!, 'http://localhost').searchParams;
    asked = { query: names.get('query'), variables: JSON.parse(names.get('variables') ?? 'null') ?? undefined, operationName: names.get('operationName') ?? undefined };
  } else {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    asked = JSON.parse(Buffer.concat(chunks).toString());
  }
  response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ data: { asked } }));
});
let folder: string;
let endpoint: string;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'snippets-'));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
});
after(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

function installed(language: Language): boolean {
  const command = { curl: 'curl', javascript: process.execPath, python: 'python3', go: 'go' }[language];
  try {
    execFileSync(command, [language === 'go' ? 'version' : '--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Runs a language's program and answers what the server was asked. */
async function asked(language: Language, sent: Parameters<typeof snippet>[2]): Promise<Record<string, unknown>> {
  const { file, command } = runners[language];
  writeFileSync(join(folder, file), snippet(language, endpoint, sent));
  const [program, given] = command(join(folder, file));
  const { stdout } = await promisify(execFile)(program, given, { cwd: folder, timeout: 120_000 });
  const answer = JSON.parse(stdout);
  return (answer.data ?? answer).asked; // curl and Go print the whole answer, the others its data
}

for (const language of Object.keys(languages) as Language[]) {
  const skip = installed(language) ? false : `${languages[language]} is not installed`;

  test(`${languages[language]} sends what was written`, { skip }, async () => {
    const got = await asked(language, operation);
    assert.equal((got.query as string).trim(), query);
    assert.deepEqual(got.variables, JSON.parse(operation.variables));
    assert.equal(got.operationName, 'Nasty');
  });

  test(`${languages[language]} sends a query alone`, { skip }, async () => {
    const got = await asked(language, { query: '{ a }', variables: ' ', operationName: undefined });
    assert.deepEqual({ ...got, query: (got.query as string).trim() }, { query: '{ a }' });
  });
}

test('a query too long for an address goes by POST', { skip: !installed('curl') && 'curl is not installed' }, async () => {
  const long = `{ a } # it's ${'long '.repeat(1000)}`.trim();
  assert.ok(!snippet('curl', endpoint, { query: long }).includes('-G'));
  assert.deepEqual(await asked('curl', { query: long }), { query: long });
});
