// Counts workers that are not ended, and ports that are neither closed nor gone with the worker they were handed to.
import type { Listeners } from "./listeners.ts";
import type { Replaced } from "./replaced.ts";

export class WorkersAndPorts {
  workers = 0;
  ports = 0;

  constructor(replaced: Replaced, listeners: Listeners) {
    this.#watchWorkers(replaced, listeners);
    this.#watchPorts(replaced, listeners);
  }

  #watchWorkers(replaced: Replaced, listeners: Listeners): void {
    const started = (by: number): void => {
      this.workers += by;
    };
    const handedBack = (ports: number): void => {
      this.ports -= ports;
    };
    class CountedWorker extends Worker {
      #isAlive = true;
      /** Ports that were handed to it live as long as it does. */
      #ports = 0;

      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        started(1);
      }

      override postMessage(message: unknown, options: Transferable[] | StructuredSerializeOptions = []): void {
        const transfer = Array.isArray(options) ? options : (options.transfer ?? []);
        super.postMessage(message, transfer);
        this.#ports += transfer.filter((one) => one instanceof MessagePort).length;
      }

      override terminate(): void {
        super.terminate();
        if (!this.#isAlive) return;
        this.#isAlive = false;
        started(-1);
        handedBack(this.#ports);
        listeners.gone(this);
      }
    }
    replaced.put(globalThis, "Worker", () => CountedWorker);
  }

  #watchPorts(replaced: Replaced, listeners: Listeners): void {
    const opened = (by: number): void => {
      this.ports += by;
    };
    class CountedChannel extends MessageChannel {
      constructor() {
        super();
        opened(2);
      }
    }
    replaced.put(globalThis, "MessageChannel", () => CountedChannel);
    const closed = new WeakSet<MessagePort>();
    replaced.put(
      MessagePort.prototype,
      "close",
      (before) =>
        function closePort(this: MessagePort) {
          before.call(this);
          if (closed.has(this)) return;
          closed.add(this);
          opened(-1);
          listeners.gone(this);
        },
    );
  }
}
