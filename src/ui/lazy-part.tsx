// A part of a page whose code loads separately. If it cannot be fetched, a sentence in its place says so; the rest of the page stays.
import { Component, type ComponentType, createElement, lazy, type ReactNode, Suspense, useState } from "react";
import { Button } from "./button.tsx";

interface PartBoundaryProps {
  readonly failed: ReactNode;
  readonly children: ReactNode;
}

class PartBoundary extends Component<PartBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.failed : this.props.children;
  }
}

export interface LazyPartProps<Props> {
  /** Properties of the part itself. */
  readonly part: Props;
  /** Shown while the part loads. */
  readonly fallback: ReactNode;
  /** Shown where the part could not be loaded; by default a sentence with a button. */
  readonly failed?: (retry: () => void) => ReactNode;
}

/**
 * @param what the part, as a sentence begins: "The charts"
 * @param load imports its code
 */
export function lazyPart<Props extends object>(
  what: string,
  load: () => Promise<ComponentType<Props>>,
): ComponentType<LazyPartProps<Props>> {
  const fetched = () => lazy(async () => ({ default: await load() }));
  // All places share one, so that the code is fetched once. A retry needs a new one: React keeps a failed fetch.
  let current = fetched();
  return function LazyPart({ part, fallback, failed }: LazyPartProps<Props>) {
    const [attempt, setAttempt] = useState(0);
    const retry = (): void => {
      current = fetched();
      setAttempt((before) => before + 1);
    };
    const sentence = (
      <p role="alert" className="flex flex-wrap items-center gap-3 py-4 text-sm text-warn">
        {what} could not be fetched.
        <Button className="min-h-8 text-xs" onClick={retry}>
          Try again
        </Button>
      </p>
    );
    return (
      <PartBoundary key={attempt} failed={failed?.(retry) ?? sentence}>
        <Suspense fallback={fallback}>{createElement(current, part)}</Suspense>
      </PartBoundary>
    );
  };
}
