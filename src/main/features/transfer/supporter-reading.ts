// Reads who looks in on somebody: the name without さん or 委員, and nobody where the ledger says that the post is vacant.
import { findPhone } from '#shared/model/phone.ts';
import { changed, keptAsNote, type LedgerCell, noteLine, type RowFindings } from './row-findings.ts';

const VACANT = /^[(（]?\s*(?:空き|空席|欠員|未定|なし|無し?|不在|調整中|いない)\s*[)）]?$/u;
const TITLE = /[\s\u3000]*(?:さん|さま|様|氏|先生)$/u;
const COMMISSIONER_TITLE =
  /[\s\u3000]*[(（]?(?:民生委員・?児童委員|民生児童委員|民生委員|主任児童委員|児童委員|民生|委員)[)）]?$/u;
const LONGEST_NAME = 100;

/** 西野さん is 西野, 池田委員 is 池田, 森 民生 is 森. Empty when there is nobody. */
export function readSupporter(findings: RowFindings, cell: LedgerCell | undefined): string {
  if (!cell) {
    return '';
  }
  if (VACANT.test(cell.text)) {
    changed(findings, cell, 'post_vacant');
    return '';
  }
  const { phone, rest } = findPhone(cell.text);
  const plain = rest.replace(/\s*[\r\n]+\s*/gu, ' ').trim();
  const untitled = plain.replace(TITLE, '');
  const name = (cell.field === 'commissioner' ? untitled.replace(COMMISSIONER_TITLE, '') : untitled).trim();
  if (name === '' || name.length > LONGEST_NAME) {
    keptAsNote(findings, cell, name === '' ? 'no_such_code' : 'too_long');
    return '';
  }
  if (phone !== null) {
    findings.noteParts.push(noteLine(cell.heading, cell.text));
  }
  if (name !== cell.text) {
    changed(findings, cell, 'honorific_dropped', { taken: name });
  }
  return name;
}
