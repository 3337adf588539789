// Reads what the browser tells about itself and this machine.

export interface Machine {
  /** Such as "Chromium 156". */
  readonly browser: string;
  readonly platform: string;
  readonly hardwareConcurrency: number;
  /** Whether workers can share memory: isolated, and SharedArrayBuffer is there (WebKitGTK isolates without it). */
  readonly isolated: boolean;
}

interface UserAgentBrand {
  readonly brand: string;
  readonly version: string;
}

function isBrand(input: unknown): input is UserAgentBrand {
  if (typeof input !== "object" || input === null) return false;
  return "brand" in input && typeof input.brand === "string" && "version" in input && typeof input.version === "string";
}

function brandsOf(source: object): readonly UserAgentBrand[] {
  if (!("userAgentData" in source)) return [];
  const data = source.userAgentData;
  if (typeof data !== "object" || data === null || !("brands" in data) || !Array.isArray(data.brands)) return [];
  return data.brands.filter(isBrand);
}

const userAgentPatterns = [
  ["Firefox", /Firefox\/(\d+)/],
  ["Edge", /Edg\/(\d+)/],
  ["Chrome", /Chrome\/(\d+)/],
  // Other browsers of the same engine give themselves its version for Safari's, and run elsewhere.
  ["Safari", /\((?:Macintosh|iPhone|iPad).*Version\/(\d+).*Safari/],
] as const;

/** Such as "Firefox 153"; the engine alone where a browser has no version of its own that it tells. */
export function browserName(source: Pick<Navigator, "userAgent">): string {
  const brand = brandsOf(source).find(
    ({ brand: name }) => !/not.?a.?brand|not[^a-z]a/i.test(name) && name !== "Chromium",
  );
  const chromium = brand ?? brandsOf(source).find(({ brand: name }) => name === "Chromium");
  if (chromium !== undefined) return `${chromium.brand} ${chromium.version}`.slice(0, 60);
  for (const [name, pattern] of userAgentPatterns) {
    const version = pattern.exec(source.userAgent)?.[1];
    if (version !== undefined) return `${name} ${version}`;
  }
  return source.userAgent.includes("AppleWebKit/") ? "WebKit" : "Unknown browser";
}

function platformName(source: Navigator): string {
  const match = /\(([^)]*)\)/.exec(source.userAgent)?.[1] ?? "unknown platform";
  return match.slice(0, 60);
}

/** @returns the machine as the browser shows it; the same for the whole visit */
export function readMachine(): Machine {
  return {
    browser: browserName(navigator),
    platform: platformName(navigator),
    hardwareConcurrency: Math.max(1, navigator.hardwareConcurrency || 1),
    isolated: globalThis.crossOriginIsolated && typeof SharedArrayBuffer === "function",
  };
}
