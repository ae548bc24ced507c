// The packet of a 連絡会: what its paper shows, and the making of numbered copies. A copy that leaves is in the ledger, or it was not made.
import type { TaskContext } from '#main/platform/contexts.ts';
import type { Reader } from '#main/platform/database/reader-writer.ts';
import type { FileChooser } from '#main/platform/files/file-chooser.ts';
import type { PaperPrinter } from '#main/platform/files/paper-printer.ts';
import type { PathTokens } from '#main/platform/files/path-tokens.ts';
import { nameOfFile, stageUserFiles } from '#main/platform/files/user-files.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { HandoutReason } from '#shared/contract/handouts.contract.ts';
import type { Meeting, Packet } from '#shared/contract/meetings.contract.ts';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import { formatEra } from '#shared/model/era.ts';
import type { MeetingId } from '#shared/model/ids.ts';
import { recordHandouts } from '../handouts/handouts.service.ts';
import { readSettings } from '../settings/settings.service.ts';
import { readCountingCodes } from '../statistics/counting-codes.ts';
import { highestCopyNumber } from './meetings.queries.ts';
import { findNamesInAgenda, readMeeting } from './meetings.service.ts';
import { layOutFigures, readPeriodFigures } from './period-figures.ts';

export interface PacketParts {
  readonly chooser: FileChooser;
  readonly printer: PaperPrinter;
  readonly tokens: PathTokens;
}

const WHOLE_WARD = '区全体';

function districtLabelOf(reader: Reader, { district }: Meeting): string {
  return district === null ? WHOLE_WARD : readCountingCodes(reader).labelOf('district')(district);
}

/** @throws Refusal `not_found`. */
export function readPacket(
  reader: Reader,
  { meetingId, firstCopy, copies }: { meetingId: MeetingId; firstCopy: number; copies: number },
  today: CalendarDate,
): Packet {
  const meeting = readMeeting(reader, meetingId);
  const figures = readPeriodFigures(reader, meeting, today);
  return {
    registerName: readSettings(reader).registerName,
    districtLabel: districtLabelOf(reader, meeting),
    meeting,
    madeOn: today,
    firstCopy,
    copies,
    period: figures.period,
    figures: layOutFigures(figures),
  };
}

/** The next number and the file's name. @throws Refusal `not_found`, `name_on_paper`. */
function preparePacket(reader: Reader, meetingId: MeetingId, copies: number) {
  const meeting = readMeeting(reader, meetingId);
  if (findNamesInAgenda(reader, meetingId).length > 0) {
    throw new Refusal('name_on_paper');
  }
  const firstCopy = highestCopyNumber(reader, meetingId) + 1;
  const numbers = copies === 1 ? `第${firstCopy}号` : `第${firstCopy}-${firstCopy + copies - 1}号`;
  return {
    firstCopy,
    title: `連絡会の資料 ${districtLabelOf(reader, meeting)} ${formatEra(meeting.heldOn)}`,
    suggestedName: `連絡会資料_${districtLabelOf(reader, meeting)}_${meeting.heldOn}_${numbers}.pdf`,
  };
}

const STEPS = 3;

/**
 * Makes one PDF that holds the copies, numbered on from the last one made, and enters each in the ledger in the same step.
 * @throws Refusal `not_found`, `name_on_paper`, `cancelled`, `paper_failed`, `disk_full`, `file_not_written`; `busy` when another
 * packet of this meeting took the numbers meanwhile. In all these cases no number is used up.
 */
export async function printPacket(
  context: TaskContext,
  { chooser, printer, tokens }: PacketParts,
  { meetingId, copies, handout }: { meetingId: MeetingId; copies: number; handout: HandoutReason },
) {
  const { firstCopy, title, suggestedName } = context.read(({ reader }) => preparePacket(reader, meetingId, copies));
  const path = await chooser.chooseToSave({
    title: '連絡会の資料を保存する場所',
    suggestedName,
    kinds: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  if (path === null) {
    throw new Refusal('cancelled');
  }
  context.progress(1, STEPS, `${copies}部の資料をつくっています`);
  const route = `/print/packet/${meetingId}?firstCopy=${firstCopy}&copies=${copies}`;
  const pdf = await printer.printToPdf(route).catch(() => {
    throw new Refusal('paper_failed');
  });
  context.progress(2, STEPS, '保存しています');
  const staged = stageUserFiles([{ path, content: pdf }]);
  try {
    context.commit(null, (commanded) => {
      if (highestCopyNumber(commanded.writer, meetingId) + 1 !== firstCopy) {
        throw new Refusal('busy');
      }
      commanded.auditDetail({ meetingId, firstCopy, copies });
      recordHandouts(commanded, {
        kind: 'meeting_packet',
        subjectId: meetingId,
        title,
        copyNumbers: Array.from({ length: copies }, (_each, index) => firstCopy + index),
        reason: handout,
      });
      staged.publish();
    });
  } catch (error) {
    staged.discard();
    throw error;
  }
  context.progress(STEPS, STEPS, 'できました');
  return { file: tokens.issue(path), fileName: nameOfFile(path), firstCopy, copies };
}
