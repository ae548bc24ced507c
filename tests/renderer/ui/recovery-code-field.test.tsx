// @vitest-environment jsdom
// Typing a recovery code from paper: every tolerated way of writing, and the group to look at again.
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { RecoveryCodeField, recoveryCodeProblem } from '#renderer/ui/recovery-code-field.tsx';
import { writeRecoveryCode } from '#shared/model/recovery-code.ts';

afterEach(cleanup);

const GROUPS = writeRecoveryCode(Uint8Array.from({ length: 16 }, (_, at) => at * 11));
const CODE = GROUPS.join('-');

function Field() {
  const [value, setValue] = useState('');
  return <RecoveryCodeField value={value} onChange={setValue} />;
}

async function type(text: string) {
  render(<Field />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('textbox', { name: '回復用コード' }));
  await user.paste(text);
  return screen.getByRole('status').textContent;
}

describe('a recovery code that is typed', () => {
  it.each([
    ['as it is printed', CODE],
    ['in lower case without hyphens', CODE.toLowerCase().replaceAll('-', '')],
    ['with spaces', GROUPS.join(' ')],
    ['with O for 0 and l for 1', CODE.replaceAll('0', 'O').replaceAll('1', 'l')],
    ['in full width', [...CODE].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join('')],
  ])('is read %s', async (_, text) => {
    expect(await type(text)).toContain('28文字を読み取りました');
    expect(recoveryCodeProblem(text)).toBeNull();
  });

  it('shows what was read in seven groups, and leaves the box as it was typed', async () => {
    await type(CODE.toLowerCase());
    expect(screen.getByRole('textbox')).toHaveProperty('value', CODE.toLowerCase());
    const shown = [...document.querySelectorAll('li')].map(({ textContent }) => textContent?.slice(3));
    expect(shown).toEqual(GROUPS);
  });

  it('names the group with a slip', async () => {
    const wrong = [...CODE.replaceAll('-', '')];
    wrong[17] = wrong[17] === '7' ? '8' : '7';
    expect(await type(wrong.join(''))).toContain('5組目を、紙と見くらべてください');
  });

  it('names the group with a letter that no code has, before the code is whole', async () => {
    expect(await type(`${GROUPS[0]}-${GROUPS[1]?.slice(0, 3)}U`)).toContain('2組目に、コードにない文字があります');
  });

  it('says how to leave the Japanese input', async () => {
    expect(await type(`${GROUPS[0]}か`)).toContain('半角/全角');
  });

  it('counts what is still missing, and has a word for an empty box', async () => {
    expect(await type(GROUPS.slice(0, 2).join(''))).toContain('28文字のうち、8文字');
    expect(recoveryCodeProblem('')).toContain('紙を見て入れてください');
    expect(recoveryCodeProblem(`${CODE}ZZ`)).toContain('文字が多すぎます');
  });
});
