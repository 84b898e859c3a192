#!/bin/sh
# Looks at the linked data of the built program, with the sample and pages of the tests of reading in it. Needs Go, Node 20 or
# newer and npm.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
server=
finish() {
	[ -z "$server" ] || kill "$server" 2>/dev/null || true
	rm -rf "$work"
}
trap finish EXIT
npm ci --no-audit --no-fund --loglevel=error
(cd ../.. && go build -o "$work/councilgraph" .)
database=sqlite:$work/triples.db
node prepare.mjs "$work/pages"
"$work/councilgraph" ingest --database "$database" ../../sample/pages "$work/pages/manifest.jsonl" >"$work/ingest" 2>&1 || { cat "$work/ingest" >&2; exit 1; }
"$work/councilgraph" export --database "$database" --format nquads --base-url https://councils.example --out "$work/exports/" >/dev/null

: >"$work/out"
"$work/councilgraph" serve --database "$database" --exports "$work/exports" --addr 127.0.0.1:0 --limit points=0 >"$work/out" 2>"$work/log" &
server=$!
tries=0
until grep -q '^GraphQL' "$work/out"; do
	tries=$((tries + 1))
	if [ "$tries" -gt 150 ]; then
		cat "$work/log" >&2
		exit 1
	fi
	sleep 0.2
done
address=$(sed -n 's/^GraphQL *//p' "$work/out")
node check.mjs "${address%/graphql}" || { tail -n 20 "$work/log" >&2; exit 1; }
