// Publishes an invented ward month by month under one history, as the app would. For the measurements.
import { protectPublication } from '#main/disclosure-control/protect.ts';
import type {
  CountRecord,
  History,
  ProtectOutcome,
  PublicationRequest,
  TableDefinition,
} from '#main/disclosure-control/publication-model.ts';
import { COUNCIL_PARAMETERS } from '#main/disclosure-control/publication-model.ts';
import type { Solver } from '#main/disclosure-control/solver.ts';
import { monthAt, WARD_SOURCES } from './invented-ward.ts';

export interface PublishedMonth {
  readonly index: number;
  readonly request: PublicationRequest;
  readonly outcome: ProtectOutcome;
  readonly history: History;
  /** Seconds of the wall clock, and of the processor: they differ on a busy machine. */
  readonly seconds: number;
  readonly processorSeconds: number;
}

/** The n-th month's tables, from 0. */
export type Pack = (index: number) => readonly TableDefinition[];

const seedOf = (number: number): string => (number + 1).toString(16).padStart(64, '0');

/** One month after another; a refused month is told and left out of the history. `isTogether: false`: each month as if it were the first. */
export function* publishMonths(
  solver: Solver,
  records: readonly CountRecord[],
  pack: Pack,
  months: number,
  k: number,
  isTogether = true,
): Generator<PublishedMonth> {
  let history: History = { records: [], head: null };
  for (let index = 0; index < months; index += 1) {
    const request: PublicationRequest = {
      id: `month-${index + 1}`,
      recipient: 'invented council',
      period: monthAt(index),
      parameters: { ...COUNCIL_PARAMETERS, k },
      sources: WARD_SOURCES,
      tables: pack(index),
      records: records.filter(({ month }) => month <= monthAt(index)),
      seed: seedOf(index * 31 + k),
    };
    const started = performance.now();
    const processor = process.cpuUsage();
    const outcome = protectPublication(request, isTogether ? history : { records: [], head: null }, {
      solver,
      now: () => performance.now(),
      onProgress: () => {},
    });
    const { user, system } = process.cpuUsage(processor);
    if (outcome.ok) history = { records: [...history.records, outcome.record], head: outcome.record.hash };
    const seconds = (performance.now() - started) / 1_000;
    yield { index, request, outcome, history, seconds, processorSeconds: (user + system) / 1e6 };
  }
}
