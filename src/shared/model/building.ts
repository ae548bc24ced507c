// Takes 建物・部屋 apart into building, wing, floor and room. Never splits where the number may belong to the building's name.

export interface SplitBuilding {
  /** As written, spaces at the ends aside; empty when only a room was written. */
  readonly building: string;
  /** 3号棟, A棟, 東棟, or the 3 of 3-1302; as written. */
  readonly wing: string | null;
  /** Counted from 1; -1 is the first below ground. Null when the room does not tell. */
  readonly floor: number | null;
  /** 1302, B-12; without 号室. */
  readonly room: string | null;
}

function halfWidth(text: string): string {
  return text
    .replace(/[０-９Ａ-Ｚａ-ｚ＃]/g, (each) => each.normalize('NFKC'))
    .replace(/(?<=[0-9A-Za-z]) ?[‐‑–—−－ーｰ] ?(?=[0-9])/g, '-')
    .replace(/\u3000/g, ' ')
    .trim();
}

/** 805 is on floor 8, 1302 on floor 13; fewer or more digits do not tell. */
export function floorOfRoom(room: string): number | null {
  const digits = /(?:^|[^\d])(\d{3,4})(?:-\d{1,2})?$/.exec(room)?.[1];
  if (digits === undefined) return null;
  const floor = Number(digits.slice(0, -2));
  return floor === 0 ? null : floor;
}

interface Cut {
  readonly before: string;
  readonly room: string | null;
  readonly wing?: string;
  readonly floor?: number;
}

const ROOM_PATTERNS: readonly RegExp[] = [
  /^(?<before>.*?) ?[#]?(?<room>[A-Za-z]?-?\d{1,5}(?:-\d{1,2})?) ?号室$/,
  /^(?<before>.*[^\d-]) (?<wing>\d{1,2})-(?<room>\d{3,4})号?$/,
  /^(?<before>.*[^\d-])(?<wing>\d{1,2})-(?<room>\d{3,4})号?$/,
  /^(?<before>.*?(?:棟|館|ビル|荘|階))(?<room>\d{1,5}(?:-\d{1,2})?)号?$/,
  /^(?<before>.*?)[ #-]+(?<room>[A-Za-z]?-?\d{2,5}(?:-\d{1,2})?)号?$/,
  /^(?<before>.*?)(?<room>\d{3,4}(?:-\d{1,2})?)号?$/,
];

function cutRoom(text: string): Cut {
  for (const pattern of ROOM_PATTERNS) {
    const groups = pattern.exec(text)?.groups;
    if (groups === undefined) continue;
    const { before = '', room = '', wing } = groups;
    return { before: before.trim(), room, ...(wing === undefined ? {} : { wing }) };
  }
  return { before: text, room: null };
}

function cutFloor(text: string): { readonly before: string; readonly floor: number | null } {
  const match = /^(.*?) ?(地下|B)?(\d{1,2}) ?(?:階|F)$/i.exec(text);
  if (match === null) return { before: text, floor: null };
  const [, before = '', below, number] = match;
  return { before: before.trim(), floor: below === undefined ? Number(number) : -Number(number) };
}

function cutWing(text: string): { readonly before: string; readonly wing: string | null } {
  const match = /^(.*?) ?((?:\d{1,3}号|\d{1,3}|[A-Za-z]|[東西南北中新旧本])棟)$/.exec(text);
  return match === null ? { before: text, wing: null } : { before: (match[1] ?? '').trim(), wing: match[2] ?? null };
}

/**
 * 市営住宅3号棟1302 is building 市営住宅, wing 3号棟, floor 13, room 1302; コーポ西107 is コーポ西 and 107; パークハイツ2 stays whole, for the 2 may be
 * part of the name.
 */
export function splitBuilding(text: string): SplitBuilding {
  const { before, room, wing: numberedWing } = cutRoom(halfWidth(text));
  const { before: withoutFloor, floor } = cutFloor(before);
  const { before: building, wing } = cutWing(withoutFloor);
  return {
    building,
    wing: numberedWing ?? wing,
    floor: floor ?? (room === null ? null : floorOfRoom(room)),
    room,
  };
}

/** One line for the screen: 市営住宅 3号棟 1302. The floor is told only where the room does not tell it. */
export function formatBuilding(parts: SplitBuilding): string {
  const { building, wing, floor, room } = parts;
  const isTold = room !== null && floorOfRoom(room) === floor;
  const floorText = floor === null || isTold ? null : floor < 0 ? `地下${-floor}階` : `${floor}階`;
  return [building, wing, floorText, room].filter((each) => each !== null && each !== '').join(' ');
}
