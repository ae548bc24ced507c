// A person as a ledger or the register describes them, before anything is written: supporters by name, notes in parts.
import type { Consent, EmergencyContact, PersonInput } from '#shared/contract/person-shape.ts';
import type { PersonId } from '#shared/model/ids.ts';

/** Everything but supporters, contacts and note, which are merged in their own ways. */
export type PersonFacts = Omit<PersonInput, 'volunteerId' | 'commissionerId' | 'contacts' | 'note'>;

export interface PersonDraft {
  readonly facts: PersonFacts;
  /** 見守り員 and 民生委員 by name; empty for nobody. */
  readonly volunteer: string;
  readonly commissioner: string;
  readonly contacts: readonly EmergencyContact[];
  readonly consent: Consent | null;
  /** The note: the ledger's own remark first, then one part for each thing that has no field. */
  readonly noteParts: readonly string[];
}

/** Somebody who is in the register already. */
export interface KnownPerson extends PersonDraft {
  readonly personId: PersonId;
  readonly volunteerId: PersonInput['volunteerId'];
  readonly commissionerId: PersonInput['commissionerId'];
  readonly isEnded: boolean;
}

/** The note as one text. */
export const noteOf = ({ noteParts }: Pick<PersonDraft, 'noteParts'>): string => noteParts.join('\n');

export const placeOf = ({ address, building, wing, room }: PersonFacts): string =>
  [address, `${building}${wing} ${room}`.trim()].filter((text) => text !== '').join(' ');
