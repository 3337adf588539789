// The button of the whole app: primary for a page's main action, plain for others, quiet inside rows and bars.
import type { ButtonHTMLAttributes } from "react";

const toneClasses = {
  primary: "bg-accent text-on-accent border-accent font-semibold hover:opacity-90",
  plain: "bg-panel text-ink border-line-strong hover:bg-hover aria-pressed:border-accent aria-pressed:font-semibold",
  quiet: "bg-transparent text-ink border-transparent hover:bg-hover",
} as const;

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly tone?: keyof typeof toneClasses;
}

export function Button({ tone = "plain", className = "", type = "button", ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={`inline-flex min-h-9 items-center justify-center gap-2 rounded border px-3 whitespace-nowrap disabled:cursor-not-allowed disabled:opacity-50 ${toneClasses[tone]} ${className}`}
      {...rest}
    />
  );
}
