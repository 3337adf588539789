"""Measures any agent with a step() at growing counts, in threads and in processes, and writes CSV for `npm run regress`.

    python agents_csv.py my_module:MyAgent --agents 1,2,4,8 --trials 10 > current.csv
"""
import argparse, importlib, multiprocessing, threading, time


def run(make, steps_done, index, stop_at):
    agent, done = make(), 0
    while time.time() < stop_at:
        agent.step()
        done += 1
    steps_done[index] = done


def trial(make, agents, seconds, kind):
    """Steps per second of so many agents at once."""
    steps_done = multiprocessing.Array("q", agents) if kind == "processes" else [0] * agents
    unit = multiprocessing.Process if kind == "processes" else threading.Thread
    began = time.time()
    workers = [unit(target=run, args=(make, steps_done, n, began + seconds)) for n in range(agents)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return sum(steps_done) / (time.time() - began)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("agent", help="module:Class, made without arguments")
    parser.add_argument("--agents", default="1,2,4,8")
    parser.add_argument("--trials", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--kind", choices=["threads", "processes"], default="threads")
    asked = parser.parse_args()
    module, name = asked.agent.split(":")
    make = getattr(importlib.import_module(module), name)
    print("agents,throughput,trial")
    for number in range(1, asked.trials + 1):
        for agents in map(int, asked.agents.split(",")):
            print(f"{agents},{trial(make, agents, asked.seconds, asked.kind):.6g},{number}", flush=True)
