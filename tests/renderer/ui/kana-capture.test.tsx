// @vitest-environment jsdom
// フリガナ from the composition of a name field. All names are invented.
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { kanaOf, readingOf, readingsIn, toKatakana, useKanaCapture } from '#renderer/ui/kana-capture.ts';
import { TextField } from '#renderer/ui/text-field.tsx';

afterEach(cleanup);

function NameAndKana({
  initialName = '',
  initialKana = '',
}: {
  readonly initialName?: string;
  readonly initialKana?: string;
}) {
  const [name, setName] = useState(initialName);
  const [kana, setKana] = useState(initialKana);
  const capture = useKanaCapture({ kana, onKana: setKana });
  return (
    <>
      <TextField
        label="氏名"
        value={name}
        onChange={(next) => {
          setName(next);
          capture.onNameChange(next);
        }}
        inputProps={capture.inputProps}
      />
      <TextField label="フリガナ" value={kana} onChange={setKana} />
    </>
  );
}

const nameBox = () => screen.getByLabelText<HTMLInputElement>('氏名');
const kanaBox = () => screen.getByLabelText<HTMLInputElement>('フリガナ');

/** Types as Chromium reports it: every step replaces the composed part, then the end gives the settled text. */
function compose(steps: readonly string[], settled: string): void {
  const before = nameBox().value;
  fireEvent.compositionStart(nameBox(), { data: '' });
  for (const step of [...steps, settled]) {
    fireEvent.compositionUpdate(nameBox(), { data: step });
    fireEvent.change(nameBox(), { target: { value: before + step } });
  }
  fireEvent.compositionEnd(nameBox(), { data: settled });
}

function type(value: string): void {
  fireEvent.change(nameBox(), { target: { value } });
}

describe('フリガナ follows the name', () => {
  it('keeps what was typed before conversion, in katakana', () => {
    render(<NameAndKana />);
    compose(['ｔ', 'た', 'たｎ', 'たな', 'たなか'], '田中');
    expect(kanaBox().value).toBe('タナカ');
  });

  it('joins surname and given name with the space that stands in the name', () => {
    render(<NameAndKana />);
    compose(['た', 'たかはし'], '髙橋');
    type('髙橋　');
    compose(['よ', 'よしこ', 'よし子'], 'ヨシ子');
    expect(kanaBox().value).toBe('タカハシ　ヨシコ');
  });

  it('is not disturbed by candidates that are passed on the way', () => {
    render(<NameAndKana />);
    compose(['わたなべ', '渡辺', '渡部', '渡邊'], '渡邊');
    expect(kanaBox().value).toBe('ワタナベ');
  });

  it('drops the reading of what is deleted from the name', () => {
    render(<NameAndKana />);
    compose(['たなか'], '田中');
    compose(['いちろう'], '一郎');
    type('田中');
    expect(kanaBox().value).toBe('タナカ');
    type('');
    expect(kanaBox().value).toBe('');
    compose(['なかた'], '中田');
    expect(kanaBox().value).toBe('ナカタ');
  });

  it('takes kana that are settled as they are', () => {
    render(<NameAndKana />);
    compose(['は', 'はる'], 'ハル');
    expect(kanaBox().value).toBe('ハル');
  });
});

describe('フリガナ that a hand changed', () => {
  it('is never overwritten', () => {
    render(<NameAndKana />);
    compose(['なかた'], '中田');
    fireEvent.change(kanaBox(), { target: { value: 'ナカダ' } });
    compose(['はな'], '花');
    type('中田');
    expect(kanaBox().value).toBe('ナカダ');
  });

  it('that was there before is never overwritten', () => {
    render(<NameAndKana initialName="髙﨑" initialKana="タカサキ" />);
    compose(['はな'], '花');
    expect(kanaBox().value).toBe('タカサキ');
  });

  it('follows again once it has been emptied (positive control)', () => {
    render(<NameAndKana />);
    compose(['なかた'], '中田');
    fireEvent.change(kanaBox(), { target: { value: '' } });
    compose(['はな'], '花');
    expect(kanaBox().value).toBe('ナカタハナ');
  });
});

describe('the parts', () => {
  it('reads kana, drops an unfinished roman letter, and has nothing to say about kanji', () => {
    expect(readingOf('たｎ')).toBe('タ');
    expect(readingOf('ヴァイオレット')).toBe('ヴァイオレット');
    expect(readingOf('田なか')).toBeNull();
    expect(readingOf('')).toBeNull();
    expect(toKatakana('ゔぁー、ん')).toBe('ヴァー、ン');
  });

  it('finds readings in their order, each piece of the name once', () => {
    const readings = [
      { text: '田中', kana: 'タナカ' },
      { text: '中', kana: 'ナカ' },
    ];
    expect(readingsIn('田中', readings)).toEqual([readings[0]]);
    expect(kanaOf('田中　中', readings)).toBe('タナカ　ナカ');
    expect(kanaOf('　田中', readings)).toBe('タナカ');
  });
});
