// The six optional headings of a visit note. Pure.

const HEADINGS = [
  '①安否確認',
  '②生活状況',
  '③相談・心配事',
  '④対応・支援内容',
  '⑤要支援事項',
  '⑥次回予定・特記事項',
] as const;

/** Puts the headings under what is written; those that stand there already are not repeated. */
export function withHeadings(note: string): string {
  const missing = HEADINGS.filter((heading) => !note.includes(heading));
  const start = note.trim() === '' ? '' : `${note.trimEnd()}\n`;
  return missing.length === 0 ? note : `${start}${missing.map((heading) => `${heading}\n`).join('')}`;
}
