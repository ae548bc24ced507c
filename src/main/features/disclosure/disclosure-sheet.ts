// Everything that the register holds about one person, section by section, and the same with passages blackened. Never shortens.
import { createHash } from 'node:crypto';
import type { QueryContext } from '#main/platform/contexts.ts';
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { Refusal } from '#main/platform/refusal.ts';
import { wordsOfDeed, wordsOfDetail } from '#shared/contract/deeds.ts';
import type {
  Blackening,
  DisclosureEntry,
  DisclosureSection,
  DisclosureSheet,
} from '#shared/contract/disclosure.contract.ts';
import { calendarDateSchema } from '#shared/model/calendar-date.ts';
import { formatDate } from '#shared/model/era.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { localDayOf, localTimeOf } from '#shared/model/instant.ts';
import { listCodes } from '../codes/codes.queries.ts';
import { readSettings } from '../settings/settings.service.ts';
import { listSupporters } from '../supporters/supporters.queries.ts';
import { type AllAbout, selectAllAbout } from './disclosure.queries.ts';
import { entryOf, lineOf, linesOf, textsOfDraft, type Words } from './disclosure-entries.ts';
import {
  CONSENT_COLUMNS,
  CONSULTATION_COLUMNS,
  CONTACT_COLUMNS,
  DISPOSAL_COLUMNS,
  HANDOUT_COLUMNS,
  HOLD_COLUMNS,
  PERSON_COLUMNS,
  SIGN_COLUMNS,
  VISIT_COLUMNS,
} from './shown-columns.ts';

function wordsFrom(reader: Reader): Words {
  const { dateStyle } = readSettings(reader);
  const codes = listCodes(reader);
  const labels = new Map(codes.map(({ list, code, label }) => [`${list}/${code}`, label]));
  const anyLabels = new Map(codes.map(({ code, label }) => [code, label]));
  const supporters = new Map(listSupporters(reader).map(({ id, name }) => [id, name]));
  return {
    label: (list, code) => labels.get(`${list}/${code}`) ?? code,
    anyLabel: (text) => anyLabels.get(text) ?? text,
    date: (on) => formatDate(on, dateStyle),
    supporter: (id) => supporters.get(id) ?? '',
  };
}

const dayOf = (words: Words, on: string) => {
  const read = calendarDateSchema.safeParse(on);
  return read.success ? words.date(read.data) : on;
};
const momentOf = (words: Words, at: string) => `${words.date(localDayOf(at))} ${localTimeOf(at)}`;

function visitEntries(words: Words, { visits, visitSigns }: AllAbout): DisclosureEntry[] {
  return visits.map((visit) => {
    const id = `visits/${visit.id}`;
    const signs = visitSigns.filter(({ visitId }) => visitId === visit.id);
    const seen = signs.flatMap((sign) => linesOf(words, `visit_signs/${visit.id}/${sign.sign}`, sign, SIGN_COLUMNS));
    const heading = [dayOf(words, visit.visitedOn), visit.visitedAtTime ?? ''].join(' ').trim();
    return entryOf(id, heading, [...linesOf(words, id, visit, VISIT_COLUMNS), ...seen]);
  });
}

const draftEntries = (words: Words, { drafts }: AllAbout): DisclosureEntry[] =>
  drafts.map(({ key, body, savedAt }) =>
    entryOf(
      `drafts/${key}`,
      momentOf(words, savedAt),
      textsOfDraft(words, body).map((text, at) => lineOf(`drafts/${key}/${at}`, '書きかけの文', text, 'sentences')),
    ),
  );

/** Counts of a row; nothing where somebody spoilt it. */
function detailWords(detail: string): string {
  try {
    return wordsOfDetail(JSON.parse(detail) as Readonly<Record<string, string | number>>);
  } catch {
    return '';
  }
}

const trailEntries = (words: Words, { auditTrail }: AllAbout): DisclosureEntry[] =>
  auditTrail.map(({ sequence, at, actor, operation, detail }) => {
    const id = `audit_trail/${sequence}`;
    const more = detailWords(detail);
    return entryOf(id, momentOf(words, at), [
      lineOf(`${id}/operation`, actor, wordsOfDeed(operation), 'plain'),
      ...(more === '' ? [] : [lineOf(`${id}/detail`, 'くわしく', more, 'whole')]),
    ]);
  });

