// Finds people by name in any writing, kana, Latin letters, telephone, address or number, and those who may be the same person.
import type { Reader } from '#main/platform/database/reader-writer.ts';
import type { SEARCH_MATCHES } from '#shared/contract/people.contract.ts';
import type { PersonRow } from '#shared/contract/person-shape.ts';
import { normalizeAddress } from '#shared/model/address.ts';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import { type PersonId, personIdSchema } from '#shared/model/ids.ts';
import { matchName, queryKeys, searchKey } from '#shared/model/person-name.ts';
import { phoneDigits } from '#shared/model/phone.ts';
import { findBySearchTerms } from './people.queries.ts';
import { readPersonRows } from './person-readings.ts';

type SearchMatch = (typeof SEARCH_MATCHES)[number];
type Candidate = ReturnType<typeof findBySearchTerms>[number];

/** The register number that was typed, if it can be one. */
function numberIn(text: string): number | null {
  const digits = text.normalize('NFKC').trim();
  return /^\d{1,6}$/u.test(digits) ? Number(digits) : null;
}

/** In what a hit was found: the first of number, name, another writing of it, kana, telephone, Latin letters, address. */
function matchOf(candidate: Candidate, text: string): SearchMatch {
  if (candidate.registerNumber === numberIn(text)) {
    return 'number';
  }
  const name = matchName(candidate.name, text);
  if (name !== null) {
    return name === 'exact' ? 'name' : 'variant';
  }
  if (matchName(candidate.kana, text) !== null) {
    return 'kana';
  }
  const digits = phoneDigits(text);
  if (digits.length >= 4 && candidate.searchText.includes(digits)) {
    return 'phone';
  }
  return /^[a-z\u00c0-\u017f'’\s]+$/iu.test(text.normalize('NFKC')) ? 'romaji' : 'address';
}

/** The bearer of a typed number first, then people under watch. An empty text finds nobody. */
export function searchPeople(
  reader: Reader,
  text: string,
  limit: number,
): { readonly personId: PersonId; readonly match: SearchMatch }[] {
  const terms = queryKeys(text);
  if (terms.length === 0) {
    return [];
  }
  return findBySearchTerms(reader, { terms, number: numberIn(text) }, limit).map((candidate) => ({
    personId: personIdSchema.parse(candidate.id),
    match: matchOf(candidate, text),
  }));
}

/** Same name in any writing and one more thing in common; with nothing else given, the same name is enough. */
export function findSimilarPeople(
  reader: Reader,
  likeness: {
    readonly name: string;
    readonly birthOn: CalendarDate | null;
    readonly address: string;
    readonly phone: string;
  },
): PersonRow[] {
  const name = searchKey(likeness.name);
  if (name === '') {
    return [];
  }
  const address = normalizeAddress(likeness.address);
  const digits = phoneDigits(likeness.phone);
  const isBare = likeness.birthOn === null && address === '' && digits === '';
  return readPersonRows(
    reader,
    (person) =>
      searchKey(person.name) === name &&
      (isBare ||
        (likeness.birthOn !== null && person.birthOn === likeness.birthOn) ||
        (address !== '' && normalizeAddress(person.address) === address) ||
        (digits !== '' && [person.phone, person.mobile].some((phone) => phoneDigits(phone) === digits))),
  );
}
