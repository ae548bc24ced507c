// Invented people for the gallery. Any likeness is chance.
import { House, User } from 'lucide-react';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import type { PaletteSection } from '../ui/command-palette.tsx';

export const TODAY = asCalendarDate('2026-11-22');

export type InventedPerson = {
  readonly id: string;
  readonly name: string;
  readonly kana: string;
  readonly age: number;
  readonly district: string;
  readonly address: string;
  readonly household: string;
  readonly care: string;
  readonly frequency: string;
  readonly lastOn: string;
  readonly nextOn: string;
  readonly state: 'ok' | 'due' | 'overdue' | 'absent';
};

const SURNAMES = [
  ['青木', 'アオキ'],
  ['石川', 'イシカワ'],
  ['上田', 'ウエダ'],
  ['大西', 'オオニシ'],
  ['加藤', 'カトウ'],
  ['北村', 'キタムラ'],
  ['小林', 'コバヤシ'],
  ['坂本', 'サカモト'],
  ['髙橋', 'タカハシ'],
  ['中川', 'ナカガワ'],
  ['西村', 'ニシムラ'],
  ['長谷川', 'ハセガワ'],
  ['松本', 'マツモト'],
  ['山﨑', 'ヤマサキ'],
  ['渡邊', 'ワタナベ'],
] as const;
const GIVEN = [
  ['ハル', 'ハル'],
  ['一郎', 'イチロウ'],
  ['ヨシ子', 'ヨシコ'],
  ['清', 'キヨシ'],
  ['千代', 'チヨ'],
  ['勝', 'マサル'],
  ['フミ', 'フミ'],
  ['正雄', 'マサオ'],
  ['和子', 'カズコ'],
  ['幸子', 'サチコ'],
  ['茂', 'シゲル'],
] as const;
const BUILDINGS = ['堀江ハイツ', 'コーポ北堀江', '市営南堀江住宅', 'サンライズ西', '戸建て'] as const;
const HOUSEHOLDS = ['独居', '高齢者のみ', '日中独居', '同居あり'] as const;
const CARE = ['未申請', '要支援1', '要支援2', '要介護1', '要介護2', '要介護3'] as const;
const FREQUENCIES = ['週1回以上', '月2回', '月1回', '四半期'] as const;
const STATES = ['ok', 'ok', 'due', 'ok', 'overdue', 'ok', 'absent'] as const;
const DISTRICTS = ['堀江', '日吉', '高台', '九条南', '九条東'] as const;

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

/** Always the same people for the same count. */
export function inventPeople(count: number): readonly InventedPerson[] {
  return Array.from({ length: count }, (_, index) => {
    const [surname, surnameKana] = pick(SURNAMES, index * 7);
    const [given, givenKana] = pick(GIVEN, index * 5 + Math.floor(index / 15));
    const day = String(1 + ((index * 11) % 28)).padStart(2, '0');
    return {
      id: `P${index + 1}`,
      name: `${surname}　${given}`,
      kana: `${surnameKana}　${givenKana}`,
      age: 66 + ((index * 13) % 33),
      district: pick(DISTRICTS, Math.floor(index / 3)),
      address: `北堀江${1 + (index % 4)}-${1 + ((index * 3) % 19)}-${1 + (index % 12)} ${pick(BUILDINGS, index)} ${100 * (1 + (index % 9)) + (index % 7) + 1}号`,
      household: pick(HOUSEHOLDS, index * 3),
      care: pick(CARE, index * 5),
      frequency: pick(FREQUENCIES, index * 2),
      lastOn: `2026-10-${day}`,
      nextOn: `2026-11-${day}`,
      state: pick(STATES, index * 3),
    };
  });
}

const SEARCHED = inventPeople(60);

export function searchInvented(text: string): readonly PaletteSection[] {
  const people = SEARCHED.filter((person) => `${person.name}${person.kana}${person.address}`.includes(text)).slice(
    0,
    8,
  );
  return [
    {
      title: '人',
      items: people.map((person) => ({
        id: person.id,
        label: person.name,
        note: `${person.kana}・${person.age}歳・${person.district}`,
        icon: User,
        onChoose: () => {
          location.hash = 'person';
        },
      })),
    },
    {
      title: '画面',
      items: ['今日', '見守り台帳']
        .filter((label) => label.includes(text))
        .map((label) => ({ id: label, label, icon: House, onChoose: () => {} })),
    },
  ];
}
