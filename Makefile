# The front door. `make help` lists every target.

PORT ?= 8080
DEMO ?= yes
DATA ?= .data
ROWS ?= 200000
ROUNDS ?= 50
# For CI, where `make test` has just compiled everything.
COMPILED ?= no
LANGUAGE ?= typescript java python csharp go kotlin
# `ENVIRONMENT=` for commands on a database of your own, named by the variables of the README.
ENVIRONMENT ?= local

# Without override, `make JAVA_HOME=<an older one>` would win silently.
override JAVA_HOME := $(shell JAVA_HOME='$(JAVA_HOME)' scripts/find-jdk)
export JAVA_HOME

# Maven's own libraries make a new JDK warn.
export MAVEN_OPTS := --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED $(MAVEN_OPTS)

# The generator tells of every file it writes.
MVN := mvn -B -ntp -Dstyle.color=never -f backend/pom.xml -Dorg.slf4j.simpleLogger.log.org.openapitools=error
JAVA := "$(JAVA_HOME)/bin/java" -XX:+UseParallelGC -XX:+ExitOnOutOfMemoryError --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED
JAR := backend/server/target/upline.jar
LOCAL := backend/server/target/lib-local/*
CLASSES := -cp "$(JAR):$(LOCAL)"
PROGRAM := $(CLASSES) app.upline.Application
APPLICATION := $(JAVA) $(PROGRAM)
# The classes of a start as the JVM had them once (ADR 42). With another JDK it says so, and starts without.
CACHE := backend/server/target/upline.aot
# What the benches start: the program as it is delivered, with a heap that is the same everywhere.
MEASURED := -Dupline.bench.program='$(JAVA) -XX:AOTCache=$(abspath $(CACHE)) -Xmx512m -cp "$(abspath $(JAR)):$(abspath backend/server/target/lib-local)/*" app.upline.Application'
# Folders too, so that a deleted file counts as a change.
SOURCES := openapi.yaml backend/pom.xml $(shell find backend/*/pom.xml backend/*/src/main openapi/guides openapi/manual)
LINT := backend/lint
SDK := sdk
TOUR := backend/demo
GENERATIVE := backend/generative
PROVIDER := backend/server/src/test/oidc
PAGE := frontend-stub
MOCK := $(PAGE)/mock
# What the page is made of: the client that the contract makes, and its own sources.
CLIENT := $(SDK)/target/typescript/package.json
DIST := $(PAGE)/dist/manifest.json
PAGE_SOURCES := $(shell find $(PAGE)/src $(PAGE)/public $(PAGE)/scripts -not -path '*/generated*') $(PAGE)/index.html $(PAGE)/vite.config.ts $(PAGE)/package-lock.json

.DEFAULT_GOAL := help
.PHONY: help run test test-page check-page check-contract check-rules verify try-sdk test-mysql quick demo bench storage load fuzz chaos enter-organizations rotate-personal-data-keys rotate-token-keys verify-audit purge-expired sbom contract frontend-dev frontend-mock lint sdk format clean jdk maven node sdk-names test-sdk release generative

help: ## List every target
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-26s %s\n", $$1, $$2 }' Makefile

run: $(CACHE) ## Start everything on a local database (options: PORT=8081, DEMO=no, DATA=folder)
	@cache=; [ ! -f $(CACHE) ] || cache=-XX:AOTCache=$(CACHE); \
	exec env MICRONAUT_ENVIRONMENTS=local UPLINE_PORT='$(PORT)' UPLINE_DATA_DIR='$(DATA)' UPLINE_LOG_FORMAT=text \
	  UPLINE_DEMO=$(if $(filter no false 0,$(DEMO)),false,true) \
	  $(JAVA) $$cache $(PROGRAM)

test: jdk maven $(PROVIDER)/node_modules/.installed ## Run every check and test, exactly as CI does
	@$(MAKE) --no-print-directory -j 2 lint check-page
	@$(MAKE) --no-print-directory -j 2 verify sdk LANGUAGE='$(filter-out typescript,$(LANGUAGE))'
	@$(MAKE) --no-print-directory -j 2 test-page try-sdk generative

