# The targets of the published document, each the npm script of its name. Arguments: make benchmark-cache ARGS="--workload t-maze"
TARGETS := test-performance test-performance-agents test-performance-coordination test-performance-memory \
	load-test-coordination load-test-memory load-test-realistic \
	benchmark-inference benchmark-coordination benchmark-memory benchmark-cache

.PHONY: $(TARGETS)

$(TARGETS):
	npm run $@ -- $(ARGS)
