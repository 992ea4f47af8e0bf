// What makes the facing edition. Most readers never open it, so it is loaded at the first time.
export { adopt, fetchTwin } from "./twin.js";
export { interleave, separate } from "./interleave.js";
