#!/bin/sh
# Deploys subgraph/build/<chain>/subgraph.yaml, which `npm run render -w subgraph -- --chain <chain id>` makes, to graph-node.
# Runs in the container `deploy` of docker-compose.yml, where the admin ports can be reached.
set -eu
chain="${1:?usage: deploySubgraph.sh <chain> <version>}"
version="${2:?usage: deploySubgraph.sh <chain> <version>}"
graph="node ../node_modules/@graphprotocol/graph-cli/bin/run.js"

$graph create --node http://graph-node:8020 imprimatur || echo "imprimatur exists already"
$graph deploy --node http://graph-node:8020 --ipfs http://ipfs:5001 --version-label "$version" \
  imprimatur "build/$chain/subgraph.yaml"
