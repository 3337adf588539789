// Writes amounts of money: whole from ten up, with the sign that English readers know of the currency.
import { numberText } from "./number-text.ts";

/** 97.82, "USD" → "$98"; 4.567, "EUR" → "€4.6"; 1250, "CHF" → "CHF 1,250". @param currency three letters of ISO 4217 */
export function formatMoney(amount: number, currency: string): string {
  const digits = Math.abs(amount) < 10 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 };
  return numberText(amount, { style: "currency", currency, ...digits, trailingZeroDisplay: "stripIfInteger" });
}
