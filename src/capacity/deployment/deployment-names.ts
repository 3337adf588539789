// Which names, images and addresses a deployment may have, and what is wrong with others.
import type { DeploymentNames } from "./deployment-input.ts";

/**
 * Kubernetes allows labels of 63 characters. The revision label of a StatefulSet adds 11 to its name, and a size such as
 * "-n200" adds 5. With a longer name the first pod could not be made.
 */
export const NAME_LENGTH_MOST = 47;
const NAMESPACE_LENGTH_MOST = 63;
const IMAGE_LENGTH_MOST = 300;
const ADDRESS_LENGTH_MOST = 200;

export interface NameProblem {
  readonly field: keyof DeploymentNames;
  /** Names the field, what is wrong and the way out. */
  readonly message: string;
}

/** An RFC 1035 label: an RFC 1123 label that starts with a letter. Services require it. */
const label = /^[a-z](?:[a-z0-9-]*[a-z0-9])?$/;
const namespaceLabel = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

const imageParts = {
  registry: /^[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::\d{1,5})?$/,
  path: /^[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*$/,
  tag: /^\w[\w.-]{0,127}$/,
  digest: /^sha256:[a-f0-9]{64}$/,
} as const;

/**
 * Splits a text in two, without the character in between.
 * @param at index of that character; below 0 the whole text is the first part, and the second is null
 */
function splitOnce(text: string, at: number): readonly [string, string | null] {
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}

/** Whether text is an image reference: [registry[:port]/]path[:tag][@sha256:digest]. */
function isImage(text: string): boolean {
  if (text.length > IMAGE_LENGTH_MOST) return false;
  const [named, digest] = splitOnce(text, text.indexOf("@"));
  const colon = named.lastIndexOf(":");
  const [path, tag] = splitOnce(named, colon > named.lastIndexOf("/") ? colon : -1);
  const parts = path.split("/");
  const [first = ""] = parts;
  // As Docker reads it: the first part is a registry only where it cannot be part of a path.
  const hasRegistry = parts.length > 1 && (/[.:A-Z]/.test(first) || first === "localhost");
  return (
    (!hasRegistry || imageParts.registry.test(first)) &&
    parts.slice(hasRegistry ? 1 : 0).every((part) => imageParts.path.test(part)) &&
    (tag === null || imageParts.tag.test(tag)) &&
    (digest === null || imageParts.digest.test(digest))
  );
}

/** No braces, quotes or spaces, so that it is one word wherever it is written. */
const address = /^https?:\/\/[a-zA-Z0-9.-]+(?::\d{1,5})?(?:\/[\w./~-]*)?$/;

function problemOf(field: keyof DeploymentNames, text: string): string | null {
  switch (field) {
    case "name":
      if (text.length > NAME_LENGTH_MOST) {
        return `Name: at most ${NAME_LENGTH_MOST} characters, since a size such as "-n16" is added to it. Shorten it.`;
      }
      return label.test(text)
        ? null
        : "Name: lower-case letters, digits and hyphens, with a letter first and a letter or digit last. Try “agents”.";
    case "namespace":
      return text.length <= NAMESPACE_LENGTH_MOST && namespaceLabel.test(text)
        ? null
        : `Namespace: at most ${NAMESPACE_LENGTH_MOST} lower-case letters, digits and hyphens, with a letter or digit first and last. Try “default”.`;
    case "image":
      return isImage(text)
        ? null
        : `Image: a reference of at most ${IMAGE_LENGTH_MOST} characters, such as “ghcr.io/you/agents:1.0”, with a lower-case path.`;
    case "prometheusAddress":
      return text.length <= ADDRESS_LENGTH_MOST && address.test(text)
        ? null
        : "Prometheus address: a plain http:// or https:// address, such as “http://prometheus-operated.monitoring.svc:9090”.";
  }
}

/** What is wrong with the names, at most one problem for each field; empty where files can be written. */
export function nameProblems(names: DeploymentNames): readonly NameProblem[] {
  const fields = ["name", "namespace", "image", "prometheusAddress"] as const;
  return fields.flatMap((field) => {
    const message = problemOf(field, names[field]);
    return message === null ? [] : [{ field, message }];
  });
}
