#!/bin/sh
# Proves that the committed explorer/dist is what explorer/web gives: a clean install, a build, a comparison of every file's bytes.
# Needs Node 20 or newer and npm. Fails, naming the files, where they differ.
set -eu
cd "$(dirname "$0")/web"
if ! node -e 'process.exit(process.versions.node.split(".")[0] >= 20 ? 0 : 1)'; then
	echo "explorer/check.sh needs Node 20 or newer, and found $(node --version)" >&2
	exit 1
fi
if grep -q '"resolved"' package-lock.json; then
	echo 'explorer/web/package-lock.json names download hosts: run npm install in explorer/web, whose .npmrc leaves them out' >&2
	exit 1
fi
npm ci --no-audit --no-fund --loglevel=error
npm test --silent
npm run --silent check
