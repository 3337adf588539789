// Serves dist/ as a static host would, with or without the headers that isolate the page.
import { createServer } from "node:http";
import { join } from "node:path";
import { root } from "./root.mjs";

const isolationHeaders = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/**
 * Answers every request with 200 and `no-store` (a 304 would lose the isolation headers in WebKit).
 * @param options port (0 for any free one), isolated, and base: the sub-path under which dist/ appears
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function serve({ port = 0, isolated = true, base = "/", directory = join(root, "dist") } = {}) {
  const { default: sirv } = await import("sirv");
  const files = sirv(directory, {
    dev: true,
    etag: false,
    gzip: true,
    brotli: true,
    setHeaders: (response) => {
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("X-Content-Type-Options", "nosniff");
      if (isolated) for (const [name, value] of Object.entries(isolationHeaders)) response.setHeader(name, value);
    },
  });
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const notFound = () => {
      response.statusCode = 404;
      response.end("Not found");
    };
    if (!path.startsWith(base)) return notFound();
    request.url = `/${path.slice(base.length)}`;
    files(request, response, notFound);
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  return {
    url: `http://localhost:${address.port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
