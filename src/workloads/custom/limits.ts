// What a model of somebody's own may take: limits that keep a hostile or mistaken file from exhausting the page.

/** File format of a model; a higher version is of a newer Headroom. */
export const MODEL_SCHEMA = "headroom-model";
export const MODEL_VERSION = 1;

export const MODEL_LIMITS = {
  /** Characters of a file. */
  charactersMost: 5_000_000,
  /** Product of the states of all factors. */
  jointStatesMost: 4_096,
  /** Combinations of controls over all steps that are planned. */
  policiesMost: 20_000,
  factorsMost: 12,
  modalitiesMost: 32,
  /** Numbers of one array, also of one that is spread over factors which it does not depend on. */
  entriesMost: 2_500_000,
  /** Non-zero entries of the joint outcomes of all modalities, and how many joint outcomes there are. */
  jointOutcomesMost: 4_194_304,
  policyLengthMost: 32,
  episodeStepsMost: 1_000_000,
  problemsMost: 20,
} as const;

/**
 * How far a column may sum from 1 and still be read. Numbers that were printed with three decimals, or computed with 32 bits, are within it.
 * A column that is farther than ROUNDING is divided by its sum, and that is said.
 */
export const SUM_TOLERANCE = 1e-3;
/** Nearer to 1 a sum is left as it is, so that a model which was read once is read again unchanged. */
export const ROUNDING = 1e-12;
