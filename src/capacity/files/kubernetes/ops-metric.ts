// The name of the counter by which a deployment reports its throughput.

/** A Prometheus counter of completed ops, one for each process. The agents' own program has to expose it. */
export const OPS_METRIC = "agent_ops_total";
