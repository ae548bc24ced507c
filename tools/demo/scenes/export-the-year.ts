// Job 3: the last twelve closed months are published one after the other, under one history, as the 社協 receives them.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Envelope } from '#shared/contract/errors.ts';
import type { OperationName, OperationOf } from '#shared/contract/index.ts';
import type { InputOf, OutputOf } from '#shared/contract/operation.ts';
import type { CalendarMonth } from '#shared/model/calendar-date.ts';
import type { Stage } from '../stage.ts';

const MONTHS = 12;
/** Chance has a part in what is hidden, so a month may need a way out. */
const MOST_REFUSALS = 4;
const HANDOUT = { recipient: '見本区社会福祉協議会', purpose: '毎月の報告' };

interface Door {
  readonly register: { readonly call: (operation: string, input: unknown) => Promise<unknown> };
}

/** Calls an operation of the contract from the page, as its screens do. @throws Error when it is refused */
async function call<Name extends OperationName>(
  page: Page,
  name: Name,
  input: InputOf<OperationOf<Name>>,
): Promise<OutputOf<OperationOf<Name>>> {
  const envelope = (await page.evaluate(
    ([operation, value]) => (window as unknown as Door).register.call(operation as string, value),
    [name, input] as const,
  )) as Envelope<OutputOf<OperationOf<Name>>>;
  if (!envelope.ok) {
    throw new Error(`${name} refused: ${envelope.error.code}`);
  }
  return envelope.value;
}

/** The pack that the app advises, made safe with everything that was published before, and given out. */
async function publishMonth({ app, page, passphrase, folders, tell }: Stage, month: CalendarMonth): Promise<string> {
  const wish = { month, profile: 'council' as const };
  const offers = await call(page, 'publications.reckon', wish);
  const tables = offers
    .filter(({ isUsual }) => isUsual)
    .map(({ tableId, span, advised }) => ({ tableId, span, form: advised ?? 'fine' }));
  let prepared = await call(page, 'publications.prepare', { ...wish, tables, remarks: '' });
  for (let refusals = 1; prepared.state === 'refused'; refusals += 1) {
    const { sentence, offers: waysOut } = prepared.refusal;
    const way = waysOut.at(-1);
    if (way === undefined || refusals > MOST_REFUSALS) throw new Error(`${month}: ${sentence}`);
    tell(`${month}: ${sentence} → ${way.title}`);
    prepared = await call(page, 'publications.prepare', { ...wish, tables: [...way.choices], remarks: '' });
  }
  const folder = join(folders.monthly, month);
  mkdirSync(folder, { recursive: true });
  await app.answerDialogs({ paths: [folder] });
  await call(page, 'vault.reauthenticate', { operation: 'publications.publish', passphrase });
  await call(page, 'publications.publish', { preparedId: prepared.preparedId, handout: HANDOUT });
  return prepared.report.verdict.sentence;
}

export async function exportTheYear(stage: Stage): Promise<void> {
  const { closedMonths } = await call(stage.page, 'publications.overview', {});
  const months = closedMonths.slice(0, MONTHS).toReversed();
  for (const month of months) {
    stage.tell(`${month}: ${await publishMonth(stage, month)}`);
  }
}
