// Finds where the records of others name people who are to be erased, and puts other words there. Each feature says which texts it
// has and rewrites them itself; `personal-data.ts` and its test see to it that none is left out.
import type { Reader, Writer } from '#main/platform/database/reader-writer.ts';
import type { MENTION_SOURCES, Mention } from '#shared/contract/retention.contract.ts';
import { calendarDateSchema } from '#shared/model/calendar-date.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { countIn, createNameFinder, type NameOf } from '#shared/model/name-writings.ts';
import { searchKey } from '#shared/model/person-name.ts';
import { listConsultationTexts, rewriteConsultationText } from '../consultations/consultations-erasure.queries.ts';
import { listDraftTexts, rewriteDraftText } from '../drafts/drafts-erasure.queries.ts';
import {
  listAgendaTexts,
  listMeetingTexts,
  rewriteAgendaText,
  rewriteMeetingText,
} from '../meetings/meetings-erasure.queries.ts';
import {
  listContactTexts,
  listPersonTexts,
  rewriteContactText,
  rewritePersonText,
} from '../people/people-erasure.queries.ts';
import { listVisitTexts, rewriteVisitText } from '../visits/visits-erasure.queries.ts';
import { listHoldTexts, listNames, rewriteHoldText } from './retention.queries.ts';

type SourceName = (typeof MENTION_SOURCES)[number];

interface FreeText {
  readonly id: string;
  /** Whose record it stands in, where it is somebody's. */
  readonly personId: string | null;
  readonly on: string | null;
  readonly field: string;
  readonly text: string;
}

interface Source {
  readonly list: (reader: Reader) => readonly FreeText[];
  readonly rewrite: (writer: Writer, id: string, field: string, text: string) => void;
}

const SOURCES: Readonly<Record<SourceName, Source>> = {
  visit: { list: listVisitTexts, rewrite: rewriteVisitText },
  consultation: { list: listConsultationTexts, rewrite: rewriteConsultationText },
  person: { list: listPersonTexts, rewrite: rewritePersonText },
  contact: { list: listContactTexts, rewrite: rewriteContactText },
  meeting: { list: listMeetingTexts, rewrite: rewriteMeetingText },
  agenda: { list: listAgendaTexts, rewrite: rewriteAgendaText },
  draft: { list: listDraftTexts, rewrite: rewriteDraftText },
  hold: { list: listHoldTexts, rewrite: rewriteHoldText },
};

const sources = Object.entries(SOURCES) as [SourceName, Source][];

export interface NamedPerson extends NameOf {
  readonly personId: PersonId;
}

const AROUND = 40;

/** Drafts are kept as JSON; its marks say nothing to a reader. */
const readable = (text: string) => text.replaceAll(/\\[nrt"\\]|["{}[\]\\]|\s+/gu, ' ');

const idOf = (source: SourceName, { id, field }: FreeText, personId: string, writing: string) =>
  [source, id, field, personId, writing].join('/');

interface Passage {
  readonly source: SourceName;
  readonly at: FreeText;
  readonly personId: PersonId;
  readonly writing: string;
  readonly isSurnameOnly: boolean;
}

/** @param leaveOut whether a text goes with the people themselves. */
function passagesOf(reader: Reader, people: readonly NamedPerson[], leaveOut: (text: FreeText) => boolean): Passage[] {
  const finders = people.map(({ personId, name, kana }) => ({ personId, find: createNameFinder({ name, kana }) }));
  return sources.flatMap(([source, { list }]) =>
    list(reader)
      .filter((text) => !leaveOut(text))
      .flatMap((at) => {
        const key = searchKey(at.text);
        return finders.flatMap(({ personId, find }) =>
          find(at.text, key).map(({ text: writing, isSurnameOnly }) => ({
            source,
            at,
            personId,
            writing,
            isSurnameOnly,
          })),
        );
      }),
  );
}

/** A text of their own, or a draft about them. */
const goesAlong = (gone: readonly string[]) => (text: FreeText) =>
  (text.personId !== null && gone.includes(text.personId)) ||
  gone.some((id) => text.id.includes(id) || (text.field === 'body' && text.text.includes(id)));

/** @param gone ids of all that is erased with them: theirs, and those of their consultations. */
export function findMentions(reader: Reader, people: readonly NamedPerson[], gone: readonly string[]): Mention[] {
  const names = listNames(reader);
  return passagesOf(reader, people, goesAlong(gone)).map(({ source, at, personId, writing, isSurnameOnly }) => {
    const start = at.text.indexOf(writing);
    const end = start + writing.length;
    return {
      id: idOf(source, at, personId, writing),
      personId,
      source,
      inRecordOf: at.personId === null ? null : (names.get(at.personId) ?? null),
      on: calendarDateSchema.nullable().parse(at.on),
      before: readable(at.text.slice(Math.max(0, start - AROUND), start)),
      writing,
      after: readable(at.text.slice(end, end + AROUND)),
      times: countIn(at.text, writing),
      isSurnameOnly,
    };
  });
}

/** In JSON a quotation mark must not end the text. */
const asStoredIn = (source: SourceName, words: string) =>
  source === 'draft' ? JSON.stringify(words).slice(1, -1) : words;

/**
 * Puts the chosen words wherever they were chosen for; longer writings first, because a shorter one may be part of them.
 * @returns how many places were changed.
 */
export function replaceMentions(
  writer: Writer,
  people: readonly NamedPerson[],
  gone: readonly string[],
  wordsFor: ReadonlyMap<string, string>,
): number {
  const texts = new Map<string, { readonly source: SourceName; readonly at: FreeText; text: string }>();
  let places = 0;
  const passages = passagesOf(writer, people, goesAlong(gone));
  for (const { source, at, personId, writing } of passages.toSorted((a, b) => b.writing.length - a.writing.length)) {
    const words = wordsFor.get(idOf(source, at, personId, writing));
    if (words !== undefined) {
      const key = [source, at.id, at.field].join('/');
      const state = texts.get(key) ?? { source, at, text: at.text };
      places += countIn(state.text, writing);
      state.text = state.text.replaceAll(writing, () => asStoredIn(source, words));
      texts.set(key, state);
    }
  }
  for (const { source, at, text } of texts.values()) {
    SOURCES[source].rewrite(writer, at.id, at.field, text);
  }
  return places;
}
