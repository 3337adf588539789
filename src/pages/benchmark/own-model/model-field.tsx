// Chooses a model: one of the examples, or somebody's own from a file, a drop or the clipboard; under it stands what was understood.
import { type DragEvent, useId, useState } from "react";
import { Queries } from "../../../session/sources/queries.tsx";
import { Button } from "../../../ui/button.tsx";
import { download, SavedNote, savedText } from "../../../ui/download.tsx";
import { ChoiceField } from "../../../ui/field.tsx";
import { FilePicker } from "../../../ui/file-picker.tsx";
import { MODEL_LIMITS } from "../../../workloads/custom/limits.ts";
import { EXAMPLE_MODELS, readReference } from "../../../workloads/model-reference.ts";
import { FromPymdp } from "./from-pymdp.tsx";
import { Understood } from "./understood.tsx";
import { type ShownModel, useModel } from "./use-model.ts";

export interface ModelFieldProps {
  readonly label: string;
  readonly help: string;
  /** A reference, as model-reference.ts reads it. */
  readonly value: string;
  readonly disabled: boolean;
  /** Takes another reference into use. */
  readonly onReference: (reference: string) => void;
}

const examples = EXAMPLE_MODELS.map((name) => ({ value: `example:${name}`, label: `example ${name}` }));

function Problems({ title, problems }: { readonly title: string; readonly problems: readonly string[] }) {
  return (
    <div role="alert" className="rounded border border-bad p-2 text-xs text-bad">
      <p className="font-semibold">{title}</p>
      <ul className="mt-1 grid max-h-60 gap-1 overflow-y-auto">
        {problems.map((problem) => (
          <li key={problem} className="break-words">
            {problem}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Reading() {
  return (
    <p role="status" className="text-xs text-muted">
      Reading and trying the model …
    </p>
  );
}

function Shown({ shown }: { readonly shown: ShownModel }) {
  switch (shown.state) {
    case "reading":
      return <Reading />;
    case "missing":
      return (
        <p role="alert" className="rounded border border-warn p-2 text-xs">
          ▲ {shown.message}
        </p>
      );
    case "refused":
      return <Problems title="This model cannot be run." problems={shown.problems} />;
    case "understood":
      return <Understood model={shown} />;
  }
}

/** Reads text from the clipboard's paste, for those who have a model on screen and no file. */
function PasteBox({ disabled, onText }: { readonly disabled: boolean; readonly onText: (text: string) => void }) {
  const [text, setText] = useState("");
  const id = useId();
  return (
    <details>
      <summary className="min-h-8 text-xs text-muted">Paste a model instead</summary>
      <label className="sr-only" htmlFor={id}>
        Text of a model
      </label>
      <textarea
        id={id}
        className="h-24 w-full rounded border border-line-strong bg-panel p-2 font-mono text-xs"
        value={text}
        maxLength={MODEL_LIMITS.charactersMost}
        disabled={disabled}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      <Button className="min-h-8 text-xs" disabled={disabled || text.trim() === ""} onClick={() => onText(text)}>
        Read it
      </Button>
    </details>
  );
}

function OwnModel({ label, help, value, disabled, onReference }: ModelFieldProps) {
  const { shown, isTaking, refused, take } = useModel(value, disabled, onReference);
  const [saved, setSaved] = useState<string | null>(null);
  const reference = readReference(value);
  const own =
    reference?.kind === "own"
      ? [
          {
            value,
            label: `own model ${(shown.state === "understood" ? shown.name : null) ?? reference.hash.slice(0, 12)}`,
          },
        ]
      : [];

  async function takeFile(file: File): Promise<string | null> {
    if (file.size > MODEL_LIMITS.charactersMost) return `${file.name} is too large: more than 5 MB.`;
    await take(file.name, await file.text());
    return null;
  }

  function onDrop(event: DragEvent): void {
    // What is taken here goes no further: the page reads other files.
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (file !== undefined && !disabled) void takeFile(file);
  }

  function save(): void {
    if (shown.state !== "understood") return;
    const name = `model-${reference?.kind === "example" ? reference.name : shown.hash.slice(0, 12)}.json`;
    download(name, new Blob([shown.text], { type: "application/json" }));
    setSaved(savedText("Model", name));
  }

  return (
    <div
      className="grid grid-cols-[minmax(0,1fr)] gap-2"
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <ChoiceField
        label={label}
        help={help}
        disabled={disabled}
        value={value}
        options={[...own, ...examples]}
        onChange={onReference}
      />
      {disabled ? null : (
        <>
          <div className="flex flex-wrap gap-2">
            <FilePicker
              label="Model file"
              accept=".json,application/json"
              bytesMost={MODEL_LIMITS.charactersMost}
              tooLarge="more than 5 MB"
              onFile={takeFile}
            >
              Open a model file …
            </FilePicker>
            {shown.state === "understood" ? (
              <Button className="min-h-8 text-xs" onClick={save}>
                Save as file
              </Button>
            ) : null}
          </div>
          <p className="text-xs text-muted">Or drop one here. It stays in this browser.</p>
          <FromPymdp />
          <PasteBox disabled={isTaking} onText={(text) => void take("The pasted text", text)} />
          <SavedNote text={saved} />
        </>
      )}
      {refused === null ? null : <Problems {...refused} />}
      {isTaking ? <Reading /> : <Shown shown={shown} />}
    </div>
  );
}

export function ModelField(props: ModelFieldProps) {
  return (
    <Queries>
      <OwnModel {...props} />
    </Queries>
  );
}
