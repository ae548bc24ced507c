// Telephone numbers as people write them in Osaka, in one form. Never invents a digit beyond the area code and the leading 0.

export type PhoneChange = 'leading_zero_restored' | 'area_code_added' | 'full_width';

export type PhoneReading =
  | { readonly ok: true; readonly phone: string; readonly changes: readonly PhoneChange[] }
  | { readonly ok: false };

/** The digits alone, half width: 06(6511)2299 is 0665112299. */
export function phoneDigits(text: string): string {
  return text.normalize('NFKC').replace(/\D/g, '');
}

const DASHES = /[‐‑‒–—―−ー~]/g;

/** Half width, one kind of hyphen, without TEL: and the country code (+81 6 ... is 06 ...). */
function plainForm(text: string): string {
  return text
    .normalize('NFKC')
    .replace(DASHES, '-')
    .trim()
    .replace(/^(?:tel|電話|携帯)[\s:.]*/i, '')
    .replace(/^\+81[\s-]*(?:\(0\))?0?/, '0');
}

/** The leading 0 that a spreadsheet takes away, and the 06 that nobody in Osaka writes. */
function completed(digits: string): { readonly digits: string; readonly change?: PhoneChange } {
  if (/^[467]\d{7}$/.test(digits)) return { digits: `06${digits}`, change: 'area_code_added' };
  if (/^[5789]0\d{8}$/.test(digits) || /^6\d{8}$/.test(digits)) {
    return { digits: `0${digits}`, change: 'leading_zero_restored' };
  }
  return { digits };
}

/** 06-6494-9942, 090-1234-5678, 0120-123-456. Other area codes keep the hyphens that were written, or have none. */
function withHyphens(digits: string, written: string): string | null {
  const cut = (first: number, second: number) =>
    `${digits.slice(0, first)}-${digits.slice(first, second)}-${digits.slice(second)}`;
  const groups = written.split(/\D+/).filter((each) => each !== '');
  const asWritten = groups.length === 3 && groups.join('') === digits ? groups.join('-') : null;
  if (/^0800-\d{3}-/.test(asWritten ?? '')) return asWritten;
  if (/^0[5-9]0/.test(digits)) return digits.length === 11 ? cut(3, 7) : null;
  if (!/^0[1-9]\d{8}$/.test(digits)) return null;
  if (/^0(?:120|570|990)/.test(digits)) return cut(4, 7);
  if (/^0[36]/.test(digits)) return cut(2, 6);
  return asWritten ?? digits;
}

/**
 * Reads one telephone number. Eight digits that begin with 4, 6 or 7 are Osaka's (06); a mobile or Osaka number without its
 * first 0 gets it back; both are told in `changes`. Anything else than one whole number is refused.
 */
export function normalizePhone(text: string): PhoneReading {
  const plain = plainForm(text);
  if (!/^[\d\s().-]+$/.test(plain)) return { ok: false };
  const { digits, change } = completed(phoneDigits(plain));
  const phone = withHyphens(digits, plain);
  if (phone === null) return { ok: false };
  const isFullWidth = /[０-９－（）]/.test(text);
  return { ok: true, phone, changes: [...(isFullWidth ? ['full_width' as const] : []), ...(change ? [change] : [])] };
}

/**
 * The first telephone number inside a longer text (河内 博(弟) 070-8001-4644) and the text without it. Null when there is none;
 * the rest is then the whole text.
 */
export function findPhone(text: string): { readonly phone: string | null; readonly rest: string } {
  for (const match of text.matchAll(/[+＋]?[\d０-９(（][\d０-９\s().‐‑–—−ー（）－-]{5,}[\d０-９]/g)) {
    const reading = normalizePhone(match[0]);
    if (!reading.ok) continue;
    const rest = text.slice(0, match.index) + text.slice(match.index + match[0].length);
    return { phone: reading.phone, rest: rest.trim() };
  }
  return { phone: null, rest: text };
}
