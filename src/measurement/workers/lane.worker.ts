// The entry of a lane's worker: a lane with the workloads as they are.
import { buildWorkload } from "../../workloads/registry.ts";
import { serveLane } from "./serve-lane.ts";

serveLane(buildWorkload);
