// Postal codes in one form. Never looks one up: the register knows no addresses of its own.
import { phoneDigits } from './phone.ts';

/** 550-0013 of 5500013, ５５０－００１３ or 〒550-0013; null when it is not seven digits. */
export function normalizePostalCode(text: string): string | null {
  if (!/^〒?\s*[\d\s\-‐‑–—−ー]+$/.test(text.normalize('NFKC').trim())) return null;
  const digits = phoneDigits(text);
  return digits.length === 7 ? `${digits.slice(0, 3)}-${digits.slice(3)}` : null;
}
