// The frame of a table that may be wider than the screen: it scrolls sideways by finger, wheel and key, and fades where more is.
import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from "react";

export interface ScrollFrameProps {
  /** Name of the part that scrolls, which can be focused. */
  readonly label: string;
  /** The table alone. */
  readonly children: ReactNode;
  readonly className?: string;
  /** Whether its figures are being computed again. */
  readonly isBusy?: boolean;
}

/** Zoomed pages have widths between whole pixels. */
const SLACK = 2;

export function ScrollFrame({ label, children, className = "", isBusy = false }: ScrollFrameProps) {
  const frame = useRef<HTMLElement>(null);
  const [hasLeft, setHasLeft] = useState(false);
  const [hasRight, setHasRight] = useState(false);

  const look = useCallback((): void => {
    if (frame.current === null) return;
    const { scrollLeft, scrollWidth, clientWidth } = frame.current;
    setHasLeft(scrollLeft > SLACK);
    setHasRight(scrollWidth - clientWidth - scrollLeft > SLACK);
  }, []);

  useLayoutEffect(() => {
    if (frame.current === null) return;
    const observer = new ResizeObserver(look);
    for (const part of [frame.current, ...frame.current.children]) observer.observe(part);
    return () => observer.disconnect();
  }, [look]);

  return (
    <div
      className={`scroll-frame rounded border bg-panel ${className}`}
      data-has-left={hasLeft}
      data-has-right={hasRight}
    >
      <section ref={frame} aria-label={label} aria-busy={isBusy} tabIndex={0} className="table-scroll" onScroll={look}>
        {children}
      </section>
      <div aria-hidden className="scroll-edge" />
    </div>
  );
}
