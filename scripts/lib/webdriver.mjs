// A session of the WebDriver protocol (W3C), as much of it as smoke journeys need. Playwright does not drive the system's own WebKitGTK.
const POLL_MS = 250;

/** @typedef {(script: string, ...args: unknown[]) => Promise<unknown>} InPage runs the body of a function in the page */

export class WebDriver {
  #address;
  #session = "";

  /** @param {string} address of the driver, such as http://127.0.0.1:4444 */
  constructor(address) {
    this.#address = address;
  }

  async #ask(method, path, body) {
    const response = await fetch(`${this.#address}${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "Content-Type": "application/json; charset=utf-8" } }),
    });
    const { value } = await response.json();
    if (value !== null && typeof value === "object" && "error" in value)
      throw new Error(`WebDriver: ${value.error}: ${value.message}`);
    return value;
  }

  /** @returns {Promise<string>} the version that the browser names */
  async begin(capabilities) {
    const { sessionId, capabilities: got } = await this.#ask("POST", "/session", {
      capabilities: { alwaysMatch: capabilities },
    });
    this.#session = `/session/${sessionId}`;
    return got.browserVersion;
  }

  async end() {
    if (this.#session !== "") await this.#ask("DELETE", this.#session);
    this.#session = "";
  }

  async open(url) {
    await this.#ask("POST", `${this.#session}/url`, { url });
  }

  /** @type {InPage} */
  async inPage(script, ...args) {
    return this.#ask("POST", `${this.#session}/execute/sync`, { script, args });
  }

  /**
   * Waits until the page tells something else than null, false or an empty text.
   * @param {string} what it waits for, as a failure says it
   */
  async until(what, limitMs, script, ...args) {
    for (const endMs = Date.now() + limitMs; Date.now() < endMs;) {
      const told = await this.inPage(script, ...args);
      if (told !== null && told !== false && told !== "") return told;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    throw new Error(`Waited ${limitMs / 1_000} s for ${what}.`);
  }
  /** The same where the page tells a text. @returns {Promise<string>} */
  async untilText(what, limitMs, script, ...args) {
    const told = await this.until(what, limitMs, script, ...args);
    if (typeof told !== "string") throw new Error(`The page told no text where it was asked for ${what}.`);
    return told;
  }
}
