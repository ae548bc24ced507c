// Reads emergency contacts: name, relation and telephone in one cell (山崎 恵美子(知人) 090-...) or in columns of their own.
import type { EmergencyContact } from '#shared/contract/person-shape.ts';
import { findPhone, normalizePhone } from '#shared/model/phone.ts';
import { changed, doubtful, keptAsNote, type LedgerCell, type RowFindings } from './row-findings.ts';

const RELATIONS =
  '妻|夫|長男|長女|次男|次女|二男|二女|三男|三女|息子|娘|子|兄|弟|姉|妹|姪|甥|孫|親|母|父|嫁|婿|知人|友人|親族|親戚|隣人|近所|ケアマネジャー|ケアマネ|後見人';
const NAME_WITH_RELATION = /^(?<name>[^()（）]*?)\s*[(（](?<relation>[^()（）]*)[)）]\s*(?<tail>.*)$/su;
const RELATION_FIRST = new RegExp(`^(?<relation>${RELATIONS})[\\s:：・の]+(?<name>.+)$`, 'su');

/** A contact must have a name; ledgers sometimes have a number alone. */
const NAMELESS = '（名前の記載なし）';
const MOST_CONTACTS = 10;
const LONGEST_NAME = 100;
const LONGEST_RELATION = 40;

const oneLine = (text: string) => text.replace(/\s*[\r\n]+\s*/gu, ' ').trim();

function takePhones(text: string): { readonly phones: readonly string[]; readonly rest: string } {
  const found = findPhone(text);
  if (found.phone !== null) {
    const others = takePhones(found.rest);
    return { phones: [found.phone, ...others.phones], rest: others.rest };
  }
  // Two numbers with a space between them: each word by itself.
  const words = text.split(/[\s、,]+/u).map((word) => ({ word, reading: normalizePhone(word) }));
  const phones = words.flatMap(({ reading }) => (reading.ok ? [reading.phone] : []));
  if (phones.length === 0) {
    return { phones, rest: text };
  }
  return { phones, rest: words.flatMap(({ word, reading }) => (reading.ok ? [] : [word])).join(' ') };
}

function readContact(findings: RowFindings, cell: LedgerCell, text: string): EmergencyContact | null {
  const { phones, rest } = takePhones(text);
  const groups = (NAME_WITH_RELATION.exec(rest) ?? RELATION_FIRST.exec(rest))?.groups;
  const name = oneLine(groups?.['name'] ?? rest);
  const relation = oneLine(groups?.['relation'] ?? '');
  const tail = oneLine(groups?.['tail'] ?? '');
  const [phone = '', ...others] = phones;
  const note = [...others, tail].filter((part) => part !== '').join(' ');
  if (name.length > LONGEST_NAME || relation.length > LONGEST_RELATION || note.length > 400) {
    keptAsNote(findings, cell, 'contact_unreadable');
    return null;
  }
  const contact = { name: name || relation || NAMELESS, relation: name ? relation : '', phone, note };
  if (/\d/u.test(`${name}${tail}`.normalize('NFKC'))) {
    doubtful(findings, cell, 'phone_unreadable', { taken: [name, tail].join(' ').trim() });
  } else if (phone !== '' && !text.includes(phone)) {
    changed(findings, cell, 'digits_folded', { taken: phone });
  }
  return contact;
}

/** Fills the last contact that lacks this part, or begins one. */
function attach(contacts: EmergencyContact[], part: 'relation' | 'phone', text: string): void {
  const last = contacts.at(-1);
  if (last && last[part] === '') {
    contacts[contacts.length - 1] = { ...last, [part]: text };
  } else {
    contacts.push({ name: '', relation: '', phone: '', note: '', [part]: text });
  }
}

function addNamed(contacts: EmergencyContact[], contact: EmergencyContact): void {
  const last = contacts.at(-1);
  if (last && last.name === '') {
    const { name, relation, phone, note } = contact;
    contacts[contacts.length - 1] = { name, relation: relation || last.relation, phone: phone || last.phone, note };
  } else {
    contacts.push(contact);
  }
}

const partsOf = ({ text }: LedgerCell) => text.split(/[\r\n;；]+/u).filter((part) => part.trim() !== '');

function readNamed(findings: RowFindings, contacts: EmergencyContact[], cell: LedgerCell): void {
  const parts = partsOf(cell);
  if (contacts.length + parts.length > MOST_CONTACTS) {
    keptAsNote(findings, cell, 'second_value');
    return;
  }
  for (const text of parts) {
    const contact = readContact(findings, cell, text.trim());
    if (contact) {
      addNamed(contacts, contact);
    }
  }
}

function readPart(findings: RowFindings, contacts: EmergencyContact[], cell: LedgerCell): void {
  if (contacts.length >= MOST_CONTACTS) {
    keptAsNote(findings, cell, 'second_value');
  } else if (cell.field === 'contactRelation') {
    const relation = oneLine(cell.text);
    if (relation.length > LONGEST_RELATION) {
      keptAsNote(findings, cell, 'contact_unreadable');
    } else {
      attach(contacts, 'relation', relation);
    }
  } else {
    const reading = normalizePhone(cell.text);
    if (reading.ok) {
      attach(contacts, 'phone', reading.phone);
    } else {
      keptAsNote(findings, cell, 'phone_unreadable');
    }
  }
}

/** Cells in the order of their columns. */
export function readContacts(findings: RowFindings, cells: readonly LedgerCell[]): EmergencyContact[] {
  const contacts: EmergencyContact[] = [];
  for (const cell of cells) {
    (cell.field === 'contact' ? readNamed : readPart)(findings, contacts, cell);
  }
  return contacts.map((contact) => ({ ...contact, name: contact.name || NAMELESS }));
}
