import json
import numpy as np

def write_model(agent, path, **more):
    """Writes a pymdp agent (0.0.7.1 or 1.x) as a model for Headroom."""
    batched = hasattr(agent, "batch_size")  # 1.x keeps a batch in front of every array
    plain = lambda value: np.asarray(value[0] if batched else value, dtype=float).tolist()
    model = {"schema": "headroom-model/1", "E": plain(agent.E), **getattr(agent, "inference_params", {})}
    for name in ("A", "B", "C", "D", "pA", "pB", "pD"):
        if getattr(agent, name, None) is not None:
            model[name] = [plain(value) for value in getattr(agent, name)]
    for name in ("gamma", "alpha"):
        model[name] = float(np.ravel(getattr(agent, name))[0])
    for name in ("policy_len", "use_utility", "use_states_info_gain", "use_param_info_gain", "action_selection",
                 "sampling_mode", "inference_algo", "num_iter", "lr_pA", "lr_pB", "lr_pD",
                 "A_dependencies", "B_dependencies"):
        if hasattr(agent, name):
            model[name] = getattr(agent, name)
    with open(path, "w") as file:
        json.dump({**model, **more}, file)
