// The screen on which a summary is made, over an invented register, and the way to its steps.
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MakingScreen } from '#renderer/features/publications/making-screen.tsx';
import { fileTokenSchema } from '#shared/model/ids.ts';
import { showScreen } from '../support/fake-register.tsx';
import { inventedOffers, inventedOverview, publicationId } from './invented-publications.ts';
import { inventedReport } from './invented-report.ts';

type Answers = Parameters<typeof showScreen>[1];

export const PREPARED = '0190b6d2-7c1e-4000-8000-000000000099';
/** What matters here is not its tables. */
const SMALL = inventedReport({ sections: inventedReport().sections.slice(0, 1) });

export const answersOf = (changes: Answers = {}): Answers => ({
  'publications.overview': () => inventedOverview(),
  'publications.offers': () => inventedOffers(false),
  'publications.reckon': () => inventedOffers(true),
  'publications.prepare': () => ({ state: 'safe', preparedId: PREPARED, report: SMALL }),
  'publications.cancelPreparing': () => ({}),
  'publications.publish': () => ({
    publicationId: publicationId(4),
    folder: fileTokenSchema.parse('00000000-0000-4000-8000-900000000001'),
    folderName: '提出用',
    files: ['cells.csv', 'facts.json'],
  }),
  ...changes,
});

export const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
/** A step that was done before says so in its name. */
export const goBackTo = (step: string) =>
  userEvent.click(screen.getByRole('button', { name: (name) => name.endsWith(step) && name !== step }));
export const remarks = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: '連絡事項' });
/** At the tables, with their shares. */
export async function showTables(changes: Answers = {}) {
  const shown = await showScreen(<MakingScreen month={null} />, answersOf(changes));
  await screen.findByRole('button', { name: '次へ' });
  await press('次へ');
  await screen.findAllByText('おすすめ');
  return shown;
}

/** From the tables to the outcome. */
export async function check(): Promise<void> {
  await press('次へ');
  await press('安全を確認する');
}
