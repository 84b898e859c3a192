#!/bin/sh
# Asks the built program, with the sample in it, by the clients that people use: each puts a list together from
# its pages and compares it with the whole. Compilers of clients read the schema that the server publishes.
# Needs Go, Node 20 or newer and npm.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
server=
finish() {
	if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; fi
	rm -rf "$work"
}
trap finish EXIT
if grep -q '"resolved"' package-lock.json; then
	echo 'e2e/clients/package-lock.json names download hosts: run npm install in e2e/clients, whose .npmrc leaves them out' >&2
	exit 1
fi
npm ci --no-audit --no-fund --loglevel=error
PATH=$PWD/node_modules/.bin:$PATH
(cd ../.. && go build -o "$work/councilgraph" .)

# serve ARGUMENT ... starts the server and waits for it, for a minute at most; ENDPOINT is its address.
serve() {
	: >"$work/out" # what the server before said is not its address
	"$work/councilgraph" serve --sample --addr 127.0.0.1:0 "$@" >"$work/out" 2>"$work/log" &
	server=$!
	tries=0
	until grep -q '^GraphQL' "$work/out"; do
		tries=$((tries + 1))
		if [ "$tries" -gt 300 ] || ! kill -0 "$server" 2>/dev/null; then
			echo "the server does not start:" >&2
			cat "$work/log" >&2
			exit 1
		fi
		sleep 0.2
	done
	ENDPOINT=$(sed -n 's/^GraphQL *//p' "$work/out")
	export ENDPOINT
}

stop() {
	kill "$server"
	wait "$server"
	server=
}

# What the clients' compilers make of the published schema.
serve
rm -rf generated
mkdir -p generated/relay
echo '{"type":"commonjs"}' >generated/relay/package.json
node -e 'fetch(process.argv[1]).then(async (r) => { if (!r.ok) throw new Error(`schema: ${r.status}`); process.stdout.write(await r.text()) })' \
	"${ENDPOINT%/graphql}/schema.graphql" >generated/schema.graphql
eslint --max-warnings 0 generated/schema.graphql
echo 'graphql-eslint: the schema keeps the rules of Relay'
relay-compiler relay.config.json >"$work/relay" || { cat "$work/relay" >&2; exit 1; }
graphql-codegen --silent --config codegen.json
gql.tada generate-output >"$work/tada" || { cat "$work/tada" >&2; exit 1; }
tsc --project .
(cd go && go generate . && go build -o "$work/genqlient" .)
stop

# What they ask.
serve --documents generated/codegen/persisted-documents.json
for client in apollo.mjs urql.mjs relay/walk.mjs generated/js/codegen/walk.js generated/js/tada/walk.js; do
	node "$client"
done
"$work/genqlient"
stop
