// Makes one publication safe: plan, protect with all history, lay out, keep in memory. A refusal is an answer in plain words.
import type { z } from 'zod';
import { hiddenShares, type ProtectOptions, protect } from '#main/disclosure-control/protect-in-worker.ts';
import type {
  History,
  Progress,
  ProtectOutcome,
  PublicationRefusal,
  PublicationRequest,
} from '#main/disclosure-control/publication-model.ts';
import type { TaskContext } from '#main/platform/contexts.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { preparedSchema, publicationRefusalSchema, TableChoice } from '#shared/contract/publications.contract.ts';
import type { ProfileId } from '#shared/contract/report-shape.ts';
import { addMonthsToMonth, type CalendarMonth } from '#shared/model/calendar-date.ts';
import { namesInText } from '../handouts/named-people.ts';
import { readSettings } from '../settings/settings.service.ts';
import { readFigures } from './figures.ts';
import { readGround } from './ground.ts';
import { type LedgerFlaw, readHistory } from './ledger.ts';
import type { Preparation } from './preparation.ts';
import { cellsBelowPromise, promiseSentence } from './profile-promise.ts';
import { buildRequest } from './publication-request.ts';
import { missingSentence, refusalSentence } from './publication-words.ts';
import { listFigures } from './publications.queries.ts';
import type { Lost, PublishedHead } from './published-head.ts';
import { namesSentence } from './remarks-check.ts';
import { buildReport } from './report.ts';
import { missingOf } from './settled.ts';
import { type Ground, type PlannedTable, planTables } from './table-plan.ts';
import { waysOut } from './ways-out.ts';

type PreparedAnswer = z.input<typeof preparedSchema>;
type RefusalAnswer = z.input<typeof publicationRefusalSchema>;

export interface PreparingParts {
  readonly preparation: Preparation;
  readonly publishedHead: PublishedHead;
  readonly newId: () => string;
  /** A secret, new for each protection: 64 hexadecimal digits. */
  readonly newSeed: () => string;
  /** For the protection of one publication, and for each thing reckoned after a refusal. */
  readonly protectOptions?: Pick<ProtectOptions, 'timeoutMs' | 'workerFile'>;
}

export interface Wish {
  readonly month: CalendarMonth;
  readonly profile: ProfileId;
  readonly tables: readonly TableChoice[];
  readonly remarks: string;
}

const refusedFor = (code: string, sentence: string): PreparedAnswer => ({
  state: 'refused',
  refusal: { code, sentence, cells: 0, offers: [], missing: null },
});

/** Where each part of the work begins and ends, of a hundred. */
const STRETCHES: Readonly<Record<Progress['part'], readonly [from: number, to: number, step: string]>> = {
  counting: [0, 5, '数えています'],
  hiding: [5, 40, '＊にする数字を選んでいます'],
  tidying: [40, 45, '＊にする数字を選んでいます'],
  auditing: [45, 95, '公表済みのすべての表と合わせて、確かめています'],
  writing: [95, 99, '表をつくっています'],
};

const tellProgress =
  ({ progress }: TaskContext) =>
  ({ part, done }: Progress): void => {
    const [from, to, step] = STRETCHES[part];
    progress(Math.round(from + (to - from) * Math.min(1, Math.max(0, done))), 100, step);
  };

const CIRCUMSTANCES = { isHistoryTheCause: false, isMonthBeforePublished: false } as const;

const flawAnswer = ({ code, period }: LedgerFlaw): PreparedAnswer =>
  refusedFor(
    code,
    refusalSentence({ code, cells: [], ...(period === null ? {} : { missingPeriod: period }) }, CIRCUMSTANCES),
  );

function lostAnswer(lost: Lost): PreparedAnswer {
  const missing = missingOf(lost);
  const sentence = missing === null ? '' : missingSentence(missing);
  return { state: 'refused', refusal: { code: 'history_missing', sentence, cells: 0, offers: [], missing } };
}

interface Work {
  readonly ground: Ground;
  readonly planned: readonly PlannedTable[];
  readonly history: History;
  readonly options: ProtectOptions;
}

const isWayOut = ({ code }: PublicationRefusal): boolean => code === 'not_protectable' || code === 'not_certain';

/** Whether the same tables could be given out if nothing had been published before. */
async function isHistoryTheCause(request: PublicationRequest, { history, options }: Work): Promise<boolean> {
  if (history.records.length === 0) return false;
  const { ok } = await protect({ ...request, relations: [] }, { records: [], head: null }, options);
  return ok;
}

