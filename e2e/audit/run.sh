#!/bin/sh
# Asks the built program, serving the sample, what GraphQL over HTTP demands: the audits of graphql-http.
# Needs Go, Node 20 or newer and npm.
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
"$work/councilgraph" serve --sample --addr 127.0.0.1:0 >"$work/out" 2>"$work/log" &
server=$!
tries=0
until address=$(sed -n 's/^GraphQL *//p' "$work/out") && [ -n "$address" ]; do
	tries=$((tries + 1))
	if [ "$tries" -gt 150 ] || ! kill -0 "$server" 2>/dev/null; then
		echo "the server does not start:" >&2
		cat "$work/log" >&2
		exit 1
	fi
	sleep 0.2
done
node audit.mjs "$address"
