// Where things are in a model's descriptor: read by the kernel (AssemblyScript) and written by TypeScript, so both import this file.
// Constants without types are the same in both languages.

/** Whole numbers at the start of a descriptor, as byte offsets. Those named AT_ are addresses. */
export const STATES = 0;
export const CONTROLS = 4;
export const CLASSES = 8;
export const OUTCOMES = 12;
export const MODALITIES = 16;
export const POLICIES = 20;
export const POLICY_LENGTH = 24;
export const PREDICTIONS = 28;
/** Vectors in a block: 1, 2 or 4. */
export const VECTORS = 32;
/** α, a whole number; 0 where the action is the most probable one. */
export const ALPHA = 36;
/** Scaled copies that follow a source. */
export const COPIES = 40;
export const BLOCK_BYTES = 44;
/** 1 where an episode begins in a cell that is drawn evenly and held twice as likely; 0 where it begins by D. */
export const START_IN_CELL = 48;
export const EPISODE_STEPS = 52;
/** 1 where state information gain is valued, else 0. */
export const GAIN = 56;

/** Arrays of the model. */
export const AT_CLASS_END = 60;
export const AT_LIKELIHOOD = 64;
export const AT_COPY_VALUES = 68;
export const AT_PREDICTIONS = 72;
export const AT_NEGATIVE_ENTROPY = 76;
export const AT_OUTCOME_ROWS = 84;
export const AT_TREE = 92;
export const AT_HABITS = 96;
/** Of each control: the address of its prediction in scratch. */
export const AT_NEXT_PRIOR = 100;

/** The world. */
export const AT_SIGHTS = 104;
export const AT_MOVES = 108;
export const AT_START = 112;

/** Scratch of one block. */
export const AT_SOURCE = 116;
export const AT_SUMS = 120;
export const AT_NODE_VALUE = 124;
export const AT_POLICY_VALUE = 128;
export const AT_POLICY_WEIGHT = 132;
export const AT_MARGINAL = 136;
export const AT_UNIFORM = 140;
export const AT_BACKUP = 144;

/** Within a block: the posterior, the two words of each generator, and whole numbers of each agent. The prior comes first. */
export const IN_POSTERIOR = 148;
export const IN_RANDOM = 152;
export const IN_CELL = 156;
export const IN_STEPS_LEFT = 160;
export const IN_ACTION = 164;
export const IN_OBSERVATION = 168;

/** Distinct nodes, and 1 where weights of policies are products of the weights of their nodes: none of them can be too small. */
export const NODES = 172;
export const FACTORED = 176;

/** Where the constants begin. */
export const HEADER_BYTES = 184;

/** Constants in the kernel's precision, as places in their list. */
export const EPSILON = 0;
export const KEPT = 1;
export const GAMMA = 2;
export const ONE = 3;
export const LN2_HIGH = 4;
export const LN2_LOW = 5;
export const LOG2_E = 6;
/** 1.5·2^52, or 1.5·2^23: adding it rounds to a whole number, in the lowest bits. */
export const ROUNDER = 7;
/** What the exponent's bits must lose to be the exponent. */
export const EXPONENT_BIAS = 8;
/** Below it e^x is taken as 0. */
export const EXP_LEAST = 9;
export const TIE_WIDTH = 10;
/** Coefficients of ln: up to 7, and of exp: up to 9. */
export const LN_TERMS = 11;
export const EXP_TERMS = 18;
/** Numbers whose bits are taken: 2 has the exponent's highest bit alone, −∞ all bits of sign and exponent, 2^52 an exponent of 52. */
export const TWO = 28;
export const SQRT_HALF = 29;
export const MINUS_INFINITY = 30;
export const TWO_TO_52 = 31;
export const CONSTANTS = 32;