/** What was written about the person. */
function recordSections(words: Words, all: AllAbout): DisclosureSection[] {
  const section = (id: string, title: string, entries: DisclosureEntry[]) => ({ id, title, entries });
  return [
    section(
      'people',
      '台帳の内容',
      all.people.map((row) => entryOf(`people/${row.id}`, '', linesOf(words, `people/${row.id}`, row, PERSON_COLUMNS))),
    ),
    section(
      'consents',
      '同意',
      all.consents.map((row) => {
        const id = `consents/${row.id}`;
        return entryOf(id, dayOf(words, row.decidedOn ?? row.recordedOn), linesOf(words, id, row, CONSENT_COLUMNS));
      }),
    ),
    section(
      'emergency_contacts',
      '緊急連絡先',
      all.emergencyContacts.map((row, at) => {
        const id = `emergency_contacts/${row.id}`;
        return entryOf(id, `${at + 1}人目`, linesOf(words, id, row, CONTACT_COLUMNS));
      }),
    ),
    section('visits', '見守りの記録', visitEntries(words, all)),
    section(
      'consultations',
      '相談の記録',
      all.consultations.map((row) => {
        const id = `consultations/${row.id}`;
        return entryOf(id, dayOf(words, row.consultedOn), linesOf(words, id, row, CONSULTATION_COLUMNS));
      }),
    ),
    section('drafts', '書きかけ', draftEntries(words, all)),
    ...endSections(words, all),
  ];
}

function endSections(words: Words, all: AllAbout): DisclosureSection[] {
  const disposals = all.disposals.map((row) => {
    const id = `disposals/${row.id}`;
    return entryOf(id, dayOf(words, row.disposedOn), linesOf(words, id, row, DISPOSAL_COLUMNS));
  });
  const holds = all.retentionHolds.map((row) => {
    const id = `retention_holds/${row.personId}`;
    return entryOf(id, dayOf(words, row.heldOn), linesOf(words, id, row, HOLD_COLUMNS));
  });
  return [
    { id: 'retention_holds', title: '保存の延長', entries: holds },
    // Only after a return to what was erased before.
    ...(disposals.length === 0 ? [] : [{ id: 'disposals', title: '前の廃棄', entries: disposals }]),
  ];
}

/** What was done with the records: grows with every look. */
function deedSections(words: Words, all: AllAbout): DisclosureSection[] {
  const handouts = all.issuedPapers.map((row) => {
    const id = `issued_papers/${row.id}`;
    return entryOf(id, momentOf(words, row.issuedAt), linesOf(words, id, row, HANDOUT_COLUMNS));
  });
  return [
    { id: 'issued_papers', title: '持ち出しの記録', entries: handouts },
    { id: 'audit_trail', title: '操作の記録（だれが、いつ、何をしたか）', entries: trailEntries(words, all) },
  ];
}

/** Everything, nothing blackened. @throws Refusal `not_found`. */
export function readSheet({ reader, today }: QueryContext, personId: PersonId): DisclosureSheet {
  const all = selectAllAbout(reader, personId);
  const [person] = all?.people ?? [];
  if (!all || !person) {
    throw new Refusal('not_found');
  }
  const words = wordsFrom(reader);
  const records = recordSections(words, all);
  return {
    personId,
    registerNumber: person.registerNumber,
    name: person.name,
    registerName: readSettings(reader).registerName,
    madeOn: today,
    sections: [...records, ...deedSections(words, all)],
    digest: createHash('sha256').update(JSON.stringify(records)).digest('hex'),
  };
}

/** The same without the text of what is blackened. @throws Refusal `preview_outdated` for a passage that cannot be blackened. */
export function blackenSheet(sheet: DisclosureSheet, blackened: readonly Blackening[]): DisclosureSheet {
  const reasons = new Map(blackened.map(({ passageId, reason }) => [passageId, reason]));
  const sections = sheet.sections.map((section) => ({
    ...section,
    entries: section.entries.map((entry) => ({
      ...entry,
      lines: entry.lines.map((line) => ({
        ...line,
        passages: line.passages.map((passage) => {
          const reason = line.canBlacken && reasons.get(passage.id);
          if (!reason) {
            return passage;
          }
          reasons.delete(passage.id);
          return { ...passage, text: '', reason };
        }),
      })),
    })),
  }));
  if (reasons.size > 0) {
    throw new Refusal('preview_outdated');
  }
  return { ...sheet, sections };
}
