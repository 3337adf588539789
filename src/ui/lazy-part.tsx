// A part of a page whose code loads by itself. Where it cannot be fetched it says so in its place, and the rest of the page stays.
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
  /** What the part itself is given. */
  readonly part: Props;
  /** In its place while it loads. */
  readonly fallback: ReactNode;
  /** In its place where it could not be loaded; a sentence with a button unless something else is given. */
  readonly failed?: (retry: () => void) => ReactNode;
}

/** @param what is missing, as a sentence begins: "The charts" */
export function lazyPart<Props extends object>(
  what: string,
  load: () => Promise<ComponentType<Props>>,
): ComponentType<LazyPartProps<Props>> {
  const fetched = () => lazy(async () => ({ default: await load() }));
  // One for all places, so that it is fetched once; another after a failure, for React never asks twice.
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
