// The choices of a visit with their single keys: the row of digits for the method, the row of letters under it for the result.
import type { CodeTables } from '#renderer/lib/codes.tsx';
import type { Option, OptionGroup } from '#renderer/ui/option.ts';

const METHOD_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];
const RESULT_KEYS = ['Q', 'W', 'E', 'R', 'T', 'Y', 'U', 'I', 'O', 'P'];

/** Codes that tell that the register itself has to be corrected: where the person is, or that the watch is over. */
const CHANGES_REGISTER = ['in_care', 'moved_away', 'found_deceased'];

const SIGN_GROUPS = [
  { group: 'exterior', label: '外から見て' },
  { group: 'face', label: '会って、話して' },
  { group: undefined, label: 'そのほか' },
];

/** Without the explanation in brackets, so that the buttons stay small; kept where two labels would become the same. */
function shortLabels(labels: readonly string[]): readonly string[] {
  const short = labels.map((label) => label.replace(/（[^（）]*）$/u, ''));
  return labels.map((label, index) => {
    const word = short[index] ?? '';
    return word !== '' && short.indexOf(word) === short.lastIndexOf(word) ? word : label;
  });
}

function withKeys(options: readonly Option[], keys: readonly string[]): readonly Option[] {
  const labels = shortLabels(options.map(({ label }) => label));
  return options.map(({ code, label }, index) => ({ code, label: labels[index] ?? label, shortcut: keys[index] }));
}

export function methodOptions(codes: CodeTables, current: string | null): readonly Option[] {
  return withKeys(codes.choices('visitMethod', current), METHOD_KEYS);
}

export function resultOptions(codes: CodeTables, current: string | null): readonly Option[] {
  return withKeys(codes.choices('visitResult', current), RESULT_KEYS);
}

export function signGroups(codes: CodeTables): readonly OptionGroup[] {
  return SIGN_GROUPS.map(({ group, label }) => ({
    label,
    options: codes
      .choices('sign')
      .filter(({ attributes }) => attributes['group'] === group)
      .map(({ code, label: sign }) => ({ code, label: sign })),
  })).filter(({ options }) => options.length > 0);
}

/** 異変あり and the like. */
export function isConcern(codes: CodeTables, result: string | null): boolean {
  return codes.all('visitResult').some(({ code, attributes }) => code === result && attributes['concern'] === true);
}

/** The person's 安否 or whereabouts are known after this result. */
export function isSeen(codes: CodeTables, result: string): boolean {
  return codes.all('visitResult').some(({ code, attributes }) => code === result && attributes['seen'] === true);
}

export function changesRegister(result: string | null): boolean {
  return result !== null && CHANGES_REGISTER.includes(result);
}
