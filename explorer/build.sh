#!/bin/sh
# Bundles explorer/web and packs it into explorer/dist, which is committed: Go builds and tests need no Node.
# Needs Node 20 or newer and npm.
set -eu
cd "$(dirname "$0")/web"
npm ci --no-audit --no-fund --loglevel=error
npm test --silent
npm run --silent pack
