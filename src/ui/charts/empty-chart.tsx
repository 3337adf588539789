// What a chart will show, over its axes while there is nothing yet.

export function EmptyChart({ text }: { readonly text: string }) {
  return (
    <p className="pointer-events-none absolute top-1/3 right-4 left-16 z-10 text-center text-balance text-muted">
      {text}
    </p>
  );
}
