#!/bin/sh
# Bundles explorer/web and packs it into explorer/dist, which is committed: Go builds and tests need no Node.
# Needs Node 20 or newer and npm.
set -eu
cd "$(dirname "$0")/web"
if ! node -e 'process.exit(process.versions.node.split(".")[0] >= 20 ? 0 : 1)'; then
	echo "explorer/build.sh needs Node 20 or newer, and found $(node --version)" >&2
	exit 1
fi
npm ci --no-audit --no-fund --loglevel=error
npm test --silent
npm run --silent pack
