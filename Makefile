# The steps of .ci/run one by one; .ci/run runs them all on a clean machine.
.PHONY: build generate generate-check api-check fmt-check vet lint vuln test test-race test-postgres test-shared scorer browser explorer audit clients release-check ci

build:
	go build -o bin/councilgraph .

generate:
	go generate ./...

generate-check api-check fmt-check vet lint vuln test-race test-postgres test-shared scorer browser explorer audit clients release-check:
	.ci/run $@

test:
	go test ./...

ci:
	.ci/run