# The SDKs of all languages but the page's, which is there by then, are made while a processor waits for the compiler.
verify: jdk maven
	$(MVN) spotless:check verify

test-page: $(JAR) $(PAGE)/node_modules/.installed $(TOUR)/node_modules/.installed $(PROVIDER)/node_modules/.installed ## Take the page through a browser, on an Upline of its own (option: ONLY=file)
	@MICRONAUT_ENVIRONMENTS=local UPLINE_LOG_FORMAT=text UPLINE_COMMAND='$(APPLICATION)' $(PAGE)/scripts/test-page $(ONLY)

check-page: $(DIST)
	@npm run --silent --prefix $(PAGE) check
	@npm test --silent --prefix $(PAGE)

frontend-dev: $(CLIENT) $(PAGE)/node_modules/.installed ## Show the page while one types, at http://localhost:5173, against a running Upline (option: UPLINE=http://localhost:8080)
	@UPLINE='$(or $(UPLINE),http://localhost:$(PORT))' npm run --silent --prefix $(PAGE) dev

frontend-mock: $(CLIENT) $(PAGE)/node_modules/.installed $(MOCK)/node_modules/.installed ## The same against the contract alone, with its examples as answers
	@node $(MOCK)/serve.mjs

# All of them ask for the page too, as the jar has it.
test-mysql: jdk maven $(PROVIDER)/node_modules/.installed $(if $(filter yes,$(ALL)),$(DIST)) ## Run the tests whose outcome a database may change on a genuine MySQL (options: SERVER=mariadb-11.8, MYSQLD=program, ALL=yes)
	@SERVER='$(or $(SERVER),mysql)' MYSQLD='$(MYSQLD)' scripts/mysql-for-tests with backend/server/target/server \
	  $(MVN) test $(if $(filter yes,$(COMPILED)),-Dmaven.main.skip=true) -Dgroups=engine -DexcludedGroups='embedded$(if $(filter yes,$(ALL)),,,above-the-database)' -Dupline.test.options=-Dmicronaut.config.files=file:target/server/test.yml

quick: lint jdk maven ## Run what needs no database: lint, format check, unit tests
	$(MVN) spotless:check test -DexcludedGroups=engine

demo: $(JAR) $(TOUR)/node_modules/.installed ## Take a report and a month the whole way over the API, on a running Upline or one of its own (options: PORT=8081, UPLINE=address)
	@UPLINE='$(UPLINE)' PORT='$(PORT)' MICRONAUT_ENVIRONMENTS=local UPLINE_COMMAND='$(APPLICATION)' node $(TOUR)/run.mjs

bench: $(CACHE) ## What a request costs of processor time, beside plain JDBC, among few rows and many (options: ROWS=200000, REQUESTS=4000, CHECK=yes)
	@$(MVN) -q test -Dtest=CostBench -Dupline.bench.rows='$(ROWS)' -Dupline.bench.requests='$(or $(REQUESTS),4000)' \
	  -Dupline.bench.check='$(if $(filter yes,$(CHECK)),true,false)' $(MEASURED)

storage: jdk maven ## How many bytes a relationship and an incident take on disk (option: ROWS=20000)
	@$(MVN) -q test -Dtest=StorageBench -Dupline.storage.rows='$(or $(filter-out 200000,$(ROWS)),20000)'

load: $(CACHE) ## How long another carrier waits while one agency uploads and downloads, and 64 connections that read and write (options: ROWS=20000, SECONDS=60 for each line)
	@# One after the other: together each would be the other's load.
	@for bench in LoadBench MixedLoadBench; do \
	  $(MVN) -q test -Dtest=$$bench -Dupline.load.rows='$(or $(filter-out 200000,$(ROWS)),20000)' -Dupline.load.seconds='$(or $(SECONDS),60)' $(MEASURED) || exit 1; \
	done

