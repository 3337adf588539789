// Lists the parameters of an address that were not understood, with what is used in their place.
import type { Problem } from "../../fields/settings.ts";

export function AddressProblems({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <div role="status" aria-label="Parameters not understood" className="mt-3 rounded border border-warn px-4 py-2">
      <ul>
        {problems.map(({ parameter, text, message, usedInstead }) => (
          <li key={parameter}>
            <span aria-hidden className="text-warn">
              ▲{" "}
            </span>
            The address says {parameter}={text === "" ? "(nothing)" : text}. {message}
            {usedInstead === null ? "" : ` ${usedInstead} is used instead.`}
          </li>
        ))}
      </ul>
    </div>
  );
}
