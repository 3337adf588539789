// The sliders for the constants of the memory formula, the same in the calculator and the planner.

export const CONSTANT_NAMES = ["baseMB", "perAgentMB", "cachePercent", "bufferPercent"] as const;
type ConstantName = (typeof CONSTANT_NAMES)[number];

export interface SliderLook {
  readonly label: string;
  readonly unit: string;
  /** Range of the slider; larger values can be typed. */
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly isWhole?: boolean;
}

export const constantSliders: Readonly<Record<ConstantName, SliderLook>> = {
  baseMB: { label: "Base", unit: "MB", least: 0, most: 2_000, step: 10 },
  perAgentMB: { label: "Per agent", unit: "MB", least: 0.5, most: 100, step: 0.5 },
  cachePercent: { label: "Cache", unit: "%", least: 0, most: 100, step: 1 },
  bufferPercent: { label: "Buffer", unit: "%", least: 0, most: 100, step: 1 },
};
