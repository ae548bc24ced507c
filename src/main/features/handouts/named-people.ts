// Looks for people of the register in what is typed about something that leaves the house. Finds; refuses nothing itself.
import type { Reader } from '#main/platform/database/reader-writer.ts';
import type { HandoutKind, HandoutReason } from '#shared/contract/handouts.contract.ts';
import { createNameFinder, type NameOf, type Writing } from '#shared/model/name-writings.ts';
import { searchKey } from '#shared/model/person-name.ts';
import { listPeopleNames, listSupporterNames } from './handouts.queries.ts';

/** Surname and given name of somebody whose name is written with a blank; of another the given name is not known. */
const partsOf = ({ name }: NameOf) => name.trim().split(/[\s　]+/u);

/** 長さん of 会長さん: a surname of one letter that stands right behind a kanji is the end of a word. */
function endsAWord(text: string, person: NameOf, writing: Writing): boolean {
  if (!writing.isSurnameOnly || Array.from(partsOf(person)[0] ?? '').length > 1) return false;
  return text
    .split(writing.text)
    .slice(0, -1)
    .every((before) => /\p{Script=Han}$/u.test(before));
}

type Counts = (person: NameOf, writing: Writing) => boolean;

/** As they stand in the text, each once. Somebody who has the name of a supporter too may be meant as that. */
function find(reader: Reader, text: string, counts: Counts): string[] {
  const key = searchKey(text);
  if (key === '') return [];
  const supporters = new Set([...listSupporterNames(reader)].map(searchKey));
  const found = listPeopleNames(reader)
    .filter(({ name }) => !supporters.has(searchKey(name)))
    .flatMap((person) =>
      createNameFinder(person)(text, key).filter(
        (writing) => counts(person, writing) && !endsAWord(text, person, writing),
      ),
    )
    .map((writing) => writing.text);
  return [...new Set(found)];
}

/** Names in sentences: the whole name in any writing, and a surname with さん. */
export const namesInText = (reader: Reader, text: string): string[] => find(reader, text, () => true);

/** Of somebody registered under one or two letters only the surname may be known. */
const isKnownWhole = (person: NameOf): boolean =>
  partsOf(person).length > 1 || Array.from(searchKey(person.name)).length > 2;

/**
 * Names of those who receive or decide: whole names alone. Whoever receives something has a surname too, and a register of a ward
 * holds every common one: 「区社協 田中様」 must pass, and 「大阪市西区社会福祉協議会」 whoever is called 西 or 大阪.
 */
export const namesOfOffice = (reader: Reader, text: string): string[] =>
  find(reader, text, (person, { isSurnameOnly }) => !isSurnameOnly && isKnownWhole(person));

/**
 * A summary tells of nobody, and its row in the ledger of publications can never be changed: a name in it is refused. What else leaves tells
 * of people anyway, and its recipient may be somebody of the register (a disclosure to the person, a neighbour at the 連絡会): there
 * she is told, because the ledger keeps the name when the record is disposed of, and decides herself.
 */
export const isNameRefused = (kind: HandoutKind): boolean => kind === 'month_summary';

export const namesInReason = (reader: Reader, { recipient, purpose }: HandoutReason) => ({
  recipient: namesOfOffice(reader, recipient),
  purpose: namesInText(reader, purpose),
});
