#!/bin/sh
# Looks at every kind of page of the built program, with the sample in it, in a real browser that can reach nothing else. CHROMIUM names
# the browser, SCREENSHOTS a folder for pictures (default: shots beside this file). Needs Go, Node 20 or newer and npm.
set -eu
cd "$(dirname "$0")"
if grep -q '"resolved"' package-lock.json; then
	echo 'e2e/look/package-lock.json names download hosts: run npm install in e2e/look, whose .npmrc leaves them out' >&2
	exit 1
fi
npm ci --no-audit --no-fund --loglevel=error
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd ../.. && go build -o "$work/councilgraph" .)
SCREENSHOTS=${SCREENSHOTS:-$PWD/shots}
mkdir -p "$SCREENSHOTS"
export SCREENSHOTS
./offline.sh node look.mjs "$work/councilgraph"
