# The few commands that one uses daily. `./greenlight help` lists what the running system understands.
.PHONY: up demo down test format check clean

up: ## start everything on this machine
	./greenlight up

demo: ## start everything and play the sample story
	./greenlight up --demo

down: ## stop everything; the data stay
	./greenlight down

test: ## all tests, on real Kafka, PostgreSQL and registry
	mvn verify

format: ## let Spotless format the sources
	mvn -q spotless:apply

check: ## what CI runs
	.ci/run

clean: ## remove what was built; running data are not touched
	mvn -q clean
