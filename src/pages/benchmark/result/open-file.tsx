// Opens files by picker.
import { FolderOpen } from "lucide-react";
import { memo, useRef } from "react";
import { Button } from "../../../ui/button.tsx";
import { useTakeFiles } from "../../../session/files/use-take-files.ts";

export const OpenFile = memo(function OpenFile() {
  const picker = useRef<HTMLInputElement>(null);
  const take = useTakeFiles();
  return (
    <div className="shrink-0 print:hidden">
      <Button className="min-h-8 text-xs" onClick={() => picker.current?.click()}>
        <FolderOpen aria-hidden size={14} /> Open file …
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        aria-label="Result, reference or CSV file"
        accept=".json,.ndjson,.csv,.txt,application/json,text/csv"
        className="hidden"
        onChange={(event) => {
          take(event.target.files);
          event.target.value = "";
        }}
      />
    </div>
  );
});
