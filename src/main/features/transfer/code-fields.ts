// Reads the cells whose words stand for codes: 性別, 要介護度, 手帳, 同意 ... A word that no list has stays as text.
import type { Consent } from '#shared/contract/person-shape.ts';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import { type CodeList, codeLabelKey } from '#shared/model/code-lists.ts';
import type { CodeReader } from './code-reader.ts';
import type { PersonFacts } from './person-draft.ts';
import { changed, keptAsNote, type LedgerCell, type RowFindings } from './row-findings.ts';

/** The code, or null after the text went to the note. */
export function readCode(
  findings: RowFindings,
  codes: CodeReader,
  list: CodeList,
  cell: LedgerCell | undefined,
): string | null {
  if (!cell) {
    return null;
  }
  const found = codes.read(list, cell.text);
  if (!found) {
    keptAsNote(findings, cell, 'no_such_code');
    return null;
  }
  if (found.label !== cell.text) {
    changed(findings, cell, 'code_label_matched', { taken: found.label });
  }
  return found.code;
}

type Handbooks = Pick<PersonFacts, 'handbookPhysical' | 'handbookIntellectual' | 'handbookMental'>;

const HANDBOOK_LISTS = ['handbookPhysical', 'handbookIntellectual', 'handbookMental'] as const;

/** Which handbook a word is about: 2級 alone could be two of them. */
function handbookListOf(text: string): (typeof HANDBOOK_LISTS)[number] | null {
  const key = codeLabelKey(text);
  if (/身/u.test(key)) return 'handbookPhysical';
  if (/精/u.test(key)) return 'handbookMental';
  return /療|知|愛護|^[ab][12]?$/u.test(key) ? 'handbookIntellectual' : null;
}

const withoutKind = (text: string) => text.replace(/(?:障がい者|障害者|障碍者)?(?:保健福祉)?手帳/gu, '');

/** 身2, 精神２級, 療育A, or several of them in one cell. */
function readMixedHandbooks(findings: RowFindings, codes: CodeReader, cell: LedgerCell): Partial<Handbooks> {
  const parts = cell.text.split(/[、,，・/／+＋\s]+/u).filter((part) => part !== '');
  const found: Partial<Record<keyof Handbooks, string>> = {};
  for (const part of parts) {
    const list = handbookListOf(part);
    const code = list && codes.read(list, withoutKind(part));
    if (!list || !code || found[list] !== undefined) {
      keptAsNote(findings, cell, 'no_such_code');
      return found;
    }
    found[list] = code.code;
    if (code.label !== cell.text) {
      changed(findings, cell, 'code_label_matched', { taken: code.label });
    }
  }
  return found;
}

export function readHandbooks(findings: RowFindings, codes: CodeReader, cells: readonly LedgerCell[]): Handbooks {
  const handbooks: Record<keyof Handbooks, string | null> = {
    handbookPhysical: null,
    handbookIntellectual: null,
    handbookMental: null,
  };
  for (const cell of cells) {
    const field = HANDBOOK_LISTS.find((list) => list === cell.field);
    const read: Partial<Handbooks> = field
      ? { [field]: readCode(findings, codes, field, { ...cell, text: withoutKind(cell.text) }) }
      : readMixedHandbooks(findings, codes, cell);
    for (const list of HANDBOOK_LISTS) {
      if (handbooks[list] === null) {
        handbooks[list] = read[list] ?? null;
      } else if (read[list]) {
        keptAsNote(findings, cell, 'second_value');
      }
    }
  }
  return handbooks;
}

export interface ConsentCells {
  readonly status: LedgerCell | undefined;
  readonly method: LedgerCell | undefined;
  readonly on: LedgerCell | undefined;
}

/** 同意(口頭) is 同意 by word of mouth. A method that is no code is left to the caller. */
function splitStatus(codes: CodeReader, text: string): { readonly status: string | null; readonly method: string } {
  const whole = codes.read('consentStatus', text);
  const groups = /^(?<status>[^()（）]+)[(（](?<method>[^()（）]+)[)）]$/u.exec(text)?.groups;
  if (whole || !groups) {
    return { status: whole?.code ?? null, method: '' };
  }
  return { status: codes.read('consentStatus', groups['status'] ?? '')?.code ?? null, method: groups['method'] ?? '' };
}

/** @param decidedOn the day in `cells.on`, or null when it could not be read (its text is in the note then). */
export function readConsent(
  findings: RowFindings,
  codes: CodeReader,
  cells: ConsentCells,
  decidedOn: CalendarDate | null,
): Consent | null {
  const { status: cell, method: methodCell, on } = cells;
  const { status, method: written } = splitStatus(codes, cell?.text ?? '');
  if (!cell || status === null) {
    if (cell) {
      keptAsNote(findings, cell, 'no_such_code');
    }
    if (on && decidedOn !== null) {
      keptAsNote(findings, on, 'date_without_status');
    }
    if (methodCell) {
      keptAsNote(findings, methodCell, 'date_without_status');
    }
    return null;
  }
  const inParentheses = written === '' ? null : codes.read('consentMethod', written);
  if (written !== '' && !inParentheses) {
    keptAsNote(findings, cell, 'no_such_code');
  } else if (codes.label('consentStatus', status) !== cell.text) {
    const taken = [codes.label('consentStatus', status), inParentheses?.label ?? ''].filter(Boolean).join('・');
    changed(findings, cell, 'code_label_matched', { taken });
  }
  const method = readCode(findings, codes, 'consentMethod', methodCell) ?? inParentheses?.code ?? null;
  return { status, decidedOn, method, scope: [], documentNumber: '' };
}