/** The ways out of a refusal, each with its share of ＊. */
async function offersFor(
  { ground, planned, options }: Work,
  cells: readonly string[],
): Promise<RefusalAnswer['offers']> {
  const ways = waysOut(ground, planned, cells);
  const requests = ways.map(({ request }) => request);
  const shares = requests.length === 0 ? [] : ((await hiddenShares(requests, options)) ?? []);
  return ways.map(({ title, leavesOut, choices }, index) => ({
    title,
    leavesOut: [...leavesOut],
    choices: [...choices],
    hiddenShare: shares[index] ?? null,
  }));
}

async function refusalAnswer(
  refusal: PublicationRefusal,
  request: PublicationRequest,
  work: Work,
): Promise<PreparedAnswer> {
  const { code, cells } = refusal;
  const monthBefore = addMonthsToMonth(work.ground.month, -1);
  const circumstances = {
    isHistoryTheCause: code === 'not_protectable' && (await isHistoryTheCause(request, work)),
    isMonthBeforePublished: work.history.records.some(({ period }) => period === monthBefore),
  };
  const sentence = refusalSentence(refusal, circumstances);
  const offers = isWayOut(refusal) || code === 'mixed_modes' ? await offersFor(work, cells) : [];
  return { state: 'refused', refusal: { code, sentence, cells: cells.length, offers, missing: null } };
}

/** What others have already and these may not. */
async function promiseAnswer(cells: readonly string[], work: Work): Promise<PreparedAnswer> {
  const sentence = promiseSentence(cells.length, work.ground.profile.k);
  const offers = await offersFor(work, cells);
  return { state: 'refused', refusal: { code: 'below_promise', sentence, cells: cells.length, offers, missing: null } };
}

type Judged = { readonly answer: PreparedAnswer } | Extract<ProtectOutcome, { readonly ok: true }>;

async function judge(outcome: ProtectOutcome, request: PublicationRequest, work: Work): Promise<Judged> {
  if (!outcome.ok) return { answer: await refusalAnswer(outcome.refusal, request, work) };
  const small = cellsBelowPromise(outcome.record, work.history);
  return small.length > 0 ? { answer: await promiseAnswer(small, work) } : outcome;
}

/** What is read from the register before the work begins. @throws Refusal `month_not_closed`, `no_tables` */
function readMatter(context: TaskContext, { publishedHead }: PreparingParts, wish: Wish) {
  return context.read(({ reader }) => {
    const ground = readGround(reader, wish);
    return {
      ground,
      planned: planTables(ground, wish.tables),
      ledger: readHistory(reader),
      lost: publishedHead.settle(reader),
      names: namesInText(reader, wish.remarks),
      registerName: readSettings(reader).registerName,
      earlierTables: listFigures(reader).reduce((sum, { figures }) => sum + readFigures(figures).tables, 0),
    };
  });
}

/** @throws Refusal `locked` where that is why it was stopped, else `cancelled`. */
function assertGoingOn({ read }: TaskContext, signal: AbortSignal): void {
  if (!signal.aborted) return;
  read(() => null);
  throw new Refusal('cancelled');
}

/**
 * Protects, audits and lays out what was asked for, and keeps it in memory.
 * @throws Refusal `month_not_closed`, `no_tables`, `cancelled`, `locked`
 */
export async function preparePublication(
  context: TaskContext,
  parts: PreparingParts,
  wish: Wish,
): Promise<PreparedAnswer> {
  const { preparation, newId, newSeed, protectOptions } = parts;
  const signal = preparation.begin();
  const { ground, planned, ledger, lost, names, registerName, earlierTables } = readMatter(context, parts, wish);
  if (names.length > 0) return refusedFor('names_in_text', namesSentence(names));
  if (!ledger.ok) return flawAnswer(ledger.flaw);
  if (lost !== null) return lostAnswer(lost);
  const options = { ...protectOptions, signal, onProgress: tellProgress(context) };
  const work = { ground, planned, history: ledger.history, options };
  const id = newId();
  const request = buildRequest(ground, planned, { id, recipient: ground.profile.id, seed: newSeed() });
  const judged = await judge(await protect(request, work.history, options), request, work);
  assertGoingOn(context, signal);
  if ('answer' in judged) return judged.answer;
  const { record, files } = judged;
  const facts = { registerName, remarks: wish.remarks, madeOn: context.today, earlierTables };
  const report = buildReport(ground, planned, record, facts);
  preparation.keep({ id, month: wish.month, profile: wish.profile, report, record, files }, signal);
  context.progress(100, 100, '安全を確認しました');
  return { state: 'safe', preparedId: id, report };
}