enter-organizations: $(JAR) ## Enter the carriers and agencies of FILE= and invite their administrators (locally while nothing runs; see README)
	@exec env MICRONAUT_ENVIRONMENTS='$(ENVIRONMENT)' UPLINE_DATA_DIR='$(DATA)' UPLINE_DEMO=false \
	  $(JAVA) -cp '$(JAR):$(LOCAL)' app.upline.EnterOrganizations '$(FILE)'

rotate-token-keys: $(JAR) ## Put a new key for access tokens into FILE= (the service reads it by itself; nobody is signed out)
	@$(JAVA) -cp '$(JAR)' app.upline.RotateTokenKeys '$(or $(FILE),$(DATA)/token-signing-key.jwk)'

rotate-personal-data-keys: $(JAR) ## Bring all personal data under the first key (locally while nothing runs; see README)
	@exec env MICRONAUT_ENVIRONMENTS='$(ENVIRONMENT)' UPLINE_DATA_DIR='$(DATA)' UPLINE_DEMO=false \
	  $(JAVA) -cp '$(JAR):$(LOCAL)' app.upline.RotatePersonalDataKeys

verify-audit: $(JAR) ## Prove every audit trail (options: HEADS=file of heads that were taken earlier, ORGANIZATION=id for one alone)
	@exec env MICRONAUT_ENVIRONMENTS='$(ENVIRONMENT)' UPLINE_DATA_DIR='$(DATA)' \
	  $(JAVA) -cp '$(JAR):$(LOCAL)' app.upline.VerifyAudit $(HEADS) $(if $(ORGANIZATION),--organization='$(ORGANIZATION)')

purge-expired: $(JAR) ## Tell what is older than the retention; with APPLY=yes remove it (locally while nothing runs; see README)
	@exec env MICRONAUT_ENVIRONMENTS='$(ENVIRONMENT)' UPLINE_DATA_DIR='$(DATA)' UPLINE_DEMO=false \
	  $(JAVA) -cp '$(JAR):$(LOCAL)' app.upline.PurgeExpired $(if $(filter yes,$(APPLY)),yes)

contract: $(LINT)/node_modules/.installed ## Make openapi.yaml of its sources in openapi/
	@npm run --silent --prefix $(LINT) bundle

lint: check-contract check-rules ## Check the contract, and that its rules find what they are for

check-contract: $(LINT)/node_modules/.installed
	@npm run --silent --prefix $(LINT) lint

check-rules: $(LINT)/node_modules/.installed
	@npm test --silent --prefix $(LINT)

sdk: $(SDK)/node_modules/.installed | jdk maven ## Make the SDKs of openapi.yaml in sdk/target (option: LANGUAGE=java, typescript, python, csharp, go or kotlin)
	@sdk/generate $(LANGUAGE)

sdk-names: sdk ## Keep the public names of the SDKs as they are now (sdk/names), for review
	@node sdk/names/names.js write $(LANGUAGE)

test-sdk: $(JAR) sdk ## Build the SDKs and try them out on an Upline of their own (option: UPLINE=address)
	@$(MAKE) --no-print-directory try-sdk

try-sdk: $(JAR)
	@UPLINE='$(UPLINE)' MICRONAUT_ENVIRONMENTS=local UPLINE_COMMAND='$(APPLICATION)' sdk/try

generative: $(JAR) $(TOUR)/node_modules/.installed $(GENERATIVE)/node_modules/.installed ## Have Specmatic make up reads of every role, and hold each answer to the contract (options: UPLINE=address with `make demo` done, ROLE=CARRIER_ANALYST)
	@JAVA_HOME='$(JAVA_HOME)' UPLINE='$(UPLINE)' ROLE='$(ROLE)' MICRONAUT_ENVIRONMENTS=local UPLINE_LOG_FORMAT=text UPLINE_RATES_CALLER=1000000 UPLINE_RATES_SOURCE=1000000 \
	  UPLINE_COMMAND='$(APPLICATION)' node $(GENERATIVE)/run.mjs

