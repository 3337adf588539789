// The Benchmark page.
import { Help } from "../../ui/help.tsx";
import { usePageTitle } from "../../ui/use-page-title.ts";
export function BenchmarkPage() {
  usePageTitle("Benchmark");
  return (
    <h1>
      <Help term="Efficiency">share</Help>
    </h1>
  );
}
