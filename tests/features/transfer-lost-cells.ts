// Looks for the content of a ledger's cells in the person they became. Written apart from the readers, so that both cannot err alike.
import type { Person } from '#shared/contract/person-shape.ts';
import { SHIPPED_CODES } from '#shared/model/code-lists.ts';

const fold = (text: string) => text.normalize('NFKC').replace(/\s/gu, '');
const digits = (text: string) => fold(text).replace(/\D/gu, '');

const ERA_YEARS: Readonly<Record<string, number>> = {
  M: 1867,
  明: 1867,
  T: 1911,
  大: 1911,
  S: 1925,
  昭: 1925,
  H: 1988,
  平: 1988,
  R: 2018,
  令: 2018,
};

/** A written day as YYYY-MM-DD, simply. */
function day(text: string): string {
  const [, era = '', rest = ''] = /^([MTSHR明大昭平令]?)[治正和成]?(.*)$/u.exec(fold(text).toUpperCase()) ?? [];
  const numbers = (
    /^\d{8}$/u.test(rest) ? [rest.slice(0, 4), rest.slice(4, 6), rest.slice(6)] : rest.split(/\D+/u)
  ).filter(Boolean);
  const [year = 0, month = 0, date = 0] = numbers.map(Number);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${year + (ERA_YEARS[era] ?? 0)}-${pad(month)}-${pad(date)}`;
}

const label = (list: string, code: string | null) =>
  SHIPPED_CODES.find((each) => each.list === list && each.code === code)?.label ?? '';

/** A word of the ledger and the label it became share what matters: 支1 and 要支援1, ○ and 同意. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/^[○〇]$/u, '同意'],
  [/^×$/u, '不同意'],
  [/^同意\(口頭\)$/u, '同意'],
  [/^支1$/u, '要支援1'],
  [/^介3$/u, '要介護3'],
  [/^ひとり暮らし$/u, '独居'],
  [/^同居$/u, '同居あり'],
  [/^夫婦$/u, '夫婦のみ'],
  [/^週1$/u, '週1回以上'],
  [/^月1$/u, '月1回'],
  [/^年1$/u, '年1回'],
  [/^3ヶ月$/u, '3か月に1回'],
  [/^身2$/u, '身体2級'],
  [/^III$/u, 'III(a・bの別なし)'],
];
const meaning = (cell: string) => MEANINGS.find(([pattern]) => pattern.test(fold(cell)))?.[1] ?? fold(cell);
const means = (cell: string, list: string, code: string | null) => meaning(cell) === fold(label(list, code));

type Check = (cell: string, person: Person) => boolean;

const CHECKS: Readonly<Record<string, Check>> = {
  地域: (cell, { district }) => (cell === '〃' ? district !== null : means(cell, 'district', district)),
  町会: (cell, person) => cell === person.neighbourhood,
  氏名: (cell, { name }) => fold(cell) === fold(name),
  ふりがな: (cell, { kana }) => fold(cell) === fold(kana),
  性別: (cell, { sex }) => means(cell, 'sex', sex),
  生年月日: (cell, { birthOn }) => day(cell) === birthOn,
  年齢: (cell, { birthOn }) => birthOn !== null && Math.abs(2026 - Number(birthOn.slice(0, 4)) - Number(cell)) <= 1,
  郵便番号: (cell, { postalCode }) => digits(cell) === digits(postalCode),
  住所: (cell, { address }) => {
    const town = (text: string) =>
      fold(text)
        .replace(/^大阪市西区/u, '')
        .split(/\d/u)[0];
    return digits(cell) === digits(address) && town(cell) === town(address);
  },
  '建物・部屋': (cell, { building, wing, room }) => fold(cell) === fold(`${building}${wing}${room}`),
  電話: (cell, { phone }) => digits(phone).endsWith(digits(cell)),
  携帯: (cell, { mobile }) => digits(mobile).endsWith(digits(cell)),
  世帯: (cell, { household }) => means(cell, 'household', household),
  介護度: (cell, { careLevel }) => means(cell, 'careLevel', careLevel),
  手帳: (cell, { handbookPhysical, handbookIntellectual, handbookMental }) =>
    means(cell, 'handbookPhysical', handbookPhysical) ||
    means(cell, 'handbookIntellectual', handbookIntellectual) ||
    means(cell, 'handbookMental', handbookMental),
  認知症: (cell, { dementiaLevel }) => means(cell, 'dementiaLevel', dementiaLevel),
  同意: (cell, { consents }) =>
    means(cell, 'consentStatus', consents[0]?.status ?? null) &&
    cell.includes('口頭') === (consents[0]?.method === 'oral'),
  同意日: (cell, { consents }) => day(cell) === consents[0]?.decidedOn,
  緊急連絡先: (cell, { contacts }) =>
    contacts.some(({ name, relation, phone }) => {
      const [, number = ''] = cell.split(')');
      return cell.startsWith(`${name}(${relation})`) && digits(phone).endsWith(digits(number));
    }),
  担当見守り員: (cell, { volunteerName }) =>
    cell === '(空き)' ? volunteerName === null : cell === volunteerName || cell === `${volunteerName}さん`,
  民生委員: (cell, { commissionerName }) => cell === `${commissionerName}委員` || cell === `${commissionerName} 民生`,
  頻度: (cell, { frequency }) => means(cell, 'frequency', frequency),
  最終訪問: (cell, { lastSeenBeforeOn }) =>
    day(cell) === lastSeenBeforeOn || (cell === '10/5' && lastSeenBeforeOn === '2026-10-05'),
};

/** Headings of the cells whose content is neither in the person's fields nor, word for word, in the note. */
export function lostCells(headings: readonly string[], cells: readonly string[], person: Person): string[] {
  return headings.filter((heading, index) => {
    const cell = cells[index] ?? '';
    const isInNote =
      heading === '備考' ? person.note.includes(cell) : `${person.note}\n`.includes(`: ${cell.trim()}\n`);
    return cell.trim() !== '' && !isInNote && !(CHECKS[heading]?.(cell.trim(), person) ?? false);
  });
}