format: jdk maven ## Format the Java sources
	@$(MVN) -q spotless:apply

fuzz: jdk maven ## Send to every operation of the contract what nobody should (takes long)
	@$(MVN) test -Dtest=NothingFailsFuzz

chaos: jdk maven ## Kill the service and its database under load, fifty rounds, and hang, cut and fill what they need (options: ROUNDS=50, SEED=number)
	@$(MVN) test -Dtest='ChaosTest,NetworkFaultsTest,NoWritingTest' \
	  -Djunit.jupiter.execution.timeout.mode=disabled -Dupline.chaos.rounds='$(ROUNDS)' $(if $(SEED),-Dupline.chaos.seed='$(SEED)')

sbom: jdk maven ## List what the product is made of (CycloneDX, backend/server/target/bom.json)
	@$(MVN) -q org.cyclonedx:cyclonedx-maven-plugin:2.9.1:makeBom
	@echo 'Written to backend/server/target/bom.json and bom.xml.'

release: $(LINT)/node_modules/.installed | jdk maven ## Cut VERSION=1.2.0 and build it into release/; nothing is pushed (option: BUILD=no; see backend/docs/RELEASING.md)
	@scripts/release cut '$(VERSION)'
	@$(if $(filter no,$(BUILD)),,scripts/release build '$(VERSION)')

clean: jdk maven ## Delete what was built (the data of `make run` stays)
	@$(MVN) -q clean
	@rm -rf $(SDK)/target

$(CLIENT): openapi.yaml $(shell find $(SDK) -maxdepth 1 -type f) $(shell find $(SDK)/typescript $(SDK)/view -type f) | $(SDK)/node_modules/.installed jdk maven
	@echo 'Making the client of the contract ...'
	@$(SDK)/generate typescript >/dev/null
	@touch $@

$(DIST): $(CLIENT) $(PAGE_SOURCES) | $(PAGE)/node_modules/.installed
	@echo 'Building the page ...'
	@npm run --silent --prefix $(PAGE) build
	@touch $@

$(JAR): $(SOURCES) $(DIST) | jdk maven
	@echo 'Building (the first time takes a few minutes) ...'
	@$(MVN) -q -Dmaven.test.skip=true package
	@mkdir -p $(@D) && touch $@

$(CACHE): $(JAR) | node
	@echo 'Making starts faster, once ...'
	@{ MICRONAUT_ENVIRONMENTS=local UPLINE_LOG_FORMAT=text UPLINE_COMMAND='$(JAVA) -XX:AOTCacheOutput=$@ $(PROGRAM)' node $(TOUR)/train.mjs \
	    && $(JAVA) -XX:AOTCache=$@ -XX:AOTMode=on $(CLASSES) -version; } >/dev/null 2>&1 \
	  || { rm -f $@; echo 'That did not work: starts stay as they are.'; }

$(LINT)/node_modules/.installed $(TOUR)/node_modules/.installed $(GENERATIVE)/node_modules/.installed $(PROVIDER)/node_modules/.installed $(SDK)/node_modules/.installed $(PAGE)/node_modules/.installed $(MOCK)/node_modules/.installed: %/node_modules/.installed: %/package-lock.json | node
	@npm ci --silent --no-audit --no-fund --prefix $*
	@mkdir -p $(@D) && touch $@

jdk:
	@test -n "$(JAVA_HOME)" || { echo 'Upline needs a JDK 25 or newer: install one, for example from https://adoptium.net, or set JAVA_HOME.' >&2; exit 1; }

maven:
	@command -v mvn >/dev/null || { echo 'Upline is built with Maven: install it (the package "maven") so that mvn is on the PATH.' >&2; exit 1; }

node:
	@command -v npm >/dev/null || { echo 'The page, the checks of the contract, the demo, the SDKs and the tests of single sign-on need Node.js 20 or newer: install it so that npm is on the PATH.' >&2; exit 1; }
