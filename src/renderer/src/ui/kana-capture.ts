// Fills フリガナ from what is typed into a name field before conversion. Never overwrites what a hand changed.
import { type CompositionEvent, useRef } from 'react';

/** One settled conversion: the text that stands in the name, and how it was read, in katakana. */
export type Reading = { readonly text: string; readonly kana: string };

const KANA_ONLY = /^[\u3041-\u3096\u309d\u309e\u30a1-\u30fa\u30fc-\u30fe]+$/u;
const UNFINISHED_ROMAJI = /[a-zA-Zａ-ｚＡ-Ｚ]+$/u;
const SPACE = /[\s\u3000]/u;

/** ひらがな becomes カタカナ; everything else stays. */
export function toKatakana(text: string): string {
  return text.replace(/[\u3041-\u3096\u309d\u309e]/gu, (letter) =>
    String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0x60),
  );
}

/** The reading within a conversion in progress (たなk gives タナ), or null once there is a kanji in it. */
export function readingOf(composing: string): string | null {
  const kana = composing.replace(UNFINISHED_ROMAJI, '');
  return KANA_ONLY.test(kana) ? toKatakana(kana) : null;
}

/** What is kana or a space in the name is its own reading; anything else has none that we know. */
function readingOfGap(gap: string): string {
  return [...gap].map((letter) => (SPACE.test(letter) ? '　' : (readingOf(letter) ?? ''))).join('');
}

/** The readings that still stand in the name, in their order. */
export function readingsIn(name: string, readings: readonly Reading[]): readonly Reading[] {
  let from = 0;
  return readings.filter(({ text }) => {
    const at = name.indexOf(text, from);
    if (at < 0) return false;
    from = at + text.length;
    return true;
  });
}

/** フリガナ of the whole name, as far as its readings are known. */
export function kanaOf(name: string, readings: readonly Reading[]): string {
  let rest = name;
  let kana = '';
  for (const reading of readingsIn(name, readings)) {
    const at = rest.indexOf(reading.text);
    kana += readingOfGap(rest.slice(0, at)) + reading.kana;
    rest = rest.slice(at + reading.text.length);
  }
  return (kana + readingOfGap(rest)).replace(/^　+/u, '');
}

/** Puts a new reading where its text stands in the name. */
function insertReading(name: string, readings: readonly Reading[], added: Reading, end: number): readonly Reading[] {
  const start = end - added.text.length;
  let from = 0;
  const before = readings.filter(({ text }) => {
    const at = name.indexOf(text, from);
    const isBefore = at >= 0 && at + text.length <= start;
    if (isBefore) from = at + text.length;
    return isBefore;
  });
  return [...before, added, ...readings.slice(before.length)];
}

type Field = {
  /** What the フリガナ field holds now. */
  readonly kana: string;
  readonly onKana: (kana: string) => void;
};

type CompositionHandlers = {
  readonly onCompositionStart: () => void;
  readonly onCompositionUpdate: (event: CompositionEvent<HTMLInputElement>) => void;
  readonly onCompositionEnd: (event: CompositionEvent<HTMLInputElement>) => void;
};

type KanaCapture = {
  /** Goes to the name field's `inputProps`. */
  readonly inputProps: CompositionHandlers;
  /** To be called with every new value of the name field. */
  readonly onNameChange: (name: string) => void;
};

/** Follows the conversions of a name field and keeps フリガナ in step, until a hand changes フリガナ. */
export function useKanaCapture({ kana, onKana }: Field): KanaCapture {
  const readings = useRef<readonly Reading[]>([]);
  const reading = useRef('');
  const written = useRef('');
  const isConverting = useRef(false);

  const follow = (name: string) => {
    const isOurs = kana === '' || kana === written.current;
    const next = kanaOf(name, readings.current);
    if (!isOurs || next === kana) return;
    written.current = next;
    onKana(next);
  };

  const inputProps: CompositionHandlers = {
    onCompositionStart: () => {
      reading.current = '';
      isConverting.current = true;
    },
    onCompositionUpdate: (event) => {
      reading.current = readingOf(event.data) ?? reading.current;
    },
    onCompositionEnd: (event) => {
      isConverting.current = false;
      const name = event.currentTarget.value;
      const text = event.data;
      if (text !== '' && reading.current !== '') {
        const end = event.currentTarget.selectionStart ?? name.length;
        readings.current = insertReading(name, readings.current, { text, kana: reading.current }, end);
      }
      follow(name);
    },
  };

  return {
    inputProps,
    onNameChange: (name) => {
      if (isConverting.current) return;
      readings.current = readingsIn(name, readings.current);
      follow(name);
    },
  };
}
