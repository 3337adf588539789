// Shows a sentence, and keeps each number on one line with its unit, and each machine name whole.

const quantity = /(\d[\d.,\u00A0\u202F]* (?:MB|GB|GiB|op\/s|agents?)|[A-Za-z]\w*-[\w.-]*\d[\w-]*)/;

export function UnbrokenQuantities({ text }: { readonly text: string }) {
  let at = 0;
  return text.split(quantity).map((part) => {
    const key = at;
    at += part.length;
    return quantity.test(part) ? (
      <span key={key} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      part
    );
  });
}
