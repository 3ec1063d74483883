# 考场 Kaochang. `make exam` runs a whole exam, `make sit` seats you in it.
PREFIX ?= /usr/local
TOOLS := kaochang kaochang-terminal kaochang-site
RELEASE := .build/release

.PHONY: exam sit test tamper faults lint bench install release

exam: release
	$(RELEASE)/kaochang rehearse Papers/sichuan-2020-qualifier --bank-files QuestionBanks/hrss-2020 --into rehearsal/exam

sit: release
	@Scripts/sit $(abspath $(RELEASE))

test:
	@Scripts/setup --tests
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build --disable-xctest

tamper:
	@Scripts/setup --tests
	Scripts/tamper

# Breaks a running site for SECONDS (600 unless given) and counts what was lost.
faults:
	@Scripts/setup --tests
	KAOCHANG_FAULT_SECONDS=$(or $(SECONDS),600) swift test --disable-xctest --filter SiteFaultTests

lint:
	swift format lint --strict --recursive Package.swift Sources Tests
	Scripts/lint

bench: release
	@Scripts/setup --tests
	python3 Benchmarks/run.py

install: release
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install $(TOOLS:%=$(RELEASE)/%) "$(DESTDIR)$(PREFIX)/bin"

release:
	@Scripts/setup
	for tool in $(TOOLS); do swift build --configuration release --product $$tool || exit 1; done
