// Finds who a row may be, among the people known so far, without comparing everybody with everybody. Pure.
import { normalizeAddress } from '#shared/model/address.ts';
import { searchKey } from '#shared/model/person-name.ts';
import { phoneDigits } from '#shared/model/phone.ts';
import type { KnownPerson, PersonDraft, PersonFacts } from './person-draft.ts';

/** Somebody a row may be the same as: in the register, or entered by an earlier row of the file. */
export interface Candidate {
  readonly known: KnownPerson | null;
  /** The row that entered them, when they are not in the register yet. */
  readonly row: number | null;
  /** What is known of them by now: rows that are merged add to it. */
  draft: PersonDraft;
}

export interface Likeness {
  readonly candidate: Candidate;
  readonly score: number;
  /** So alike that merging is the sensible proposal; otherwise adding is, and somebody has to look. */
  readonly isSure: boolean;
}

interface Traits {
  readonly name: string;
  readonly kana: string;
  readonly birthOn: string;
  readonly address: string;
  readonly phones: readonly string[];
}

function traitsOf({ name, kana, birthOn, address, phone, mobile }: PersonFacts): Traits {
  return {
    name: searchKey(name),
    kana: searchKey(kana),
    birthOn: birthOn ?? '',
    address: searchKey(normalizeAddress(address)),
    phones: [phone, mobile].map(phoneDigits).filter((digits) => digits !== ''),
  };
}

/** Same name and one more thing in common, or the same reading and birthday. */
function keysOf({ name, kana, birthOn, address, phones }: Traits): string[] {
  const keys = [
    birthOn && `birth/${name}/${birthOn}`,
    address && `address/${name}/${address}`,
    ...phones.map((phone) => `phone/${name}/${phone}`),
    kana && birthOn && `kana/${kana}/${birthOn}`,
  ];
  return keys.filter((key) => key !== '');
}

function compare(a: Traits, b: Traits): Omit<Likeness, 'candidate'> {
  const isSameName = a.name === b.name;
  const isSameBirth = a.birthOn !== '' && a.birthOn === b.birthOn;
  const isOtherBirth = a.birthOn !== '' && b.birthOn !== '' && a.birthOn !== b.birthOn;
  const isSameAddress = a.address !== '' && a.address === b.address;
  const isSamePhone = a.phones.some((phone) => b.phones.includes(phone));
  const score =
    (isSameName ? 3 : 0) +
    (isSameBirth ? 4 : 0) +
    (isSameAddress ? 2 : 0) +
    (isSamePhone ? 2 : 0) -
    (isOtherBirth ? 4 : 0);
  const isSure = isSameName ? !isOtherBirth : isSameBirth && (isSameAddress || isSamePhone);
  return { score, isSure };
}

/** More candidates than this under one key are no longer told apart. */
const MOST_PER_KEY = 20;

export interface TwinIndex {
  add(candidate: Candidate): void;
  /** Best first. */
  find(draft: PersonDraft): readonly Likeness[];
}

export function createTwinIndex(): TwinIndex {
  const byKey = new Map<string, Set<Candidate>>();
  return {
    add(candidate) {
      for (const key of keysOf(traitsOf(candidate.draft.facts))) {
        const bucket = byKey.get(key) ?? new Set();
        byKey.set(key, bucket);
        if (bucket.size < MOST_PER_KEY) {
          bucket.add(candidate);
        }
      }
    },
    find(draft) {
      const traits = traitsOf(draft.facts);
      const candidates = new Set(keysOf(traits).flatMap((key) => [...(byKey.get(key) ?? [])]));
      return [...candidates]
        .map((candidate) => ({ candidate, ...compare(traitsOf(candidate.draft.facts), traits) }))
        .sort((a, b) => b.score - a.score);
    },
  };
}
