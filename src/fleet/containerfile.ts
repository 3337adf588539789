// The image that machines of a fleet run: Node, Chromium and Headroom, started as a user without rights.

/** A base with its system named, so that "today's Node 22" is not another system tomorrow. */
const BASE = "docker.io/library/node:22.17.0-bookworm-slim";

/** What a build must not take from the folder, as docker build reads it beside the Containerfile. */
export function containerIgnore(): string {
  return "# What the image of a fleet does not need.\n.git\n.cache\ndist\nnode_modules\nplaywright-report\ntest-results\n";
}

/** The text of the Containerfile. It is built in the folder of Headroom. */
export function containerfile(): string {
  return `# The image of a fleet's machines: Node, Chromium and Headroom. Build it in the folder of Headroom:
#   docker build -f Containerfile -t REGISTRY/headroom .   then push it, and give the digest that the push prints to --image.
# The base is named by version and system. For bytes that never change, put @sha256:… of your registry behind it.
FROM ${BASE}

# Chromium of the system, with one font, without which it may not start. Its version is that of the day of the build: the digest of
# the image pins it, and a result names it.
# hadolint ignore=DL3008
RUN apt-get update \\
  && apt-get install --yes --no-install-recommends chromium fonts-dejavu-core \\
  && rm -rf /var/lib/apt/lists/*

ENV HEADROOM_CHROMIUM=/usr/bin/chromium

WORKDIR /headroom
RUN chown node:node /headroom
USER node

# Packages first: they change less often than the code.
COPY --chown=node:node package.json package-lock.json ./
RUN PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --ignore-scripts --no-audit --no-fund
COPY --chown=node:node . .

# Bundles of both commands, so that a machine starts to measure at once.
RUN node scripts/bench.mjs --help > /dev/null && node scripts/merge.mjs --help > /dev/null

ENTRYPOINT ["node", "scripts/bench.mjs"]
`;
}
