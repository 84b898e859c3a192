#!/bin/sh
# Asks the built program what clients demand of GraphQL over HTTP: the audits of graphql-http, and streams
# with the client of graphql-sse while another process takes pages in. Needs Go, Node 20 or newer and npm.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
server=
stream=
finish() {
	for process in $stream $server; do kill "$process" 2>/dev/null || true; done
	rm -rf "$work"
}
trap finish EXIT
npm ci --no-audit --no-fund --loglevel=error
(cd ../.. && go build -o "$work/councilgraph" .)
database=sqlite:$work/audit.db

# await COMMAND runs the command until it succeeds, for half a minute at most.
await() {
	tries=0
	until "$@"; do
		tries=$((tries + 1))
		if [ "$tries" -gt 150 ]; then
			echo "in vain: $*" >&2
			cat "$work/log" >&2
			exit 1
		fi
		sleep 0.2
	done
}

: >"$work/out"
# The audits are asked all at once, which is more than one client may.
"$work/councilgraph" serve --database "$database" --addr 127.0.0.1:0 --limit concurrent=100 >"$work/out" 2>"$work/log" &
server=$!
await grep -q '^GraphQL' "$work/out"
address=$(sed -n 's/^GraphQL *//p' "$work/out")

: >"$work/stream"
node stream.mjs "$address" >"$work/stream" &
stream=$!
await grep -q '^open' "$work/stream"
"$work/councilgraph" ingest --database "$database" ../../sample/pages >/dev/null
wait "$stream"
stream=
sed 1d "$work/stream"

node audit.mjs "$address"
