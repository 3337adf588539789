// Takes files that the system opens with the installed app.

interface LaunchQueue {
  readonly setConsumer: (consumer: (launch: unknown) => void) => void;
}

function isLaunchQueue(value: unknown): value is LaunchQueue {
  return (
    typeof value === "object" && value !== null && "setConsumer" in value && typeof value.setConsumer === "function"
  );
}

/** A file that is gone or refused takes no other with it. */
async function openedOne(handle: unknown): Promise<File | null> {
  return handle instanceof FileSystemFileHandle ? handle.getFile().catch(() => null) : null;
}

async function opened(handles: readonly unknown[]): Promise<readonly File[]> {
  const files = await Promise.all(handles.map(openedOne));
  return files.filter((file) => file !== null);
}

/** @param take takes files in, each time that the app is started with some. Does nothing in browsers that start no app with files */
export function takeLaunched(take: (files: readonly File[]) => void): void {
  const queue: unknown = Reflect.get(globalThis, "launchQueue");
  if (!isLaunchQueue(queue)) return;
  queue.setConsumer((launch) => {
    if (typeof launch !== "object" || launch === null || !("files" in launch) || !Array.isArray(launch.files)) return;
    void opened(launch.files).then(take);
  });
}
