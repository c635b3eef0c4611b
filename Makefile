# The few commands that one uses daily. `./greenlight help` lists what the running system understands.
.PHONY: up demo down test simulate diagrams fuzz cost format check clean

up: ## start everything on this machine
	./greenlight up

demo: ## start everything and play the sample story
	./greenlight up --demo

down: ## stop everything; the data stay
	./greenlight down

test: ## all tests, on real Kafka, PostgreSQL and registry
	mvn verify

histories ?= 1000000
seed ?= 1
simulation := mvn -q --batch-mode -DskipTests -pl simulation -am package && java -XX:+UseParallelGC -cp "simulation/target/classes:$$(cat simulation/target/dependencies)"

simulate: ## a million histories of both services under every accident (docs/simulation.md); histories=… seed=… for others
	$(simulation) dev.greenlight.simulation.Simulate $(histories) $(seed)

diagrams: ## draw docs/state-machines.md from the transition tables
	$(simulation) dev.greenlight.simulation.StateMachines docs/state-machines.md

fuzz: ## hostile requests that no build has tried: 30,000 for each service, of a new seed
	mvn verify -pl launch-service,sales-capacity-service,notification-service -am -Dtest=none -Dit.test='*FuzzIT' \
	  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false \
	  -Dgreenlight.fuzz.seed=random -Dgreenlight.fuzz.requests=30000

cost: ## what planning, committing and reading cost as launches grow (docs/performance.md)
	mvn verify -pl launch-service,sales-capacity-service -am -Dtest=none -Dit.test='*CostTableIT' \
	  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false -Dgreenlight.cost=true

format: ## let Spotless format the sources
	mvn -q spotless:apply

check: ## what CI runs
	.ci/run

clean: ## remove what was built; running data are not touched
	mvn -q clean
