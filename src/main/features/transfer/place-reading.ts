// Reads where somebody lives: postal code, address, building, wing and room, in one cell or in several.
import { splitAddress } from '#shared/model/address.ts';
import { splitBuilding } from '#shared/model/building.ts';
import { normalizePostalCode } from '#shared/model/postal-code.ts';
import type { PersonFacts } from './person-draft.ts';
import { changed, keptAsNote, type LedgerCell, type RowFindings } from './row-findings.ts';

type Place = Pick<PersonFacts, 'postalCode' | 'address' | 'building' | 'wing' | 'room'>;

/** Half-width katakana as full width; everything else stays as it is (①, ㈱). */
export function widenKana(text: string): string {
  return text.replace(/[\uff61-\uff9f]+/gu, (kana) => kana.normalize('NFKC'));
}

export interface PlaceCells {
  readonly postalCode: LedgerCell | undefined;
  readonly address: LedgerCell | undefined;
  readonly building: LedgerCell | undefined;
  readonly wing: LedgerCell | undefined;
  readonly room: LedgerCell | undefined;
}

function readPostalCode(findings: RowFindings, cell: LedgerCell | undefined): string {
  if (!cell) {
    return '';
  }
  const postalCode = normalizePostalCode(cell.text);
  if (postalCode === null) {
    keptAsNote(findings, cell, 'postal_code_unreadable');
    return '';
  }
  if (postalCode !== cell.text) {
    changed(findings, cell, 'digits_folded', { taken: postalCode });
  }
  return postalCode;
}

const joined = (...parts: readonly (string | null)[]) => parts.filter((part) => part !== null && part !== '').join(' ');

function readBuilding(
  findings: RowFindings,
  cell: LedgerCell,
  written: string,
): Pick<Place, 'building' | 'wing' | 'room'> {
  const text = widenKana(written);
  const { building, wing, floor, room } = splitBuilding(text);
  // A floor that no room tells has no field of its own: it stays with the name of the building.
  const place =
    room === null && floor !== null
      ? { building: text, wing: '', room: '' }
      : { building, wing: wing ?? '', room: room ?? '' };
  const taken = joined(place.building, place.wing, place.room);
  if (text !== written) {
    changed(findings, cell, 'kana_widened', { taken });
  } else if (taken !== written) {
    changed(findings, cell, 'building_split', { taken });
  }
  return place;
}

/** What the cells say together. A column of its own wins over what stands behind an address or a building. */
export function readPlace(findings: RowFindings, cells: PlaceCells): Place {
  const split = splitAddress(cells.address?.text ?? '');
  if (cells.address && split.address !== cells.address.text) {
    changed(findings, cells.address, 'address_tidied', { taken: joined(split.address, split.rest) });
  }
  const postalCode = readPostalCode(findings, cells.postalCode);
  const source = cells.building ?? cells.address;
  const behind = cells.building ? cells.building.text : split.rest;
  const found = source && behind !== '' ? readBuilding(findings, source, behind) : { building: '', wing: '', room: '' };
  const wing = cells.wing?.text ?? '';
  const room = cells.room?.text.replace(/号室$/u, '') ?? '';
  return {
    postalCode: postalCode || (split.postalCode ?? ''),
    // With a building column, what stands behind the numbers of the address stays with the address.
    address: cells.building ? joined(split.address, split.rest) : split.address,
    building: joined(found.building, wing ? found.wing : '', room ? found.room : ''),
    wing: wing || found.wing,
    room: room || found.room,
  };
}
