// The shared page.
export function SharedPage() {
  return null;
}
