// The entry of a lane's worker: a lane with the workloads as they are.
import { buildForLane } from "../../workloads/built/registry.ts";
import { serveLane } from "./serve-lane.ts";

serveLane(buildForLane);
