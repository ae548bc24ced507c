// Handlers of the published summaries. What is slow is done in a thread of its own; what is safe waits in memory until it is given out.
import type { ProtectOptions } from '#main/disclosure-control/protect-in-worker.ts';
import type { Contexts } from '#main/platform/contexts.ts';
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import { publicationIdSchema, type publicationsContract } from '#shared/contract/publications.contract.ts';
import { type ProfileId, type Report, reportSchema } from '#shared/contract/report-shape.ts';
import { calendarDateSchema, calendarMonthSchema } from '#shared/model/calendar-date.ts';
import { listClosedMonths } from '../closings/closings.queries.ts';
import { readFigures } from './figures.ts';
import { readGround } from './ground.ts';
import { offersOf } from './offers.ts';
import { type PreparingParts, preparePublication } from './preparing.ts';
import { readProfiles, recordDecision } from './profiles.ts';
import { findHead, findPublication, type ListedPublication, listPublications } from './publications.queries.ts';
import { type PublishingParts, publishPrepared } from './publishing.ts';
import { type Reckoning, reckonOffers } from './reckoning.ts';
import { publishedReport } from './report.ts';
import { missingOf, readSettled, settleMissing } from './settled.ts';
import { readTrend } from './trend.ts';

export interface PublicationsParts extends PreparingParts, PublishingParts {
  readonly reckoning: Reckoning;
  readonly protectOptions?: Pick<ProtectOptions, 'timeoutMs' | 'workerFile'>;
}

function summaryOf(row: ListedPublication) {
  const { profileTitle, k } = JSON.parse(row.report) as Report;
  const { tables, hidden } = readFigures(row.figures);
  const files = (JSON.parse(row.files) as readonly { readonly name: string }[]).map(({ name }) => name);
  const { number, recipient, purpose, publishedAt, actor } = row;
  return {
    ...{ number, recipient, purpose, publishedAt, actor, profileTitle, k, tables, hidden, files },
    id: publicationIdSchema.parse(row.id),
    month: calendarMonthSchema.parse(row.month),
    profile: row.profile as ProfileId,
    publishedOn: calendarDateSchema.parse(row.publishedOn),
  };
}

/** @throws Refusal `not_found` */
function readPublished(reader: Reader, publicationId: string): Report {
  const row = findPublication(reader, publicationId);
  if (row === null) throw new Refusal('not_found');
  return reportSchema.parse(JSON.parse(row.report));
}

export function createPublicationsHandlers(
  parts: PublicationsParts,
): HandlersOf<typeof publicationsContract, Contexts> {
  const { preparation, publishedHead, reckoning, protectOptions = {} } = parts;
  return {
    overview: ({ reader }) => ({
      closedMonths: listClosedMonths(reader).map(({ month }) => calendarMonthSchema.parse(month)),
      profiles: readProfiles(reader),
      publications: listPublications(reader).map(summaryOf),
      missing: missingOf(publishedHead.missing(reader)),
      settled: readSettled(reader),
    }),
    get: ({ reader }, { publicationId }) => readPublished(reader, publicationId),
    offers: ({ reader }, wish) => {
      const ground = readGround(reader, wish);
      return offersOf(ground, reckoning.find(ground, findHead(reader)?.count ?? 0));
    },
    reckon: (context, wish) => reckonOffers(context, reckoning, protectOptions, wish),
    cancelReckoning: () => {
      reckoning.cancel();
      return Promise.resolve({});
    },
    prepare: (context, wish) => preparePublication(context, parts, wish),
    cancelPreparing: () => {
      preparation.cancel();
      return Promise.resolve({});
    },
    publish: (context, wish) => publishPrepared(context, parts, wish),
    prepared: (_context, { preparedId }) => publishedReport(preparation.get(preparedId).report),
    trend: ({ reader }, { lastMonth }) => readTrend(reader, lastMonth),
    settleMissing: (context, wish) => {
      settleMissing(context, publishedHead, wish);
      return {};
    },
    decide: (context, decision) => {
      recordDecision(context, decision);
      return {};
    },
  };
}
