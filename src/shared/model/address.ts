// Addresses in one form, and the order of a round (町名, 丁目, 番, 号, 棟, 階, 室). Never completes what was not written.
import { floorOfRoom, splitBuilding } from './building.ts';
import { foldKanjiVariants } from './kanji-variants.ts';
import { NISHI_TOWNS } from './nishi-towns.ts';

/** What stands in one address cell. */
export interface SplitAddress {
  /** Seven digits that stood before the address, or null. */
  readonly postalCode: string | null;
  /** 南堀江1丁目6-5, without 大阪市西区; other wards and cities keep theirs. */
  readonly address: string;
  /** What stood after the numbers: usually building and room. */
  readonly rest: string;
}

const DASH = '[-‐‑‒–—―−－ーｰ]';
const KANJI_DIGITS = '〇一二三四五六七八九';

function readKanjiNumber(text: string): string {
  const [tens, ones] = text.includes('十') ? text.split('十') : [null, text];
  if (tens === null) return Array.from(text, (each) => KANJI_DIGITS.indexOf(each)).join('');
  return String(
    (tens === '' ? 1 : KANJI_DIGITS.indexOf(tens ?? '')) * 10 + Math.max(0, KANJI_DIGITS.indexOf(ones || '〇')),
  );
}

/** Half-width digits and hyphens, kanji numbers before 丁目, 番 and 号 as digits, 番地 and の between numbers as a hyphen. */
function withPlainNumbers(text: string): string {
  return text
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (each) => each.normalize('NFKC'))
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
    .replace(/[〇一二三四五六七八九十]+(?=丁目|番地?(?!町|館)|号(?!棟|館))/g, readKanjiNumber)
    .replace(new RegExp(`(?<=\\d) ?${DASH} ?(?=\\d)`, 'g'), '-')
    .replace(/(?<=\d) ?(?:番地の?|番|の|ノ) ?(?=\d)/g, '-')
    .replace(/(丁目) (?=\d)/g, '$1')
    .replace(/(?<=丁目[\d-]*\d)番地?(?!町|館)/, '')
    .replace(/(?<=(?:丁目|-)[\d-]*\d)号(?!棟|館|室)/, '');
}

function withoutWard(text: string): string {
  return text.replace(/^(?:大阪府)? ?(?:大阪市)? ?西区 ?/, '');
}

function isNishiTown(town: string): boolean {
  const folded = foldKanjiVariants(town);
  return NISHI_TOWNS.some(([name]) => foldKanjiVariants(name) === folded);
}

/** 1-6-5 as 1丁目6-5. Two numbers alone are 丁目 and 番 only in a town that is known to have 丁目. */
function withChome(town: string, numbers: string): string {
  if (numbers === '' || numbers.includes('丁目')) return town + numbers;
  const [first = '', ...others] = numbers.split('-');
  if (others.length < 2 && !isNishiTown(town)) return town + numbers;
  return `${town}${first}丁目${others.join('-')}`;
}

/** Takes one cell apart: postal code, address, and what stands behind (パークハイツ802). */
export function splitAddress(text: string): SplitAddress {
  const plain = withPlainNumbers(text);
  const postal = /^〒? ?(\d{3})-?(\d{4})(?: |(?=\D))/.exec(plain);
  const body = withoutWard(postal === null ? plain : plain.slice(postal[0].length).trim());
  const postalCode = postal === null ? null : `${postal[1]}-${postal[2]}`;
  const match = /^(\D*?) ?(\d+丁目(?:\d+(?:-\d+)*)?|\d+(?:-\d+)*)(.*)$/.exec(body);
  if (match === null) return { postalCode, address: body, rest: '' };
  const [, town = '', numbers = '', rest = ''] = match;
  return { postalCode, address: withChome(town, numbers), rest: rest.trim() };
}

/** 南堀江1丁目6-5 of 大阪市西区南堀江１－６－５ and of 南堀江一丁目6番5号. What stands behind it is kept, after a space. */
export function normalizeAddress(text: string): string {
  const { address, rest } = splitAddress(text);
  return rest === '' ? address : `${address} ${rest}`;
}

/** The form in which addresses are searched: 南堀江1-6-5, however it was written or typed. */
export function addressSearchForm(text: string): string {
  return withoutWard(withPlainNumbers(text))
    .replace(/(?<=\d)丁目/g, '-')
    .replace(/-(?=\D)/g, '');
}

const TEXT_PAD = 5;

/** Every number in a text padded, so that 3号棟 comes before 12号棟. */
function naturalKey(text: string): string {
  return foldKanjiVariants(text.normalize('NFKC').toLowerCase().replace(/\s/g, '')).replace(/\d+/g, (digits) =>
    digits.padStart(TEXT_PAD, '0'),
  );
}

export interface RoundPlace {
  readonly address: string;
  readonly building?: string | null;
  readonly wing?: string | null;
  readonly floor?: number | null;
  readonly room?: string | null;
}

/** Floors below ground come first; unknown floors before all. */
const GROUND = 100;

/**
 * The key for 地番・棟階順, the order of a round: 町名 by reading, 丁目, 番, 号, building, wing, floor, room. To be compared in code
 * point order. Places without an address come last. Floor and room are read from `building` when not given.
 */
export function roundKey(place: RoundPlace): string {
  const { address, rest } = splitAddress(place.address);
  if (address === '') return '\u{10ffff}';
  const match = /^(.*?)(?:(\d+)丁目)?(\d+(?:-\d+)*)?$/.exec(address);
  const town = match?.[1] ?? address;
  const reading = NISHI_TOWNS.find(([name]) => foldKanjiVariants(name) === foldKanjiVariants(town))?.[1];
  const [ban = '', go = '', fourth = ''] = (match?.[3] ?? '').split('-');
  const buildingText = place.building || rest;
  const written = splitBuilding(buildingText);
  const room = place.room || (written.room ?? fourth);
  const building = place.room ? buildingText : written.building + (written.wing ?? '');
  const floor = place.floor ?? written.floor ?? (room === '' ? null : floorOfRoom(room));
  const pad = (digits: string, width: number) => digits.padStart(width, '0');
  return [
    reading ?? naturalKey(town),
    pad(match?.[2] ?? '', 3),
    pad(ban, TEXT_PAD),
    pad(go, TEXT_PAD),
    naturalKey(building + (place.wing ?? '')),
    floor === null ? '000' : pad(String(floor + GROUND), 3),
    naturalKey(room),
  ].join(' ');
}
