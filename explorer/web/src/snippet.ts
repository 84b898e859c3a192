import type { Operation } from './operation';

/** The languages that a query can be shown in, with the name that people know. */
export const languages = { curl: 'curl', javascript: 'JavaScript', python: 'Python', go: 'Go' } as const;

/** One of those languages. */
export type Language = keyof typeof languages;

/** Addresses longer than this, in characters, are refused on the way to many servers; a longer query goes by POST. */
const longest = 4000;

/**
 * Writes a program that sends an operation to the endpoint and prints the answer. It needs nothing but the language's own library, and
 * a query can hold any character.
 */
export function snippet(language: Language, endpoint: string, operation: Operation): string {
  const query = operation.query.replaceAll('\r\n', '\n').trim();
  return { curl, javascript, python, go }[language](endpoint, { ...operation, query });
}

/** The variables as an object; text that is no JSON object, which the editor marks, is left out. */
function variablesOf({ variables }: Operation): object | undefined {
  try {
    const value = JSON.parse(variables ?? '');
    return typeof value === 'object' && value !== null && Object.keys(value).length > 0 ? value : undefined;
  } catch {
    return undefined;
  }
}

function curl(endpoint: string, operation: Operation): string {
  const { query, operationName } = operation;
  const variables = variablesOf(operation);
  if (query.length > longest) {
    const body = JSON.stringify({ query, variables, operationName });
    return `curl ${shell(endpoint)} \\\n  -H 'Content-Type: application/json' \\\n  --data-binary ${shell(body)}\n`;
  }
  const parts = [`query=${query}`];
  if (variables) {
    parts.push(`variables=${JSON.stringify(variables)}`);
  }
  if (operationName) {
    parts.push(`operationName=${operationName}`);
  }
  return `curl -G ${shell(endpoint)}${parts.map((part) => ` \\\n  --data-urlencode ${shell(part)}`).join('')}\n`;
}

/** Quotes a text for a POSIX shell. */
function shell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function javascript(endpoint: string, operation: Operation): string {
  const variables = variablesOf(operation);
  const fields = ['query'];
  if (variables) {
    fields.push(`variables: ${JSON.stringify(variables)}`);
  }
  if (operation.operationName) {
    fields.push(`operationName: ${JSON.stringify(operation.operationName)}`);
  }
  const query = operation.query.replace(/[\\`]|\$\{/g, '\\$&');
  return `const query = \`${query}\`;

const response = await fetch(${JSON.stringify(endpoint)}, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ ${fields.join(', ')} }),
});
const { data, errors } = await response.json();
if (errors) {
  throw new Error(JSON.stringify(errors));
}
console.log(JSON.stringify(data, null, 2));
`;
}

function python(endpoint: string, operation: Operation): string {
  const variables = variablesOf(operation);
  const fields = ['"query": query'];
  if (variables) {
    fields.push(`"variables": json.loads(${JSON.stringify(JSON.stringify(variables))})`);
  }
  if (operation.operationName) {
    fields.push(`"operationName": ${JSON.stringify(operation.operationName)}`);
  }
  const query = operation.query.replaceAll('\\', '\\\\').replaceAll('"""', '\\"\\"\\"');
  return `import json
import urllib.request

query = """
${query}
"""

request = urllib.request.Request(
    ${JSON.stringify(endpoint)},
    data=json.dumps({${fields.join(', ')}}).encode(),
    headers={"Content-Type": "application/json"},
)
with urllib.request.urlopen(request) as response:
    answer = json.load(response)
if answer.get("errors"):
    raise SystemExit(answer["errors"])
print(json.dumps(answer["data"], indent=2, ensure_ascii=False))
`;
}

function go(endpoint: string, operation: Operation): string {
  const variables = variablesOf(operation);
  const fields = ['"query": query'];
  if (variables) {
    fields.push(`"variables": json.RawMessage(${raw(JSON.stringify(variables))})`);
  }
  if (operation.operationName) {
    fields.push(`"operationName": ${JSON.stringify(operation.operationName)}`);
  }
  return `package main

import (
	"bytes"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"os"
)

const query = ${raw(operation.query)}

func main() {
	body, err := json.Marshal(map[string]any{${fields.join(', ')}})
	if err != nil {
		log.Fatal(err)
	}
	response, err := http.Post(${JSON.stringify(endpoint)}, "application/json", bytes.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	if _, err := io.Copy(os.Stdout, response.Body); err != nil {
		log.Fatal(err)
	}
}
`;
}

/** Writes a text as a raw string of Go, which cannot hold a backtick itself. */
function raw(text: string): string {
  return `\`${text.replaceAll('`', '` + "`" + `')}\``;
}
