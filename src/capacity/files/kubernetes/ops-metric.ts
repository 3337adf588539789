// Holds the name of the counter by which a deployment says how much it does.

/** A Prometheus counter of completed ops, one per process, that the agents' own program exposes. */
export const OPS_METRIC = "agent_ops_total";
