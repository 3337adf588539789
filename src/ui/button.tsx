// The one button: primary for the page's main act, plain for the rest.
import type { ButtonHTMLAttributes } from "react";

const look = {
  primary: "bg-accent text-on-accent border-accent font-semibold hover:opacity-90",
  plain: "bg-panel text-ink border-line-strong hover:bg-hover",
  quiet: "bg-transparent text-ink border-transparent hover:bg-hover",
} as const;

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly tone?: keyof typeof look;
}

export function Button({ tone = "plain", className = "", type = "button", ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={`inline-flex min-h-9 items-center justify-center gap-2 rounded border px-3 whitespace-nowrap disabled:cursor-not-allowed disabled:opacity-50 ${look[tone]} ${className}`}
      {...rest}
    />
  );
}
